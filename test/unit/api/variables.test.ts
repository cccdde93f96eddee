import { describe, expect, test } from '@jest/globals';
import { getOperationAST, parse } from 'graphql';
import { createSchema } from '../../../src/api/schema.js';
import { variableProblems } from '../../../src/api/limits/variables.js';

const schema = createSchema();

const QUERY = `query ($n: Int, $f: CaseFilter, $t: String!, $unused: [Int!]) {
  cases(first: $n, filter: $f) { nodes { id } } parseLetter(text: $t) { __typename }
}`;

/** What is wrong with variables, beside a text that is given. */
function problems(variables: Record<string, unknown>, query = QUERY): string[] {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  const all = variableProblems({ schema, document, operation, variables: { t: 'x', ...variables } });
  return all.map(({ path, message }) => `${path}: ${message}`);
}

/** The value so many objects deep. */
const deep = (levels: number): unknown => (levels === 0 ? 1 : { decisionDate: deep(levels - 1) });

describe('what is wrong with variables is told by the argument, and without what was submitted', () => {
  test.each([
    [{ n: 3, f: { decisionDate: { from: '2016-01-01', to: null } }, unused: 1 }, []],
    [{ n: 'SECRET' }, ['first: must be a whole number of 32 bits']],
    [{ n: { SECRET: 1 } }, ['first: must be a whole number of 32 bits']],
    [{ f: 'SECRET' }, ['filter: must be an object of type CaseFilter']],
    [{ f: ['SECRET'] }, ['filter: must be an object of type CaseFilter']],
    [{ f: { decisionDate: { from: 'SECRET' } } }, ['filter.decisionDate.from: must be a day, as YYYY-MM-DD']],
    [
      { f: { decisionDate: { form: 'SECRET' } } },
      ['filter.decisionDate.form: is no field of DateRange; did you mean from?'],
    ],
    [{ f: { 'SECRET letter': 1 } }, ['filter: is no field of CaseFilter']],
    [{ f: { outcome: 'SECRET' } }, ['filter.outcome: must be one of UPHOLD, OVERTURN, PARTIAL_OVERTURN']],
    [
      { f: { outcome: 'OVERTURNED' } },
      ['filter.outcome: must be one of UPHOLD, OVERTURN, PARTIAL_OVERTURN; did you mean OVERTURN?'],
    ],
    [{ t: null }, ['text: must not be null']],
    [{ t: ['SECRET'] }, ['text: must be a text']],
    [
      { unused: ['SECRET', null] },
      ['$unused: must be a whole number of 32 bits', '$unused: must not be null'],
    ],
  ])('%j', (variables, expected) => {
    expect(problems(variables)).toEqual(expected);
  });

  test('one that is not given', () => {
    expect(problems({ t: undefined })).toEqual(['text: must not be null']);
    expect(problems({}, 'query ($id: ID!) { case(id: $id) { id } }')).toEqual(['id: must be given']);
    expect(problems({}, 'query ($id: ID! = "a") { case(id: $id) { id } }')).toEqual([]);
  });
});

describe('what variables may hold', () => {
  test.each([
    ['entries of a list', { unused: Array(101).fill(1) }, '$unused: must not hold more than 100 entries'],
    [
      'a million levels',
      { f: { decisionDate: { from: deep(1_000_000 / 100) } } },
      'filter.decisionDate.from: must be a day, as YYYY-MM-DD',
    ],
  ])('%s', (_, variables, expected) => {
    expect(problems(variables)).toEqual([expected]);
  });

  test('values in all', () => {
    const names = Array.from({ length: 11 }, (_, i) => `v${i}`);
    const query = `query (${names.map((name) => `$${name}: [Int]`).join(' ')}) { __typename }`;
    const variables = Object.fromEntries(names.map((name) => [name, Array(100).fill(1)]));
    expect(problems(variables, query)).toEqual([]);
    const many = `query ($v: [[Int]]) { __typename }`;
    expect(problems({ v: Array(100).fill(Array(100).fill(1)) }, many)).toEqual([
      '$v: holds more than 1000 values in all',
    ]);
  });
});
