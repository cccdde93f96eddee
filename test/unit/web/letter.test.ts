import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { factsOf, passagesOf, type Fact, type ReadLetter } from '../../../web/explorer/case/facts.js';
import { linesOf } from '../../../web/explorer/case/marked-text.js';

function fact(start: number, end: number): Fact {
  return { id: `${start}-${end}`, kind: 'case', start, end, title: '', says: [], edge: '' };
}

describe('the marked text', () => {
  test('is the text again when it is put together, with each fact on all of its characters and on no other', () => {
    const cases = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 40 }).chain((text) =>
      fc.record({
        text: fc.constant(text),
        facts: fc.array(
          fc
            .tuple(fc.nat(text.length), fc.nat(text.length))
            .map(([a, b]) => fact(Math.min(a, b), Math.max(a, b))),
        ),
      }),
    );
    fc.assert(
      fc.property(cases, ({ text, facts }) => {
        const lines = linesOf(text, facts, []);
        expect(lines.map(({ segments }) => segments.map((segment) => segment.text).join('')).join('\n')).toBe(
          text,
        );
        for (const { segments } of lines)
          for (const { start, text: part, facts: own } of segments)
            for (let at = start; at < start + part.length; at++)
              expect(own.map(({ id }) => id).sort()).toEqual(
                facts
                  .filter((each) => each.start <= at && each.end > at)
                  .map(({ id }) => id)
                  .sort(),
              );
      }),
    );
  });

  test('names the shortest of several facts first', () => {
    const [line] = linesOf('abcdef', [fact(0, 6), fact(2, 3)], []);
    expect(line?.segments.map(({ text, facts }) => [text, facts[0]?.id])).toEqual([
      ['ab', '0-6'],
      ['c', '2-3'],
      ['def', '0-6'],
    ]);
  });
});

describe('the facts of a letter', () => {
  const span = { start: 0, end: 4 };
  const letter: ReadLetter = {
    text: 'ODG, red flag',
    spans: [
      { field: 'decisionDate', ...span },
      { field: 'clinicalSummary', ...span },
      { field: 'specialties.0', ...span },
    ],
    findings: [
      {
        ordinal: 2,
        label: 'MRI',
        decision: 'UPHELD',
        spans: [
          { field: 'label', ...span },
          { field: 'rationale', ...span },
        ],
        citations: [
          {
            role: 'EXPERT_REVIEWER',
            resolution: 'AMBIGUOUS',
            candidates: ['ODG > Neck', 'ODG > Low Back'],
            inferred: false,
            silent: false,
            span,
            guideline: { id: 'Guideline:ODG', path: 'ODG' },
          },
        ],
        appliedCriteria: [
          { kind: 'RED_FLAG', status: 'NOT_MET', decisive: true, confidence: 0.4, note: null, span },
        ],
        quotedCriteria: [],
      },
    ],
    warnings: [
      { code: 'ODD', message: 'Something is odd.', span },
      { code: 'NOWHERE', message: 'It stands nowhere.' },
    ],
  };

  test('have ids that an address can hold, and what passages are is no mark', () => {
    expect(factsOf(letter).map(({ id, kind }) => [id, kind])).toEqual([
      ['case.decisionDate', 'case'],
      ['case.specialties.0', 'reviewer'],
      ['finding.2', 'item'],
      ['finding.2.citation.0', 'citation'],
      ['finding.2.criterion.0', 'not-met'],
      ['warning.0', 'warning'],
    ]);
    expect(passagesOf(letter).map(({ name }) => name)).toEqual([
      'Clinical case summary',
      'Rationale, item 2',
    ]);
  });

  test('say what is not sure: a citation that fits several, and a reading of little confidence', () => {
    const unsure = factsOf(letter).flatMap((each) => (each.unsure === undefined ? [] : [each.unsure]));
    expect(unsure).toEqual([
      'The words fit several guidelines. It could be: ODG > Neck; ODG > Low Back.',
      'Read with little confidence: it is not counted unless asked for.',
    ]);
  });
});
