import { join } from 'node:path';
import { defineConfig } from 'vite';
import { operationsFile } from './operations-file.js';

/** Bundles the explorer and GraphiQL, so that they need nothing from elsewhere; src/api/http/pages.ts serves both. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [operationsFile()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // GraphiQL's editor is one large part that is always needed.
    chunkSizeWarningLimit: 5_000,
    rolldownOptions: {
      input: ['index.html', 'graphql.html'].map((page) => join(import.meta.dirname, page)),
    },
  },
});
