import { opendir } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { mayBeLetter } from './forms.js';

/** Entries that one call to the system brings. */
const ENTRIES_AT_ONCE = 1024;

/**
 * The files to read, in reading order: a folder stands for every file below it that may be a letter (sorted by name;
 * hidden files, and companions such as .json or .csv, are passed over), any other path for itself, whether it
 * exists or not. Each path is listed once. Folders are walked as the files are asked for: only the names of the folders
 * on the way to the present file are held.
 */
export async function* walkFiles(paths: readonly string[]): AsyncGenerator<string> {
  const given = new Set(paths.map(normalize));
  const pending = new Set(given);
  for (const path of paths) {
    if (pending.delete(normalize(path)))
      yield* walk(path, (found) => given.has(found) && !pending.delete(found));
  }
}

/** @param isListed whether a path that was found has been listed already, because it was given by name */
async function* walk(path: string, isListed: (path: string) => boolean): AsyncGenerator<string> {
  const names = await namesIn(path);
  if (names === undefined) {
    yield path;
    return;
  }
  for (const name of names) {
    const found = join(path, name);
    if (isListed(normalize(found))) continue;
    if (name.endsWith('/')) yield* walk(found.slice(0, -1), isListed);
    else yield found;
  }
}

/**
 * Names of a folder's letters, and of its folders with a slash behind, sorted. `undefined` when the path is no folder, or
 * one that cannot be listed.
 */
async function namesIn(folder: string): Promise<string[] | undefined> {
  const names: string[] = [];
  try {
    for await (const entry of await opendir(folder, { bufferSize: ENTRIES_AT_ONCE })) {
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) names.push(`${entry.name}/`);
      else if (mayBeLetter(entry.name)) names.push(entry.name);
    }
  } catch {
    return undefined;
  }
  return names.sort();
}
