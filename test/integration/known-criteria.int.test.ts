import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { projectFolder } from '../../src/common/project.js';
import { readDetermination } from '../../src/corpus/read-determination.js';
import type { GraphClient } from '../../src/graph/client.js';
import { caseId } from '../../src/graph/identity.js';
import { ingest } from '../../src/ingest/ingest.js';
import type { AppliedCriterion, Determination, Finding } from '../../src/normalise/determination.js';
import type { CriterionGrouping, CriterionScope } from '../../src/query/criterion-filter.js';
import { evidenceOfOutcomes } from '../../src/query/criterion-evidence.js';
import { rankedOutcomes, type CriterionOutcome } from '../../src/query/criterion-outcomes.js';
import { findingCounts } from '../../src/query/finding-counts.js';
import { emptyGraph } from '../support/graph.js';

const samples = join(projectFolder, 'samples');

let client: GraphClient;
let letters: readonly Determination[];

beforeAll(async () => {
  client = await emptyGraph();
  await ingest(client, [samples]);
  const paths = readdirSync(samples).filter((name) => /\.(txt|pdf|html|docx)$/.test(name));
  const read = await Promise.all(paths.map((name) => readDetermination(join(samples, name))));
  const byId = new Map(
    read.flatMap((letter) => ('findings' in letter ? [[caseId(letter), letter] as const] : [])),
  );
  letters = [...byId.values()];
});

type Said = [letter: Determination, finding: Finding, applied: AppliedCriterion];

/** The counts as read from the letters themselves: kind, group, not met, not met and upheld, met, met and upheld. */
function counted(
  select: (...said: Said) => boolean,
  groupsOf: (...said: Said) => readonly unknown[],
): string[] {
  const counts = new Map<string, number[]>();
  for (const letter of letters) {
    for (const finding of letter.findings) {
      for (const applied of finding.appliedCriteria) {
        if (!select(letter, finding, applied)) continue;
        for (const group of groupsOf(letter, finding, applied)) {
          const row = counts.get(`${applied.kind} ${String(group)}`) ?? [0, 0, 0, 0];
          const at = applied.status === 'NOT_MET' ? 0 : 2;
          row[at] = (row[at] ?? 0) + 1;
          if (finding.decision === 'UPHELD') row[at + 1] = (row[at + 1] ?? 0) + 1;
          counts.set(`${applied.kind} ${String(group)}`, row);
        }
      }
    }
  }
  return [...counts].map(([name, row]) => `${name} ${row.join(' ')}`).sort();
}

function answered(outcomes: readonly CriterionOutcome[]): string[] {
  return outcomes
    .map(({ kind, group, notMet, met }) => {
      const value = group.specialty ?? group.year ?? group.modality ?? group.guidelineId ?? 'all';
      return `${kind} ${value} ${notMet.findings} ${notMet.upheld} ${met.findings} ${met.upheld}`;
    })
    .sort();
}

const everything: CriterionScope = { minConfidence: 0, decisiveOnly: false };

test.each<[string, Partial<CriterionScope>, CriterionGrouping[], Parameters<typeof counted>]>([
  ['all', {}, [], [() => true, () => ['all']]],
  ['reasons', { decisiveOnly: true }, [], [(_l, _f, { decisive }) => decisive, () => ['all']]],
  [
    'a source',
    { source: 'MTUS' },
    [],
    [(_l, _f, { reliesOn }) => reliesOn?.source === 'MTUS', () => ['all']],
  ],
  ['specialties', {}, ['SPECIALTY'], [() => true, ({ reviewer }) => reviewer.specialties]],
  [
    'years',
    {},
    ['YEAR'],
    [
      () => true,
      ({ case: { decisionDate } }) => (decisionDate === null ? [] : [Number(decisionDate.slice(0, 4))]),
    ],
  ],
  [
    'services',
    {},
    ['MODALITY'],
    [() => true, (_l, { service }) => (service.modality === null ? [] : [service.modality])],
  ],
  [
    'sources',
    {},
    ['SOURCE'],
    [() => true, (_l, _f, { reliesOn }) => (reliesOn === null ? [] : [reliesOn.source])],
  ],
])('the sample letters, by %s', async (_, scope, groupBy, [select, groupsOf]) => {
  const question = { scope: { ...everything, ...scope }, groupBy };
  const outcomes = await rankedOutcomes(client, question, { field: 'KIND', direction: 'ASC' });
  expect(outcomes.length).toBeGreaterThan(0);
  expect(answered(outcomes)).toEqual(counted(select, groupsOf));
});

test.each<[CriterionGrouping[]]>([
  [[]],
  [['CHAPTER']],
  [['TOPIC', 'SPECIALTY']],
  [['QUARTER', 'BODY_REGION']],
])('every number has as many sentences behind it, and is a part of its base: %j', async (groupBy) => {
  const question = { scope: everything, groupBy };
  const outcomes = await rankedOutcomes(client, question, { field: 'KIND', direction: 'ASC' });
  const rows = await evidenceOfOutcomes(client, question, outcomes, { status: 'NOT_MET' }, { first: 1000 });
  const sentences = new Map(outcomes.map(({ key }, i) => [key, rows[i]?.nodes.length]));
  const bases = await findingCounts(client, everything, groupBy);
  expect(outcomes.map(({ key, notMet }) => [key, notMet.findings])).toEqual(
    outcomes.map(({ key }) => [key, sentences.get(key)]),
  );
  const beyond = outcomes.filter(({ key, notMet }) => {
    const base = bases.get(key.slice(key.indexOf(' ') + 1));
    return base === undefined || base.findings < notMet.findings;
  });
  expect(beyond.map(({ key }) => key)).toEqual([]);
});
