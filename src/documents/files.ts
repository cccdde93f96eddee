import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** Forms that are read. What a file holds is decided by its bytes; the name only says that it is meant as a letter. */
const READ_FORMS = ['.txt', '.pdf'];

/** Forms in which letters also exist, but which are not read: reported, so that no letter is lost in silence. */
const UNREAD_FORMS = ['.html', '.htm', '.docx', '.doc', '.rtf', '.zip'];

/** Whether a file of this name is read as a letter. */
export function isReadForm(path: string): boolean {
  return READ_FORMS.includes(extname(path).toLowerCase());
}

/**
 * The files to read, in reading order: a folder stands for every file below it that may be a letter (sorted by name;
 * hidden files, and companions such as .json or .csv, are passed over), any other path for itself, whether it
 * exists or not. Each path is listed once.
 */
export async function listFiles(paths: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of paths) found.push(...((await filesBelow(path)) ?? [path]));
  return [...new Set(found)];
}

/** `undefined` when the path is no folder, or one that cannot be listed. */
async function filesBelow(folder: string): Promise<string[] | undefined> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return undefined;
  const visible = entries.filter((entry) => !entry.name.startsWith('.'));
  const files: string[] = [];
  for (const entry of visible.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...((await filesBelow(path)) ?? [path]));
    else if (mayBeLetter(entry.name)) files.push(path);
  }
  return files;
}

function mayBeLetter(name: string): boolean {
  return [...READ_FORMS, ...UNREAD_FORMS].includes(extname(name).toLowerCase());
}
