import type { Plugin } from 'vite';

/** Name of the file, beside the pages. */
const FILE = 'explorer-operations.json';

/** Operations are written as one text each (explorer/api/graphql.ts), so that they can be found. */
const OPERATION = /\bgraphql\(`([^`]*)`\)/g;

/** Writes down which operations the explorer asks, for servers that answer none but those they know (TRUSTED_DOCUMENTS). */
export function operationsFile(): Plugin {
  const texts = new Set<string>();
  return {
    name: 'operations-file',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('/explorer/')) return;
      for (const [, text = ''] of code.matchAll(OPERATION)) texts.add(text);
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: FILE, source: JSON.stringify([...texts].sort()) });
    },
  };
}
