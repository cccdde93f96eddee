import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../common/project.js';

/** Folder of every Cypher statement that this project runs. */
export const cypherFolder = join(projectFolder, 'cypher');

const loaded = new Map<string, string>();

/** A whole line that stands for the text of another file: what several statements have in common is written once. */
const INCLUDE = /^[ \t]*\/\/ include (\S+)$/gm;

/**
 * The text of the statement `cypher/<name>.cypher`, with what it includes.
 * @param name path below `cypher/` without the extension, for example `read/cases-by-id`
 */
export function statement(name: string): string {
  let text = loaded.get(name);
  if (text === undefined) {
    text = readFileSync(join(cypherFolder, `${name}.cypher`), 'utf8').replace(INCLUDE, (_, part: string) =>
      statement(part),
    );
    loaded.set(name, text);
  }
  return text;
}
