import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addressOf,
  DAY_FIELDS,
  isEmpty,
  LIST_FIELDS,
  readFilter,
  toFindingFilter,
  writeFilter,
} from '../../../web/explorer/filter/filter.js';

const value = fc.string({ minLength: 1 });
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const filter = fc.record(
  {
    ...Object.fromEntries(LIST_FIELDS.map((field) => [field, fc.array(value, { minLength: 1 })])),
    ...Object.fromEntries(DAY_FIELDS.map((field) => [field, day])),
    decisive: fc.constant(true),
  },
  { requiredKeys: [] },
);

describe('a filter in the address', () => {
  test('is read as it was written, whatever the values, and leaves what else is there', () => {
    fc.assert(
      fc.property(filter, fc.constantFrom('', 'a.'), (written, prefix) => {
        const params = writeFilter(
          new URLSearchParams('q=knee&modality=old&a.modality=old'),
          written,
          prefix,
        );
        const read = readFilter(new URLSearchParams(params.toString()), prefix);
        expect(read).toEqual(written);
        expect(params.get('q')).toBe('knee');
      }),
    );
  });

  test('of one side does not touch that of the other', () => {
    const params = writeFilter(new URLSearchParams('b.modality=CT'), { modality: ['MRI'] }, 'a.');
    expect(readFilter(params, 'b.')).toEqual({ modality: ['CT'] });
  });

  test.each(['from=soon', 'to=2016-02-31x', 'modality=', 'decisive=maybe'])(
    '%s is no condition',
    (address) => {
      expect(isEmpty(readFilter(new URLSearchParams(address)))).toBe(true);
    },
  );

  test('is short when there is none', () => {
    expect(addressOf('/findings', {})).toBe('/findings');
  });
});

describe('a filter for the API', () => {
  test('holds only what was asked for', () => {
    expect(JSON.parse(JSON.stringify(toFindingFilter({ modality: ['MRI'], from: '2016-01-01' })))).toEqual({
      modality: ['MRI'],
      decisionDate: { from: '2016-01-01' },
    });
  });

  test('lists statements of that confidence that is counted', () => {
    const asked = toFindingFilter({ criterion: ['RED_FLAG'], status: ['NOT_MET'], decisive: true });
    expect(asked.criteria).toMatchObject({
      kind: ['RED_FLAG'],
      status: ['NOT_MET'],
      decisive: true,
      minConfidence: 0.5,
    });
  });

  test('asks of one citation who makes it and of what', () => {
    const asked = toFindingFilter({ guideline: ['Guideline:ODG'], role: ['EXPERT_REVIEWER'] });
    expect(asked.citations).toMatchObject({ guideline: ['Guideline:ODG'], role: ['EXPERT_REVIEWER'] });
  });
});
