import { beforeAll, expect, test } from '@jest/globals';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { projectFolder } from '../../../src/common/project.js';

let eslint: ESLint;

beforeAll(() => {
  // The files below do not exist, so rules that need their types are off; the rule under test needs none.
  eslint = new ESLint({ cwd: projectFolder, overrideConfig: [tseslint.configs.disableTypeChecked] });
});

/** What the rule says of a file of src/ that imports a module. */
async function verdict(filePath: string, module: string): Promise<string[]> {
  const [result] = await eslint.lintText(`import { it } from '${module}';\nexport const that = it;\n`, {
    filePath: `${projectFolder}${filePath}`,
  });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

test.each([
  ['src/parse/x.ts', '../documents/document.js'],
  ['src/ingest/x.ts', '../graph/client.js'],
  ['src/parse/templates/x.ts', '../letter.js'],
  ['src/graph/x.ts', 'neo4j-driver'],
  ['src/engine/x.ts', '../common/errors.js'],
  ['src/cli/x.ts', '../engine/x.js'],
])('%s may import %s', async (file, module) => {
  expect(await verdict(file, module)).toEqual([]);
});

test.each([
  ['src/parse/x.ts', '../graph/client.js'],
  ['src/parse/templates/x.ts', '../../graph/client.js'],
  ['src/common/x.ts', '../documents/document.js'],
  ['src/query/x.ts', '../ingest/x.js'],
  ['src/graph/x.ts', '../api/x.js'],
  ['src/api/x.ts', '../cli/main.js'],
  ['src/api/x.ts', '../engine/x.js'],
  ['src/engine/x.ts', '../graph/client.js'],
  ['src/query/x.ts', 'neo4j-driver'],
])('%s may not import %s', async (file, module) => {
  expect(await verdict(file, module)).toEqual(['no-restricted-imports']);
});
