import { describe, expect, test } from '@jest/globals';
import { planQuotations, type KnownCriterion } from '../../../src/graph/quotations.js';
import { toCaseRecord } from '../../../src/graph/records.js';
import type { QuotedCriterion } from '../../../src/normalise/determination.js';
import { cites, determination, finding, quotes } from '../../support/determinations.js';

const parentId = 'ODG > Neck';
const reliesOn = cites('ODG', 'Neck');

/** One finding for each list. */
const findings = (...lists: readonly (readonly (string | QuotedCriterion)[])[]) =>
  toCaseRecord(
    determination('CM16-0999901', {
      findings: lists.map((list) =>
        finding({
          criteria: list.map((item) => (typeof item === 'string' ? quotes(item, { reliesOn }) : item)),
        }),
      ),
    }),
  ).findings;

const known = (...criteria: readonly [id: string, text: string][]): KnownCriterion[] =>
  criteria.map(([id, text]) => ({ parentId, id, text }));

/** The ids that the quotations are of; those of new criteria as their words. */
function plan(given: ReturnType<typeof findings>, there: readonly KnownCriterion[] = []) {
  const { creations, edges } = planQuotations(given, there);
  const texts = new Map(creations.map(({ id, text }) => [id, text]));
  return edges.map(({ criterionId }) => texts.get(criterionId) ?? criterionId);
}

const SPONDYLOSIS =
  'Chronic neck pain with stiffness and headache after trauma, radiographs show spondylosis';
const OLD_TRAUMA =
  'Chronic neck pain with stiffness and headache after trauma, radiographs show an old fracture';

describe('a quotation', () => {
  test('is of the known criterion that is most alike, of equally alike ones the first by id', () => {
    const there = known(
      ['c', 'Radiculopathy on examination and on imaging of the neck'],
      ['b', 'Radiculopathy on exam, imaging'],
      ['a', 'Radiculopathy on imaging and examination'],
    );
    expect(plan(findings(['radiculopathy on physical examination and imaging']), there)).toEqual(['a']);
  });

  test('is of a new one when none is alike enough, which then is known to the findings after it', () => {
    const lists = findings(
      ['Six weeks of PT have failed'],
      ['Failure of 6 weeks of physical therapy'],
      ['Red flags'],
    );
    expect(plan(lists, known(['a', 'Failure of 10 weeks of physical therapy']))).toEqual([
      'Six weeks of PT have failed',
      'Six weeks of PT have failed',
      'Red flags',
    ]);
  });

  test('is compared under its own parent alone', () => {
    const elsewhere = quotes('Red flags', { reliesOn: cites('ODG', 'Low Back') });
    const ofKind = quotes('Red flags', { reliesOn, kind: 'RED_FLAG' });
    expect(plan(findings([elsewhere, ofKind, 'Red flags']), known(['a', 'Red flag']))).toEqual([
      'Red flags',
      'Red flags',
      'a',
    ]);
  });

  test('without a guideline or kind is of the same words only', () => {
    const lists = findings([quotes('Red flags')], [quotes('A RED FLAG')], [quotes('Red flags at rest')]);
    const { creations, edges } = planQuotations(lists, []);
    expect(edges.map(({ criterionId }) => criterionId)).toEqual([
      creations[0]?.id,
      creations[0]?.id,
      creations.at(-1)?.id,
    ]);
    expect(creations[0]).toMatchObject({ source: null, parentId: null, resolution: 'NO_MATCH' });
    expect(creations[0]?.id).toMatch(/^no guideline cited > [0-9a-f]{16}$/);
  });
});

describe('the items of one finding', () => {
  test('are different criteria, each the one that is most alike', () => {
    expect(plan(findings([SPONDYLOSIS, OLD_TRAUMA]))).toEqual([SPONDYLOSIS, OLD_TRAUMA]);
    const there = known(['a', OLD_TRAUMA], ['b', SPONDYLOSIS]);
    expect(plan(findings([SPONDYLOSIS, OLD_TRAUMA]), there)).toEqual(['b', 'a']);
    expect(plan(findings([SPONDYLOSIS, OLD_TRAUMA]), known(['a', OLD_TRAUMA]))).toEqual([SPONDYLOSIS, 'a']);
  });

  test('are one when they say the same', () => {
    expect(plan(findings(['Red flags', 'a red flag']))).toEqual(['Red flags', 'Red flags']);
  });

  test('alone may be one with an item that is alike: what is not quoted beside it is not known', () => {
    expect(plan(findings([SPONDYLOSIS]), known(['a', OLD_TRAUMA]))).toEqual(['a']);
  });
});

test('the id of a criterion follows from its parent and its words, in whatever form', () => {
  const idOf = (text: string) => planQuotations(findings([text]), []).creations[0]?.id;
  expect(idOf('Six weeks of PT have failed')).toMatch(/^ODG > Neck > [0-9a-f]{16}$/);
  expect(idOf('failure of 6 weeks of physical therapy')).toBe(idOf('Six weeks of PT have failed'));
  expect(idOf('failure of 8 weeks of physical therapy')).not.toBe(idOf('Six weeks of PT have failed'));
});
