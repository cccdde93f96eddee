import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { DASHBOARD } from '../../scripts/superset/pack.js';
import { Random } from '../../src/generate/random.js';
import { writeDeterminations } from '../../src/graph/writer.js';
import type { MartDatabase } from '../../src/mart/database.js';
import { MartLoader } from '../../src/mart/loader.js';
import { emptyGraph } from '../support/graph.js';
import { TestMart } from '../support/mart.js';
import { randomLetter } from '../support/random-letters.js';

interface Dataset {
  readonly sql: string;
  readonly columns: readonly { column_name: string }[];
  readonly metrics: readonly { metric_name: string; expression: string }[];
}

type Row = Readonly<Record<string, unknown>>;

const folder = join(DASHBOARD, 'datasets/IMR_mart');
const datasets = new Map(
  readdirSync(folder).map((file) => [
    basename(file, '.yaml'),
    parse(readFileSync(join(folder, file), 'utf8')) as Dataset,
  ]),
);

let mart: TestMart;
let reader: MartDatabase;

beforeAll(async () => {
  mart = await TestMart.start();
  const graph = await emptyGraph();
  const random = new Random(8);
  const letters = Array.from({ length: 40 }, (_, i) =>
    randomLetter(random, `CM16-00000${String(i).padStart(2, '0')}`, i),
  );
  await writeDeterminations(graph, letters);
  await (await MartLoader.open(graph, await mart.open())).build();
  reader = await mart.open(mart.readerUrl);
});

afterAll(() => mart.stop());

/** As Superset asks: metrics of a dataset by some of its columns. */
function asked(name: string, columns: readonly string[], where = 'true'): Promise<Row[]> {
  const { sql, metrics } = datasets.get(name) ?? { sql: '', metrics: [] };
  const measured = metrics.map(({ metric_name: metric, expression }) => `${expression} AS ${metric}`);
  const by = columns.length === 0 ? '' : `GROUP BY ${columns.join(', ')}`;
  return reader.runText<Row>(
    `SELECT ${[...columns, ...measured].join(', ')} FROM (${sql}) AS dataset WHERE ${where} ${by}`,
  );
}

const sorted = (rows: readonly Row[]) =>
  rows.map((row) => JSON.stringify(Object.entries(row).map(([key, value]) => [key, Number(value)]))).sort();

describe.each([...datasets])('the dataset %s of the dashboard', (name, { columns }) => {
  test.each(columns.map(({ column_name: column }) => column))('has its column %s', async (column) => {
    expect((await asked(name, [column])).length).toBeGreaterThan(0);
  });
});

const OUTCOMES = 'findings, upheld, overturned, uphold_rate, uphold_rate_low, uphold_rate_high';

describe('the dashboard counts as the views do', () => {
  test.each([
    ['findings', ['citations_compared'], 'true', `SELECT ${OUTCOMES} FROM imr.citation_agreement_outcomes`],
    ['specialty_findings', ['specialty'], 'true', `SELECT ${OUTCOMES} FROM imr.specialty_outcomes`],
    [
      'findings',
      [`date_trunc('month', decision_date)`],
      'decision_date IS NOT NULL',
      `SELECT ${OUTCOMES} FROM imr.outcomes_by_month`,
    ],
    [
      'guideline_findings',
      ['role', 'level', 'source', 'guideline'],
      'true',
      `SELECT ${OUTCOMES} FROM imr.guideline_outcomes`,
    ],
    [
      'missing_criteria',
      ['criterion'],
      'true',
      'SELECT sum(findings) AS findings FROM imr.missing_criteria GROUP BY criterion_kind',
    ],
  ])('%s by %j', async (name, by, where, view) => {
    const seen = await reader.runText<Row>(view);
    expect(seen.length).toBeGreaterThan(0);
    const measured = new Set(Object.keys(seen[0] ?? {}));
    const rows = (await asked(name, by, where)).map((row) =>
      Object.fromEntries(Object.entries(row).filter(([column]) => measured.has(column))),
    );
    expect(sorted(rows)).toEqual(sorted(seen));
  });
});
