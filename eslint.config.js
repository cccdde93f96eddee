import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/**
 * The direction in which data flows: a folder of src/ may import from the folders before it, never from one after it.
 * `access`, `engine`, `postgres`, `browser` and `generate` stand aside of the flow: they know only `common`, and only the API, the bulk load,
 * backups, the mart and the command line know one or the other of them. The generator is a second reading of what letters look like; it may not lean on the parser that it checks.
 */
const FLOW = [
  'common',
  'documents',
  'redact',
  'parse',
  'normalise',
  'corpus',
  'graph',
  'columns',
  'star',
  'mart',
  'export',
  'ingest',
  'load',
  'backup',
  'query',
  'api',
  'cli',
];
const MAY_IMPORT = {
  ...Object.fromEntries(FLOW.map((stage, i) => [stage, FLOW.slice(0, i + 1)])),
  load: [
    'common',
    'documents',
    'redact',
    'parse',
    'normalise',
    'corpus',
    'graph',
    'engine',
    'generate',
    'load',
  ],
  backup: ['common', 'graph', 'engine', 'backup'],
  columns: ['common', 'graph', 'columns'],
  star: ['common', 'graph', 'star'],
  export: ['common', 'graph', 'star', 'export'],
  mart: ['common', 'graph', 'star', 'postgres', 'mart'],
  query: ['common', 'documents', 'parse', 'normalise', 'graph', 'query'],
  engine: ['common', 'engine'],
  browser: ['common', 'browser'],
  access: ['common', 'access'],
  postgres: ['common', 'postgres'],
  generate: ['common', 'generate'],
  api: [...FLOW.slice(0, FLOW.indexOf('api') + 1), 'access'],
  cli: [...FLOW, 'access', 'engine', 'postgres', 'generate', 'browser'],
};

/** What a file of this folder may not import, as patterns of `no-restricted-imports`. */
function forbiddenImports(stage, allowed) {
  const group = Object.keys(MAY_IMPORT)
    .filter((other) => !allowed.includes(other))
    .flatMap((other) => [`../${other}/**`, `../../${other}/**`]);
  const message = `src/${stage} may import only from: ${allowed.join(', ')} (see eslint.config.js, FLOW).`;
  return [
    ...(group.length > 0 ? [{ group, message }] : []),
    ...(stage === 'graph'
      ? []
      : [{ group: ['neo4j-driver'], message: 'Only src/graph talks to the driver.' }]),
  ];
}

const flowRules = Object.entries(MAY_IMPORT).map(([stage, allowed]) => ({
  files: [`src/${stage}/**/*.ts`],
  rules: { 'no-restricted-imports': ['error', { patterns: forbiddenImports(stage, allowed) }] },
}));

export default tseslint.config(
  { ignores: ['**/dist/**', 'coverage/**', 'node_modules/**', '.imr/**'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts', '**/*.tsx'] })),
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['test/**/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  {
    files: ['web/**/*.tsx', 'web/**/*.ts'],
    // Handlers of events are one call.
    rules: { '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }] },
  },
  {
    files: ['**/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          ...['process', 'console', 'URL', 'Buffer', 'performance', 'setTimeout', 'clearTimeout'],
          ...['fetch', 'FormData', 'Blob', 'AbortController'],
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    // What runs in the browser that they start.
    files: ['scripts/measure-pages.js', 'scripts/screenshots.js'],
    languageOptions: {
      globals: Object.fromEntries(
        ['document', 'window', 'PerformanceObserver', 'requestAnimationFrame'].map((name) => [
          name,
          'readonly',
        ]),
      ),
    },
  },
  ...flowRules,
);
