import { beforeEach, describe, expect, test } from '@jest/globals';
import { ImrError } from '../../src/common/errors.js';
import type { GraphClient } from '../../src/graph/client.js';
import { removeCase } from '../../src/graph/removal.js';
import { moveVersion, readChanges, readVersion } from '../../src/graph/version.js';
import { releaseDocuments, writeDeterminations, writeQuarantine } from '../../src/graph/writer.js';
import { determination, finding } from '../support/determinations.js';
import { emptyGraph, openClient, runCypher, settleVersion } from '../support/graph.js';

const LETTER = determination('CM16-0000001');
const [REJECTED, OTHERWISE] = [
  rejection('UNKNOWN_TEMPLATE', 'No template.'),
  rejection('EMPTY_FILE', 'No text.'),
];

let client: GraphClient;

beforeEach(async () => {
  client = await emptyGraph();
  await writeDeterminations(client, [LETTER]);
  await writeQuarantine(client, [REJECTED]);
});

const stored = async () => {
  const [version] = await runCypher<{ revision: number; token: string }>(
    'MATCH (v:GraphVersion) RETURN v.revision AS revision, v.token AS token',
  );
  return version;
};

describe('the version of the graph', () => {
  test.each<[string, (client: GraphClient) => Promise<unknown>, string[]]>([
    ['a new letter', (to) => writeDeterminations(to, [determination('CM16-0000002')]), ['CM16-0000002']],
    [
      'a letter that was corrected',
      (to) => writeDeterminations(to, [{ ...LETTER, clinicalSummary: 'A 45 year old female.' }]),
      ['CM16-0000001'],
    ],
    [
      'a newer parser',
      (to) => writeDeterminations(to, [{ ...LETTER, parserVersion: '2' }]),
      ['CM16-0000001'],
    ],
    [
      'letters of which one is there already',
      (to) => writeDeterminations(to, [LETTER, determination('CM16-0000003'), determination('CM16-0000002')]),
      ['CM16-0000003', 'CM16-0000002'],
    ],
    ['a case that was removed', (to) => removeCase(to, 'CM16-0000001'), ['CM16-0000001']],
    [
      'another form of a letter',
      (to) => writeDeterminations(to, [{ ...LETTER, source: { ...LETTER.source, sha256: 'f'.repeat(64) } }]),
      [],
    ],
    [
      'a file that was moved',
      (to) => writeDeterminations(to, [{ ...LETTER, source: { ...LETTER.source, path: 'moved.txt' } }]),
      [],
    ],
    ['a file that is refused', (to) => writeQuarantine(to, [{ ...REJECTED, path: 'another.txt' }]), []],
    ['another reason for refusing it', (to) => writeQuarantine(to, [OTHERWISE]), []],
    ['a refused file that was read meanwhile', (to) => releaseDocuments(to, [REJECTED.path]), []],
  ])('moves with %s, and tells the cases', async (_, change, cases) => {
    const before = await stored();
    await change(client);
    const after = await stored();
    const revision = (before?.revision ?? 0) + 1;
    expect(after?.revision).toBe(revision);
    expect(after?.token).not.toBe(before?.token);
    expect(await readChanges(client, revision)).toEqual([{ revision, token: after?.token, cases }]);
  });

  test('forgets changes of long ago, one for each new one', async () => {
    const before = await stored();
    await runCypher('MATCH (v:GraphVersion) SET v.revision = v.revision + 2000');
    await writeQuarantine(client, [OTHERWISE]);
    const revisions = (await readChanges(client, 0)).map(({ revision }) => revision);
    expect(revisions).toEqual([(before?.revision ?? 0) + 2001]);
  });

  test.each<[string, (client: GraphClient) => Promise<unknown>]>([
    ['the same letter again', (to) => writeDeterminations(to, [LETTER])],
    ['the same refusal again', (to) => writeQuarantine(to, [REJECTED])],
    ['letters that were never refused', (to) => releaseDocuments(to, [LETTER.source.path])],
    ['nothing', (to) => writeDeterminations(to, [])],
    ['a failure', (to) => failToWrite(to)],
  ])('stays with %s', async (_, repeat) => {
    const before = await stored();
    await repeat(client);
    expect(before?.token).toMatch(/^[0-9a-f-]{36}$/);
    expect(await stored()).toEqual(before);
  });

  test('is told once it has settled', async () => {
    expect(await readVersion(client)).toBeUndefined();
    await settleVersion();
    expect(await readVersion(client)).toEqual(await stored());
    await writeDeterminations(client, [determination('CM16-0000002')]);
    expect(await readVersion(client)).toBeUndefined();
  });

  test('is not told of a graph that has none', async () => {
    await runCypher('MATCH (v:GraphVersion) DELETE v');
    expect(await readVersion(client)).toBeUndefined();
  });

  test('moves once for each of many writers at the same time, who do not lock each other out', async () => {
    const before = await stored();
    const clients = Array.from({ length: 6 }, () => openClient({ patience: 20_000 }));
    const letters = (writer: number) =>
      [1, 2, 3].map((i) =>
        determination(`CM16-00001${writer}${i}`, { findings: [finding({ label: `Item ${writer}` })] }),
      );
    await Promise.all(
      clients.map(async (each, writer) => {
        for (const letter of letters(writer)) {
          await writeDeterminations(each, [letter]);
          await writeQuarantine(each, [{ ...REJECTED, path: letter.source.path }]);
        }
      }),
    );
    expect((await stored())?.revision).toBe((before?.revision ?? 0) + clients.length * 6);
  });
});

async function failToWrite(to: GraphClient): Promise<void> {
  const work = to.write('failing', async (run) => {
    await moveVersion(run, []);
    throw new Error('the power went out');
  });
  await expect(work).rejects.toThrow('the power went out');
}

function rejection(code: 'UNKNOWN_TEMPLATE' | 'EMPTY_FILE', reason: string) {
  return { path: 'letters/refused.txt', sha256: null, error: new ImrError(code, reason) };
}
