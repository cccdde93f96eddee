import { defineConfig } from 'vite';

/** Bundles the GraphiQL page, so that it needs nothing from elsewhere; the server serves it at /graphql. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/graphiql/',
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // The editor is one large part that is always needed.
    chunkSizeWarningLimit: 5_000,
  },
});
