import { expect, test } from '@jest/globals';
import { normalise } from '../../../src/normalise/normalise.js';
import type { Decision, Letter, LetterItem, Quote } from '../../../src/parse/letter.js';

const text = [
  'Texas, Ontario',
  'MRI of the knee: Upheld',
  'Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.',
  'MAXIMUS guideline: The Expert Reviewer did not cite any medical evidence for its decision.',
  'Decision rationale: The ODG asks for the following: (1) pain; (2) trauma.',
].join('\n');

function find(words: string): Quote {
  const start = text.indexOf(words);
  return { value: words, span: [start, start + words.length] };
}

function item(decision: Decision, parts: Partial<LetterItem> = {}): LetterItem {
  const label = find('MRI of the knee');
  return { label, heading: label, decision: { value: decision, span: find('Upheld').span }, ...parts };
}

const full = item('UPHELD', {
  claimsAdministratorGuideline: find('Decision based on MTUS Knee Complaints 2004.'),
  reviewerGuideline: find('The Expert Reviewer did not cite any medical evidence for its decision.'),
  rationale: find('The ODG asks for the following: (1) pain; (2) trauma.'),
});

function letter(items: readonly LetterItem[]): Letter {
  return {
    source: { path: 'a.txt', sha256: 'x', mediaType: 'text/plain', pages: 1 },
    template: 'test',
    text,
    dates: {},
    specialties: [],
    licensureStates: [find('Texas'), find('Ontario')],
    items,
    warnings: [{ code: 'MISSING_FIELD', message: 'No case number.' }],
  };
}

test.each([
  [['UPHELD', 'UPHELD'], 'UPHOLD'],
  [['OVERTURNED'], 'OVERTURN'],
  [['UPHELD', 'OVERTURNED'], 'PARTIAL_OVERTURN'],
] as const)('%s is %s', (decisions, outcome) => {
  expect(normalise(letter(decisions.map((decision) => item(decision)))).case.outcome).toBe(outcome);
});

test('what a letter does not say is null, and no basis is made up', () => {
  const { case: facts, employee, clinicalSummary, findings } = normalise(letter([item('UPHELD')]));
  expect({ ...facts, outcome: null }).toEqual(
    Object.fromEntries(Object.keys(facts).map((key) => [key, null])),
  );
  expect(employee).toEqual({ age: null, sex: null });
  expect(clinicalSummary).toBeNull();
  expect(findings[0]).toMatchObject({
    bases: { CLAIMS_ADMINISTRATOR: null, EXPERT_REVIEWER: null },
    citations: [],
    rationale: null,
    modification: null,
  });
});

test('every span of a finding points at the words it was read from', () => {
  const { findings, spans } = normalise(letter([full]));
  const [finding] = findings;
  expect(finding?.bases).toEqual({ CLAIMS_ADMINISTRATOR: 'MTUS', EXPERT_REVIEWER: 'NONE' });
  expect(finding?.citations.map(({ role, raw }) => [role, raw])).toEqual([
    ['CLAIMS_ADMINISTRATOR', 'Knee Complaints 2004'],
    ['RATIONALE', 'ODG'],
  ]);
  for (const { raw, span } of finding?.citations ?? []) expect(text.slice(...span)).toBe(raw);
  expect(finding?.criteria.map(({ span }) => text.slice(...span))).toEqual(['pain', 'trauma']);
  expect(text.slice(...(finding?.spans['label'] ?? [0, 0]))).toBe('MRI of the knee');
  expect(text.slice(...(spans['licensureStates.1'] ?? [0, 0]))).toBe('Ontario');
});

test("warnings of the parser are passed on, and normalise's own are added", () => {
  expect(normalise(letter([full])).warnings.map(({ code }) => code)).toEqual([
    'MISSING_FIELD',
    'UNKNOWN_STATE',
  ]);
});
