import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../common/project.js';

/** Folder of every SQL statement that this project runs. */
export const sqlFolder = join(projectFolder, 'sql');

const loaded = new Map<string, string>();

/** The text of `sql/<name>.sql`. */
export function sqlText(name: string): string {
  let text = loaded.get(name);
  if (text === undefined) {
    text = readFileSync(join(sqlFolder, `${name}.sql`), 'utf8');
    loaded.set(name, text);
  }
  return text;
}
