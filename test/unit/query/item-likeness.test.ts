import { describe, expect, test } from '@jest/globals';
import { readService } from '../../../src/normalise/service/service.js';
import { itemLikeness } from '../../../src/query/similar/item-likeness.js';
import { itemFacts } from '../../../src/query/similar/seed.js';

const read = (label: string) => itemFacts(readService(label).service, label);

/** How alike two requests are, each as its label is read. */
function likeness(one: string, other: string, weight = 1): number {
  return itemLikeness([{ ...read(one), weight }], read(other))[0]?.likeness ?? 0;
}

const says = (one: string, other: string) =>
  itemLikeness([{ ...read(one), weight: 1 }], read(other))[0]?.reason.says;

describe('likeness of items', () => {
  test.each([
    ['MRI of the lumbar spine', 'Lumbar MRI', 1],
    ['MRI of the lumbar spine', 'MRI', 0.8],
    ['MRI of the lumbar and cervical spine', 'MRI of the lumbar spine', 0.75],
    ['MRI of the lumbar spine', 'MRI of the knee', 0.5],
    ['MRI of the lumbar spine', 'X-ray of the lumbar spine', 0.35],
    ['MRI of the lumbar spine', 'X-ray of the knee', 0.25],
    ['MRI of the lumbar spine', 'Physical therapy for the lumbar spine', 0.1],
    ['MRI of the lumbar spine', 'Physical therapy', 0],
    ['Tramadol 50 mg #60', 'Ultram 100 mg', 1],
    ['Tramadol 50 mg #60', 'Norco 10/325 mg', 0.5],
    ['Tramadol 50 mg #60', 'Naproxen 500 mg', 0],
    ['Zorblax of the second kind', 'zorblax of the second kind', 1],
    ['Zorblax of the second kind', 'Zorblax, second', 0.64],
    ['Zorblax of the second kind', 'Quuxer', 0],
  ])('%s, %s: %d', (one, other, expected) => {
    expect(likeness(one, other)).toBeCloseTo(expected, 5);
  });

  test('is that of the nearest of several, by their weights', () => {
    const seeds = [
      { ...read('Physical therapy'), weight: 1 },
      { ...read('MRI of the knee'), weight: 0.5 },
    ];
    expect(itemLikeness(seeds, read('MRI of the knee'))[0]?.likeness).toBe(0.5);
    expect(itemLikeness(seeds, read('Physical therapy'))[0]?.likeness).toBe(1);
  });

  test.each([
    ['MRI of the lumbar spine', 'Lumbar MRI', 'Both ask for MRI: Lumbar spine.'],
    ['MRI of the lumbar spine', 'MRI', 'Both ask for MRI, here of Lumbar spine.'],
    ['MRI', 'MRI of the knee', 'Both ask for MRI, there of Knee.'],
    ['Tramadol 50 mg', 'Norco 10/325 mg', /^Both ask for a drug of the class Opioids, there /],
    ['MRI of the knee', 'Knee brace', /^Both are for the same body region \(Knee\); there it is /],
  ])('%s, %s is told', (one, other, expected) => {
    expect(says(one, other)).toMatch(expected);
  });
});
