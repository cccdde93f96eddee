import { expect, test } from '@jest/globals';
import neo4j from 'neo4j-driver';
import { fromCypher, toCypher } from '../../../src/graph/values.js';

test('whole numbers become Cypher integers at any depth, other numbers stay floats', () => {
  const converted = toCypher({ first: 20, list: [1, 0.5], inner: { n: -3 } });
  expect(converted.first).toEqual(neo4j.int(20));
  expect(converted.list).toEqual([neo4j.int(1), 0.5]);
  expect(converted.inner).toEqual({ n: neo4j.int(-3) });
});

test('what is not there is null, never left out', () => {
  expect(toCypher({ a: undefined, b: null })).toEqual({ a: null, b: null });
});

test('dates come back as ISO strings, nodes as their properties', () => {
  const node = new neo4j.types.Node(neo4j.int(1), ['Case'], {
    decisionDate: new neo4j.types.Date(neo4j.int(2016), neo4j.int(12), neo4j.int(9)),
    findings: [neo4j.int(7)],
  });
  expect(fromCypher({ node })).toEqual({ node: { decisionDate: '2016-12-09', findings: [7] } });
});
