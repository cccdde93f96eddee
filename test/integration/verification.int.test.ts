import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { GraphClient } from '../../src/graph/client.js';
import { verifyGraph } from '../../src/graph/verification.js';
import { writeDeterminations } from '../../src/graph/writer.js';
import { determination, SMALL_CORPUS } from '../support/determinations.js';
import { emptyGraph, runCypher } from '../support/graph.js';

let client: GraphClient;

beforeAll(async () => {
  client = await emptyGraph();
  await writeDeterminations(client, SMALL_CORPUS);
  for (let i = 0; i < 3; i++) await writeDeterminations(client, [determination(`CM16-000010${i}`)]);
});

afterAll(async () => {
  await runCypher('CREATE INDEX case_outcome IF NOT EXISTS FOR (n:Case) ON (n.outcome)');
});

test('a graph that the product wrote is whole', async () => {
  expect(await verifyGraph(client)).toEqual({ differences: [], isMoving: false });
});

const CASE = "MATCH (c:Case {id: 'CM16-0000001'})";
const FINDING = "MATCH (f:Finding {id: 'CM16-0000001#1'})";

describe('each difference is named with its place, and nothing else', () => {
  test.each<[string, string, string, string]>([
    [
      'cases',
      'the outcome of a case follows from its decisions',
      `${CASE} SET c.outcome = 'UPHOLD'`,
      `${CASE} SET c.outcome = 'PARTIAL_OVERTURN'`,
    ],
    [
      'cases',
      'a case has exactly one reviewer',
      `${CASE} CREATE (:Reviewer {id: 'more'})-[:REVIEWED]->(c)`,
      "MATCH (r:Reviewer {id: 'more'}) DETACH DELETE r",
    ],
    [
      'cases',
      'spans lie within the text',
      `${CASE} SET c.before = c.spanOffsets, c.spanOffsets = [7, 9999]`,
      `${CASE} SET c.spanOffsets = c.before REMOVE c.before`,
    ],
    [
      'cases',
      'the findings of a case are numbered from 1 without gaps',
      `${CASE} CREATE (c)-[:HAS_FINDING]->(f:Finding {id: 'CM16-0000001#4', ordinal: 4, decision: 'UPHELD'}) WITH f MATCH (i:Item) WITH f, i LIMIT 1 CREATE (f)-[:DECIDES]->(i)`,
      "MATCH (f:Finding {id: 'CM16-0000001#4'}) DETACH DELETE f",
    ],
    [
      'findings',
      'a finding has exactly one item',
      `${FINDING} MATCH (i:Item {name: 'Physical therapy: Shoulder'}) CREATE (f)-[:DECIDES]->(i)`,
      `${FINDING}-[d:DECIDES]->(:Item {name: 'Physical therapy: Shoulder'}) DELETE d`,
    ],
    [
      'findings',
      'edges to guidelines have ids of their own below that of their finding',
      `${FINDING}-[e:CITES {id: 'CM16-0000001#1/1.1'}]->() SET e.before = e.id, e.id = 'CM16-0000001#1/2.1'`,
      `${FINDING}-[e:CITES]->() WHERE e.before IS NOT NULL SET e.id = e.before REMOVE e.before`,
    ],
    [
      'items',
      'an item is decided by a finding',
      "CREATE (:Item {id: 'x'})",
      "MATCH (i:Item {id: 'x'}) DELETE i",
    ],
    [
      'documents',
      'a document is one that a case was read from',
      "CREATE (:Document {sha256: 'x'})",
      "MATCH (d:Document {sha256: 'x'}) DELETE d",
    ],
    [
      'guidelines',
      'a guideline is cited, applied, quoted or has parts',
      "CREATE (:Guideline {id: 'x', level: 'SOURCE', source: 'x'})",
      "MATCH (g:Guideline {id: 'x'}) DELETE g",
    ],
    [
      'indexes',
      'every index is there and online',
      'DROP INDEX case_outcome',
      'CREATE INDEX case_outcome FOR (n:Case) ON (n.outcome)',
    ],
    [
      'migrations',
      'every migration was applied',
      'MATCH (m:Migration {version: 2}) REMOVE m:Migration SET m:Forgotten',
      'MATCH (m:Forgotten) REMOVE m:Forgotten SET m:Migration',
    ],
    [
      'changes',
      'revisions follow one another',
      'MATCH (a:Change) WITH max(a.revision) AS last MATCH (b:Change {revision: last - 1}) SET b.revision = -5',
      'MATCH (a:Change) WITH max(a.revision) AS last MATCH (b:Change {revision: -5}) SET b.revision = last - 1',
    ],
    [
      'changes',
      'the last change is the version of the graph',
      'MATCH (v:GraphVersion) SET v.revision = v.revision + 1',
      'MATCH (v:GraphVersion) SET v.revision = v.revision - 1',
    ],
  ])('%s: %s', async (check, what, spoil, mend) => {
    await runCypher(spoil);
    try {
      const { differences } = await verifyGraph(client);
      expect(differences).toContainEqual(expect.objectContaining({ check, what }));
      expect(new Set(differences.map((difference) => difference.check))).toEqual(new Set([check]));
    } finally {
      await runCypher(mend);
      await runCypher('CALL db.awaitIndexes(60)');
    }
  });

  test('of many the first 20, and how many there are', async () => {
    await runCypher("UNWIND range(1, 30) AS i CREATE (:Item {id: 'spare ' + toString(10 + i)})");
    const { differences } = await verifyGraph(client);
    await runCypher("MATCH (i:Item) WHERE i.id STARTS WITH 'spare' DELETE i");
    expect(differences).toMatchObject([{ check: 'items', count: 30 }]);
    expect(differences[0]?.first).toHaveLength(20);
    expect(differences[0]?.first[0]).toBe('spare 11');
  });
});
