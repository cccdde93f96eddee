import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { readTrustedDocuments } from '../api/trusted-documents.js';

export function registerOperations(program: Command): void {
  program
    .command('operations')
    .description(
      "Prints the API's trusted documents: the name of each operation, and the id to send as documentId",
    )
    .option('--out <file>', 'write them to a file')
    .action(({ out }: { out?: string }) => {
      const ids = Object.fromEntries(readTrustedDocuments().map(({ name, id }) => [name, id]));
      const json = `${JSON.stringify(ids, null, 2)}\n`;
      if (out === undefined) process.stdout.write(json);
      else writeFileSync(out, json);
    });
}
