import { describe, expect, test } from '@jest/globals';
import { definition, MART_TABLES } from '../../../src/mart/definition.js';

describe('the definition of the mart', () => {
  test('has each table after those that it refers to', () => {
    const before = new Set<string>();
    for (const { name, columns } of MART_TABLES) {
      before.add(name);
      for (const { references } of Object.values(columns)) {
        if (references !== undefined) expect([...before]).toContain(references);
      }
    }
  });

  test('names nothing that would have to be quoted', () => {
    for (const { name, columns, key, unique, indexes } of MART_TABLES) {
      for (const each of [name, ...Object.keys(columns)]) expect(each).toMatch(/^[a-z][a-z_]*$/);
      expect(Object.keys(columns)).toEqual(expect.arrayContaining([...key, ...unique, ...indexes]));
    }
  });

  test('describes everything in a sentence', () => {
    for (const { description, columns } of MART_TABLES) {
      for (const text of [description, ...Object.values(columns).map((column) => column.description)])
        expect(text).toMatch(/^[A-Z0-9].*[.:]?.*\.$/);
    }
  });

  test('is the same text each time', () => {
    expect(definition()).toBe(definition());
  });
});
