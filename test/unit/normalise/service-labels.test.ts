import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Drug, Quantity, ServiceRequest } from '../../../src/normalise/determination.js';
import { drugs, readService, services } from '../../../src/normalise/service/service.js';

const amount = ({ amount, unit }: Quantity) => `${amount} ${unit}`;

function shortDrug(drug: Drug): string {
  const ingredients = drug.ingredients.map(({ name, strength }) => `${name} ${strength ?? '?'}`);
  return [
    drug.name,
    drug.brand && `(${drug.brand})`,
    drug.strength,
    drug.form,
    drug.quantity && amount(drug.quantity),
    drug.refills === null ? null : `${drug.refills} refills`,
    ingredients.length > 0 ? `[${ingredients.join('; ')}]` : null,
  ]
    .filter(Boolean)
    .join(' ');
}

/** The notation of service-labels.txt. */
function short(service: ServiceRequest): string {
  const { laterality, timing, dependent, retrospective, also } = service;
  return [
    service.modality ?? 'unclassified',
    service.bodyRegions.join(', '),
    [laterality, timing, dependent ? 'dependent' : null, retrospective ? 'retrospective' : null]
      .filter(Boolean)
      .join(' '),
    service.quantity ? amount(service.quantity) : '',
    service.drug ? shortDrug(service.drug) : '',
    also.length > 0 ? `also ${also.map(({ modality }) => modality).join(', ')}` : '',
    `${service.confidence}`,
  ]
    .filter((part) => part !== '')
    .join(' | ');
}

const file = new URL('./service-labels.txt', import.meta.url);
const sections = readFileSync(file, 'utf8')
  .split(/^# /m)
  .slice(1)
  .map((section) => section.trim().split('\n'))
  .map(([category = '', ...lines]) => ({ category, cases: lines.map((line) => line.split(' => ')) }));

describe.each(sections)('$category', ({ category, cases }) => {
  test.each(cases)('%s', (label = '', expected) => {
    const { service } = readService(label);
    expect(short(service)).toBe(expected);
    expect(service.category ?? 'no category').toBe(category);
  });
});

const term = fc.constantFrom(
  ...services.flatMap(({ terms }) => terms.slice(0, 2)),
  ...drugs.flatMap(({ name, brands = [] }) => [name, ...brands]),
);
const word = fc.constantFrom(
  ...[
    '#60',
    '10/325mg',
    '5%',
    'cream',
    'left',
    'bilateral',
    'L4-5',
    'knee',
    '2x6',
    '12 visits',
    'for',
    'after',
    '(',
    ')',
    ',',
  ],
  ...[
    '240gm',
    'with 2 refills',
    'twice a week for 4 weeks',
    'retrospective',
    'post-op',
    '&',
    '3 times 6',
    '.',
    'İ',
    '\n',
  ],
);
const labels = fc
  .array(fc.oneof(term, word, fc.string({ maxLength: 6 })), { maxLength: 12 })
  .map((parts) => parts.join(' '));

test('whatever a label says, facts stand where they were read', () => {
  fc.assert(
    fc.property(labels, (label) => {
      const { service, places } = readService(label);
      for (const [start, end] of Object.values(places)) {
        expect(label.slice(start, end).trim()).not.toBe('');
        expect(end).toBeLessThanOrEqual(label.length);
      }
      expect(places['modality'] === undefined).toBe(service.modality === null);
      expect(Object.keys(places).filter((name) => name.startsWith('bodyRegions.')).length).toBe(
        service.bodyRegions.length,
      );
      expect(service.confidence === 0).toBe(service.modality === null);
      expect(service.category === null || service.modality !== null).toBe(true);
    }),
    { numRuns: 500 },
  );
});

const HUGE = 1_000_000;
test.each([
  ['digits', '1'],
  ['figures', '1/'],
  ['percentages', '5% '],
  ['reasons', 'after '],
  ['drugs', 'norco '],
  ['purposes', 'consultation for '],
  ['weeks', '2 times a week '],
  ['words of nothing', 'zzzzzzzzzz '],
  ['spaces', ' '],
  ['sides', 'left '],
  ['vertebrae', 'L4-'],
])('a million characters of %s are read in the end', (_, part) => {
  expect(() => readService(part.repeat(HUGE / part.length))).not.toThrow();
});
