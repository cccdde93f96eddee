import { describe, expect, test } from '@jest/globals';
import { getNamedType, isObjectType, type GraphQLObjectType } from 'graphql';
import { describeCost, nodesOf, onceOf, SCANS, type FieldOfType } from '../../../src/api/limits/cost.js';
import { createSchema } from '../../../src/api/schema.js';

const schema = createSchema();
const types = Object.values(schema.getTypeMap()).filter(isObjectType);

/** The field of a coordinate, say `Case.findings`. */
function at(coordinate: string): FieldOfType {
  const [typeName = '', name = ''] = coordinate.split('.');
  const type = schema.getType(typeName) as GraphQLObjectType | undefined;
  const field = type?.getFields()[name];
  if (type === undefined || field === undefined) throw new Error(`The schema has no ${coordinate}.`);
  return { type, field };
}

test('what looks through the graph is a field of the schema', () => {
  for (const coordinate of Object.keys(SCANS)) expect(at(coordinate).field).toBeDefined();
});

describe('what a field costs', () => {
  test.each([
    ['Case.id', 'nothing', 0],
    ['Case.reviewer', '1 + its content', 1 + 3],
    ['Case.findings', '5 × (1 + its content)', 5 * (1 + 3)],
    [
      'Query.cases',
      '4,000 once when it is filtered, or not in the order of ids + first × its content',
      7 * 3,
    ],
    ['Item.findings', 'first × its content', 7 * 3],
    ['Query.nodes', 'number of ids × (1 + its content)', 2 * (1 + 3)],
    ['RequestChecklist.guidelines', 'first × (1 + its content)', 7 * (1 + 3)],
    ['CaseConnection.nodes', '1 + its content', 1 + 3],
    ['FindingSearchConnection.edges', '1 + its content', 1 + 3],
    ['CaseConnection.pageInfo', 'nothing', 0],
    ['FindingSearchEdge.node', 'its content', 3],
    ['Query.parseLetter', '1 + its content + 1 for each 10 characters of text', 1 + 3 + 2],
    ['Query.lookupCitations', 'first × its content + 1 for each 10 characters of text', 7 * 3 + 2],
    ['Query.outcomes', '4,000 once, however many nodes ask for it + first × its content', 7 * 3],
    ['OutcomeConnection.base', '4,000 once, however many nodes ask for it', 0],
  ])('%s: %s', (coordinate, words, nodes) => {
    expect(describeCost(at(coordinate))).toBe(words);
    expect(nodesOf(at(coordinate), { first: 7, ids: ['a', 'b'], text: 'x'.repeat(20) }, 3)).toBe(nodes);
  });

  test.each([
    [{ first: -90_000_000 }, 1],
    [{ first: 90_000_000 }, 100],
    [{ first: null }, 5],
    [{ last: 3 }, 3],
  ])('%j asks for %d nodes', (args, nodes) => {
    expect(nodesOf(at('Query.cases'), args, 1)).toBe(nodes);
  });
});

test.each([
  [{}, 0],
  [{ filter: {}, orderBy: { field: 'ID', direction: 'ASC' } }, 0],
  [{ filter: { sex: ['MALE'] } }, 4_000],
  [{ orderBy: { field: 'DECISION_DATE', direction: 'ASC' } }, 4_000],
  [{ orderBy: { field: 'ID', direction: 'DESC' } }, 4_000],
])('a list with %j takes %d once', (args, once) => {
  expect(onceOf(at('Query.cases'), args)).toBe(once);
});

test('nodes by their ids cost as many as there are ids', () => {
  expect(nodesOf(at('Query.nodes'), { ids: ['Case:a', 'Case:b', 'Item:c'] }, 2)).toBe(9);
});

test('what does not read nodes by their ids costs what it takes to look through the graph, or to read a text', () => {
  const queries = schema.getQueryType();
  if (!queries) throw new Error('no queries');
  const isNode = (name: string) =>
    name === 'Node' ||
    types.some((type) => type.name === name.replace(/Connection$/, '') && 'id' in type.getFields());
  const others = Object.values(queries.getFields())
    .filter((field) => !isNode(getNamedType(field.type).name))
    .filter((field) => onceOf({ type: queries, field }, {}) === 0)
    .map(({ name }) => name);
  expect(others).toEqual(['lookupCitations', 'parseLetter']);
});
