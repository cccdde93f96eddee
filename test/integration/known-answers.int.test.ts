import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect } from '@jest/globals';
import { projectFolder } from '../../src/common/project.js';
import type { GraphClient } from '../../src/graph/client.js';
import { ingest } from '../../src/ingest/ingest.js';
import { guidelineOutcomes, type GuidelineOutcomeFilter } from '../../src/query/guideline-outcomes.js';
import { startApi } from '../support/api.js';
import { emptyGraph } from '../support/graph.js';
import { LETTERS_FOLDER, testWithRealLetters } from '../support/real-letters.js';

type Counts = Record<string, { findings: number; upheld: number; overturned: number }>;

let client: GraphClient;

beforeAll(async () => {
  client = await emptyGraph();
  if (existsSync(LETTERS_FOLDER))
    await ingest(client, [join(LETTERS_FOLDER, '2014'), join(LETTERS_FOLDER, '2016')]);
});

/** What the API answers, in the shape of the known answers: by the guideline's id below its source. */
async function answer(source: string, level: GuidelineOutcomeFilter['level']): Promise<Counts> {
  const { nodes } = await guidelineOutcomes(
    client,
    { source, level, role: ['EXPERT_REVIEWER'], decisionDate: { from: '2016-01-01' } },
    { field: 'UPHELD', direction: 'DESC' },
    { first: 1000 },
  );
  return Object.fromEntries(
    nodes.map(({ guidelineId, findings, upheld, overturned }) => [
      guidelineId.slice(`${source} > `.length),
      { findings, upheld, overturned },
    ]),
  );
}

function known(name: string): Counts {
  const answers = JSON.parse(readFileSync(join(LETTERS_FOLDER, 'known-answers-2016.json'), 'utf8')) as Record<
    string,
    Counts
  >;
  return answers[name] ?? {};
}

describe('the published letters of 2016 give the hand-counted answers', () => {
  testWithRealLetters('MTUS chapters', async () => {
    expect(await answer('MTUS', 'CHAPTER')).toEqual(known('reviewerCitesMtusChapter'));
  });

  testWithRealLetters('MTUS topics', async () => {
    expect(await answer('MTUS', 'TOPIC')).toEqual(known('reviewerCitesMtusTopic'));
  });

  testWithRealLetters('ODG chapters', async () => {
    expect(await answer('ODG', 'CHAPTER')).toEqual(known('reviewerCitesOdgChapter'));
  });
});

/** A page whose tables' columns are as wide as what they hold. */
const page = (path: string) => readFileSync(join(projectFolder, path), 'utf8').replace(/ +\| +/g, ' | ');

interface Counted {
  readonly findings: number;
  readonly upheld: number;
  readonly overturned: number;
}

interface Condition {
  readonly name: string;
  readonly notMet: Counted;
  readonly notMetShare: number;
  readonly met: Counted;
}

testWithRealLetters('the README prints what its query answers of the published letters', async () => {
  const api = await startApi(client);
  const query = readFileSync(
    join(projectFolder, 'schema/operations/OdgCriteriaThatUpholdDenials.graphql'),
    'utf8',
  );
  const { criterionOutcomes } = await api.data<{ criterionOutcomes: { nodes: Condition[] } }>(query);
  const rows = criterionOutcomes.nodes.slice(0, 5).map(({ name, notMet, notMetShare, met }) => {
    const turned = met.findings === 0 ? '0' : `${met.findings} (${met.overturned})`;
    return [name, notMet.findings, notMet.upheld, `${Math.round(100 * notMetShare)}%`, turned].join(' | ');
  });
  expect(rows).toHaveLength(5);
  expect(rows.filter((row) => !page('README.md').includes(row))).toEqual([]);
});

testWithRealLetters('docs/questions.md prints the answer that the published letters give', async () => {
  const { nodes } = await guidelineOutcomes(
    client,
    { source: 'ODG', level: 'TOPIC', role: ['EXPERT_REVIEWER'] },
    { field: 'UPHELD', direction: 'DESC' },
    { first: 5 },
  );
  const rows = nodes.map(({ guidelineId, findings, upheld, overturned, upholdRate, upholdRateInterval }) => {
    const [rate, low, high] = [upholdRate, upholdRateInterval.low, upholdRateInterval.high].map((n) =>
      n.toFixed(2),
    );
    return [
      guidelineId.slice('ODG > '.length),
      findings,
      upheld,
      overturned,
      `${rate} (${low} to ${high})`,
    ].join(' | ');
  });
  expect(rows.filter((row) => !page('docs/questions.md').includes(row))).toEqual([]);
});
