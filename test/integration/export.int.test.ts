import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { exportStar, type FormName } from '../../src/export/export.js';
import { GraphClient } from '../../src/graph/client.js';
import { writeDeterminations } from '../../src/graph/writer.js';
import { determination, finding, SMALL_CORPUS } from '../support/determinations.js';
import { TABLES } from '../../src/star/tables.js';
import { run } from '../support/clients.js';
import { folderOf } from '../support/folder.js';
import { emptyGraph, testConnection } from '../support/graph.js';
import { temporaryFolder } from '../support/settings.js';
import { readSamples } from '../support/recount.js';

type Row = Readonly<Record<string, string | number | bigint | boolean | Date | null>>;

/** A label with all that a form might take for its own. */
const ODD = 'MRI, "open"\r\nof the knee\t\\ – Ünïcode 😀';

let graph: GraphClient;
const parent = temporaryFolder('export');
const folders: Partial<Record<FormName, string>> = {};

beforeAll(async () => {
  graph = await emptyGraph();
  const odd = determination('CM16-0999999', { findings: [finding({ label: ODD })] });
  await writeDeterminations(graph, [...(await readSamples()), ...SMALL_CORPUS, odd]);
  for (const form of ['csv', 'ndjson', 'parquet'] as const) {
    const folder = join(parent, form);
    expect(await exportStar(graph, { form, folder })).toMatchObject({ isMixed: false });
    folders[form] = folder;
  }
});

afterAll(() => {
  rmSync(parent, { recursive: true });
});

const lines = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n');

async function rowsOf(form: FormName, table: string): Promise<Row[]> {
  const file = join(folders[form] ?? '', `${table}.${form}`);
  if (form === 'ndjson')
    return readFileSync(file, 'utf8') === '' ? [] : lines(file).map((line) => JSON.parse(line) as Row);
  if (form === 'parquet')
    return (await parquetReadObjects({ file: await asyncBufferFromFile(file) })) as Row[];
  const { stdout } = await run('/usr/bin/python3', ['-c', READ_CSV, file]);
  return JSON.parse(stdout) as Row[];
}

const READ_CSV = `import csv, json, sys
with open(sys.argv[1], newline="", encoding="utf-8") as file:
    print(json.dumps(list(csv.DictReader(file))))`;

/** As text, as CSV has it: null and nothing are the same there. */
function asText(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (value === null) return [name, ''];
      return [name, value instanceof Date ? value.toISOString().slice(0, 10) : String(value)];
    }),
  );
}

describe.each(TABLES.map(({ name }) => name))('%s', (table) => {
  test('is the same in every form', async () => {
    const expected = (await rowsOf('ndjson', table)).map(asText);
    expect(expected.length).toBeGreaterThan(0);
    expect((await rowsOf('csv', table)).map(asText)).toEqual(expected);
    expect((await rowsOf('parquet', table)).map(asText)).toEqual(expected);
  });
});

test('texts with separators, quotes, line ends and characters beyond ASCII come back as they were', async () => {
  for (const form of ['csv', 'ndjson', 'parquet'] as const) {
    const labels = (await rowsOf(form, 'fact_finding')).map(({ label }) => label);
    expect(labels).toContain(ODD);
  }
});

test('holds as much as the graph', async () => {
  const [totals] = await graph.read<{ cases: number; findings: number; upheld: number }>('read/totals');
  expect(await rowsOf('parquet', 'dim_case')).toHaveLength(totals?.cases ?? -1);
  const findings = await rowsOf('parquet', 'fact_finding');
  expect(findings).toHaveLength(totals?.findings ?? -1);
  expect(findings.filter(({ is_upheld: upheld }) => upheld === 1)).toHaveLength(totals?.upheld ?? -1);
});

test.each(['csv', 'ndjson', 'parquet'] as const)(
  'datapackage.json describes all files of %s',
  async (form) => {
    const folder = folders[form] ?? '';
    const { resources } = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8')) as {
      resources: {
        name: string;
        path: string;
        bytes: number;
        rows: number;
        schema: {
          fields: { name: string }[];
          foreignKeys: { fields: string[]; reference: { resource: string; fields: string[] } }[];
        };
      }[];
    };
    expect(readdirSync(folder).sort()).toEqual(
      [...resources.map(({ path }) => path), 'datapackage.json'].sort(),
    );
    for (const { name, path, bytes, rows, schema } of resources) {
      const held = await rowsOf(form, name);
      expect({ path, bytes, rows }).toEqual({
        path,
        bytes: readFileSync(join(folder, path)).length,
        rows: held.length,
      });
      expect(Object.keys(held[0] ?? {})).toEqual(schema.fields.map((field) => field.name));
      for (const { fields, reference } of schema.foreignKeys) {
        const other = new Set(
          (await rowsOf(form, reference.resource)).map((row) => asText(row)[reference.fields[0] ?? '']),
        );
        const named = held.map((row) => asText(row)[fields[0] ?? '']).filter((value) => value !== '');
        expect(named.filter((value) => !other.has(value))).toEqual([]);
      }
    }
  },
);

test('a folder that is there is left alone', async () => {
  const folder = folderOf({ 'mine.txt': 'mine' });
  await expect(exportStar(graph, { form: 'csv', folder })).rejects.toMatchObject({ code: 'EXPORT_EXISTS' });
  expect(readdirSync(folder)).toEqual(['mine.txt']);
});

test('an export that is given up leaves nothing', async () => {
  const folder = folderOf({});
  const signal = AbortSignal.abort(new Error('enough'));
  await expect(exportStar(graph, { form: 'parquet', folder: join(folder, 'out'), signal })).rejects.toThrow(
    'enough',
  );
  const unreachable = new GraphClient({ ...testConnection(), uri: 'bolt://127.0.0.1:1' }, { patience: 100 });
  await expect(exportStar(unreachable, { form: 'csv', folder: join(folder, 'out') })).rejects.toMatchObject({
    code: 'DATABASE_UNAVAILABLE',
  });
  await unreachable.close();
  expect(readdirSync(folder)).toEqual([]);
});
