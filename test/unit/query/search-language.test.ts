import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { InputError } from '../../../src/query/input-error.js';
import {
  describeSearch,
  LONGEST_SEARCH,
  MOST_TERMS,
  parseSearch,
} from '../../../src/query/search/language.js';
import { searchParts } from '../../../src/query/search/lucene.js';

const understood = (query: string) => describeSearch(parseSearch(query));

describe('parseSearch', () => {
  test.each([
    ['knee', 'knee'],
    ['  MRI   of the left\tknee ', 'MRI and left and knee'],
    ['"left knee" MRI', '"left knee" and MRI'],
    ['knee mri or ct', 'knee and (mri or ct)'],
    ['mri OR ct or "x-ray"', 'mri or ct or "x-ray"'],
    ['mri or ct knee', '(mri or ct) and knee'],
    ['knee -left -"total replacement"', 'knee, without left and "total replacement"'],
    ['-left knee', 'knee, without left'],
    ['x-ray L4-5', 'x-ray and L4-5'],
    ['or knee or', 'knee'],
    ['knee or -left hip', 'knee and hip, without left'],
    ['mri or the ct', 'mri or ct'],
    ['"or" knee', 'knee'],
    ['--knee hip', 'hip, without knee'],
    ['- knee', 'knee'],
    ['5" screw', '5 and screw'],
    ['a"left knee"b', '"left knee" and b'],
    ['label:knee', 'label:knee'],
    ['kne* rationale:[a TO b] /k.*/ knee~2 ^3', 'kne* and rationale:[a and b] and /k.*/ and knee~2 and ^3'],
    ['AND && || NOT ! + knee', 'knee'],
    ['Müller’s', 'Müller’s'],
  ])('%j is understood as %s', (query, expected) => {
    expect(understood(query)).toBe(expected);
  });

  test.each([
    ['nothing', '', 'no word'],
    ['white space', ' \n\t ', 'no word'],
    ['signs', '+ - && || ! ( ) { } [ ] ^ " ~ * ? : \\ /', 'no word'],
    ['words that are too common', 'the of "to be"', 'no word'],
    ['only what must not match', '-knee -"left hip"', 'only what must not match'],
    ['too many characters', 'a'.repeat(10_000), `${LONGEST_SEARCH} characters`],
    [
      'too many words',
      Array.from({ length: MOST_TERMS + 1 }, (_, i) => `word${i}`).join(' '),
      `${MOST_TERMS} words`,
    ],
  ])('refuses %s', (_, query, reason) => {
    expect(() => parseSearch(query)).toThrow(InputError);
    expect(() => parseSearch(query)).toThrow(reason);
  });

  test('takes a phrase without the common words around it', () => {
    expect(parseSearch('"the pain of the knees"').required).toEqual([
      [{ text: 'the pain of the knees', quoted: true, stems: ['pain', null, null, 'knee'] }],
    ]);
  });
});

describe('searchParts', () => {
  test('asks each index for its fields', () => {
    const expression = parseSearch('knee mri or ct -"left \\ hip"');
    expect(searchParts(expression, ['LABEL', 'RATIONALE', 'SUMMARY'])).toEqual([
      {
        place: 0,
        finding: 'label:("knee")^2 rationale:("knee")^1',
        summary: 'clinicalSummary:("knee")^0.5',
      },
      {
        place: 1,
        finding: 'label:("mri" "ct")^2 rationale:("mri" "ct")^1',
        summary: 'clinicalSummary:("mri" "ct")^0.5',
      },
      {
        place: -1,
        finding: '+(label:("knee")^2 rationale:("knee")^1) +(label:("mri" "ct")^2 rationale:("mri" "ct")^1)',
        summary: '+(clinicalSummary:("knee")^0.5) +(clinicalSummary:("mri" "ct")^0.5)',
      },
      {
        place: null,
        finding: 'label:("left   hip")^2 rationale:("left   hip")^1',
        summary: 'clinicalSummary:("left   hip")^0.5',
      },
    ]);
  });

  test('asks one index for all at once', () => {
    expect(searchParts(parseSearch('knee mri -hip'), ['SUMMARY'])).toEqual([
      {
        place: 0,
        finding: null,
        summary:
          '+(clinicalSummary:("knee")^0.5) +(clinicalSummary:("mri")^0.5) -(clinicalSummary:("hip")^0.5)',
      },
    ]);
    expect(searchParts(parseSearch('knee'), ['LABEL'])).toEqual([
      { place: 0, finding: '+(label:("knee")^2)', summary: null },
    ]);
  });

  test('whatever is written stands within quotes: it cannot be more than words', () => {
    const hostile = fc.string({
      unit: fc.constantFrom(...Array.from('"\\-:*?~^()[]{}/+!&| \u0000'), 'or', 'AND', 'a', 'é', '膝'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(hostile, (query) => {
        let parts;
        try {
          parts = searchParts(parseSearch(query), ['LABEL', 'SUMMARY']);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
          return;
        }
        for (const { finding, summary } of parts) {
          const clause = String.raw`clinicalSummary:\("[^"\\]*"(?: "[^"\\]*")*\)\^0\.5`;
          const ofSummary = new RegExp(`^(?:${clause}|\\+\\(${clause}\\)(?: \\+\\(${clause}\\))*)$`);
          expect(summary).toMatch(ofSummary);
          expect(finding?.replaceAll('label', 'clinicalSummary').replaceAll(')^2', ')^0.5')).toMatch(
            ofSummary,
          );
        }
      }),
      { numRuns: 2000 },
    );
  });
});
