import { tmpdir } from 'node:os';
import { expect, test } from '@jest/globals';
import { diskUse, refuseFullDisk } from '../../../src/load/disk.js';

test('a disk with less room than a load takes is refused, with both figures', () => {
  expect(() => {
    refuseFullDisk({ needed: 30_000_000_000, available: 12_345_000_000 });
  }).toThrow(
    expect.objectContaining({
      code: 'NOT_ENOUGH_DISK',
      message: expect.stringMatching(/30\.0 GB.*12\.3 GB/) as unknown as string,
    }),
  );
  expect(() => {
    refuseFullDisk({ needed: 5, available: 5 });
  }).not.toThrow();
});

test('what is needed grows with the letters', async () => {
  const few = await diskUse(tmpdir(), 1, 'generated');
  const many = await diskUse(tmpdir(), 1_000_001, 'generated');
  const published = await diskUse(tmpdir(), 1_000_001, 'published');
  expect(many.needed - few.needed).toBeGreaterThan(10_000_000_000);
  expect(published.needed).toBeGreaterThan(many.needed);
  expect(few.available).toBeGreaterThan(0);
});
