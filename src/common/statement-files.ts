import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Reads statements from the files of a folder, each once. A whole line `// include NAME`, with the language's mark of a comment,
 * stands for the text of another file: what several statements have in common is written once.
 * @param extension of the files
 * @param comment what begins a comment
 * @returns the text of a statement by its path below the folder, without the extension
 */
export function statementFiles(folder: string, extension: string, comment: string): (name: string) => string {
  const include = new RegExp(`^[ \\t]*${comment} include (\\S+)$`, 'gm');
  const loaded = new Map<string, string>();
  const read = (name: string): string => {
    let text = loaded.get(name);
    if (text === undefined) {
      const file = readFileSync(join(folder, `${name}.${extension}`), 'utf8');
      text = file.replace(include, (_, part: string) => read(part).trimEnd());
      loaded.set(name, text);
    }
    return text;
  };
  return read;
}
