import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import { expect, test } from '@jest/globals';
import { ERROR_CODES } from '../../../src/common/errors.js';

/** Codes that the API writes out where it refuses something. */
function codesOfApi(): string[] {
  const files = readdirSync('src/api', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return files.flatMap((file) => {
    const text = readFileSync(join('src/api', file), 'utf8');
    return [...text.matchAll(/(?:code: |Problem\(\d+, )'([A-Z]+(?:_[A-Z]+)+)'/g)].map(
      ([, code = '']) => code,
    );
  });
}

test('docs/errors.md tells every code that there is, once, and no other', () => {
  const told = [...readFileSync('docs/errors.md', 'utf8').matchAll(/^\| `([A-Z_]+)` +\|/gm)].map(
    ([, code = '']) => code,
  );
  const codes = new Set([
    ...Object.keys(ERROR_CODES),
    ...Object.values(ApolloServerErrorCode),
    ...codesOfApi(),
  ]);
  expect(codes).toContain('QUERY_TOO_COSTLY');
  expect(codes).toContain('DOCUMENT_NOT_TRUSTED');
  expect(told.sort()).toEqual([...codes].sort());
});
