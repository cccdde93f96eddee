import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { createSchema, printSdl } from '../api/schema.js';
import { projectFolder } from '../common/project.js';

const schemaFile = join(projectFolder, 'schema/schema.graphql');

export function registerSchema(program: Command): void {
  program
    .command('schema')
    .description("Prints the GraphQL API's schema")
    .option('--write', 'write it to schema/schema.graphql, where the repository keeps it')
    .action(({ write }: { write?: true }) => {
      const sdl = printSdl(createSchema());
      if (write !== true) {
        process.stdout.write(sdl);
        return;
      }
      const isSame = existsSync(schemaFile) && readFileSync(schemaFile, 'utf8') === sdl;
      mkdirSync(dirname(schemaFile), { recursive: true });
      writeFileSync(schemaFile, sdl);
      process.stdout.write(`schema/schema.graphql ${isSame ? 'is as it was' : 'is written anew'}\n`);
    });
}
