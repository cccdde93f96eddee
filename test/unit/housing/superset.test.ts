import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { fromBufferPromise } from 'yauzl';
import { ARCHIVE, DASHBOARD, packed } from '../../../scripts/superset/pack.js';
import { read, trackedFiles } from './project-files.js';

const FOLDER = 'bi/superset/imr-dashboard';
const files = trackedFiles().filter((path) => path.startsWith(`${FOLDER}/`));
const documents = files.map((path) => ({ path, content: parse(read(path)) as Record<string, unknown> }));

const below = (folder: string) => documents.filter(({ path }) => path.startsWith(`${FOLDER}/${folder}/`));
const idsOf = (folder: string) => below(folder).map(({ content }) => content.uuid);

test('the archive of the dashboard is packed of its folder: npm run superset -- --pack', () => {
  expect(readFileSync(ARCHIVE).equals(packed())).toBe(true);
});

test('the archive holds exactly the files of the folder', async () => {
  const zip = await fromBufferPromise(readFileSync(ARCHIVE), { autoClose: false });
  const held: Record<string, string> = {};
  for await (const entry of zip.eachEntry())
    held[entry.fileName] = (await buffer(await zip.openReadStreamPromise(entry))).toString();
  const kept = files.map((path) => [path.replace(FOLDER, basename(DASHBOARD)), read(path)]);
  expect(held).toEqual(Object.fromEntries(kept));
});

test('what is referred to is there', () => {
  const { position } = below('dashboards')[0]?.content as {
    position: Record<string, { type?: string; meta: { uuid: string; sliceName: string } }>;
  };
  const shown = Object.values(position)
    .filter(({ type }) => type === 'CHART')
    .map(({ meta }) => [meta.uuid, meta.sliceName]);
  const charts = below('charts').map(({ content }) => [content.uuid, content.slice_name]);
  expect(shown.sort()).toEqual(charts.sort());
  for (const { content } of below('charts')) expect(idsOf('datasets')).toContain(content.dataset_uuid);
  for (const { content } of below('datasets')) expect(idsOf('databases')).toContain(content.database_uuid);
});

test('no password is in it, and it asks this machine alone', () => {
  expect(below('databases').map(({ content }) => content.sqlalchemy_uri)).toEqual([
    'postgresql+psycopg2://imr_reader:XXXXXXXXXX@127.0.0.1:5440/imr',
  ]);
});

test('the picture is shown where the dashboard is described', () => {
  expect(read('docs/bi.md').includes('](images/superset-dashboard.png)')).toBe(true);
  const picture = readFileSync(join(DASHBOARD, '../../../docs/images/superset-dashboard.png'));
  expect(picture.length).toBeLessThan(400_000);
});
