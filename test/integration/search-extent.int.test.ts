import { beforeAll, describe, expect, test } from '@jest/globals';
import { MOST_LOOKED } from '../../src/query/search/search.js';
import { startApi, type TestApi } from '../support/api.js';
import { emptyGraph, runCypher } from '../support/graph.js';

let api: TestApi;

/** Letters of one finding: more than a search looks at say "flumox" in the label and "grumpet" in the summary, a few say "bertle". */
const LETTERS = MOST_LOOKED + 100;
const FEW = LETTERS / 1_000;

beforeAll(async () => {
  const client = await emptyGraph();
  await runCypher(
    `MERGE (r:Reviewer {id: 'Neurology (CA)'}) MERGE (i:Item {id: 'Flumox', name: 'Flumox'})
     WITH r, i
     UNWIND range(1, ${LETTERS}) AS n
     CREATE (r)-[:REVIEWED]->(c:Case {id: 'CM16-' + n, clinicalSummary: 'A grumpet.', decisionDate: date('2016-01-01')})
     CREATE (c)-[:HAS_FINDING]->(f:Finding {id: 'CM16-' + n + '#1', decision: 'UPHELD', ordinal: 1})-[:DECIDES]->(i)
     SET f.label = CASE n % 1000 WHEN 0 THEN 'Flumox, bertle' ELSE 'Flumox' END`,
  );
  // Plans that were made for the few letters of other tests would take minutes over these.
  await runCypher('CALL db.clearQueryCaches()');
  api = await startApi(client);
});

interface Found {
  totalCount: number;
  isComplete: boolean;
  facets: { decision: { findings: number }[]; year: { findings: number }[] };
  pageInfo: { hasNextPage: boolean };
}

async function search(query: string, rest = ''): Promise<Found> {
  const { searchFindings } = await api.data<{ searchFindings: Found }>(
    `{ searchFindings(query: "${query}", first: 5${rest}) {
      totalCount isComplete facets { decision { findings } year { findings } } pageInfo { hasNextPage }
    } }`,
  );
  return searchFindings;
}

describe('a word in more texts than are looked at', () => {
  test.each([
    ['a label', 'flumox', ''],
    ['a summary', 'grumpet', ''],
    ['either', 'flumox or grumpet', ''],
    ['either, with what a label says', 'flumox grumpet', ''],
    ['a label, by date', 'flumox', ', orderBy: DECISION_DATE'],
    ['a label, where nothing else is searched', 'flumox -nowhere', ', in: [LABEL, RATIONALE]'],
    ['a summary, where nothing else is searched', 'grumpet -nowhere', ', in: SUMMARY'],
  ])('of %s: at least so many are told', async (_, query, rest) => {
    const { totalCount, isComplete, facets, pageInfo } = await search(query, rest);
    expect([isComplete, pageInfo.hasNextPage]).toEqual([false, true]);
    expect(totalCount).toBeGreaterThan(MOST_LOOKED * 0.97);
    expect(totalCount).toBeLessThanOrEqual(LETTERS);
    expect([facets.decision, facets.year]).toEqual([[{ findings: totalCount }], [{ findings: totalCount }]]);
  });

  test('with a rare one in the same text: all are found', async () => {
    expect(await search('flumox bertle')).toMatchObject({ totalCount: Math.floor(FEW), isComplete: false });
  });

  test.each([
    ['rare words', 'bertle', ''],
    ['words of one text', 'bertle flumox', ', in: LABEL'],
    ['what is in no text', 'nowhere', ''],
  ])('does not matter to %s', async (_, query, rest) => {
    const { totalCount, isComplete } = await search(query, rest);
    expect([totalCount, isComplete]).toEqual([query === 'nowhere' ? 0 : Math.floor(FEW), true]);
  });
});

test('highlights are of the summary, whatever else is asked of the case', async () => {
  const { searchFindings } = await api.data<{ searchFindings: { edges: unknown[] } }>(
    '{ searchFindings(query: "grumpet", first: 1) { edges { highlights { field } node { case { id findings { id } } } } } }',
  );
  expect(searchFindings.edges).toMatchObject([{ highlights: [{ field: 'SUMMARY' }] }]);
});
