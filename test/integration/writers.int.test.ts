import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { GraphClient } from '../../src/graph/client.js';
import { startApi, WRITER, type TestApi } from '../support/api.js';
import { dumpGraph, emptyGraph, openClient, runCypher } from '../support/graph.js';
import { letter2016 } from '../support/letters.js';
import { formWith, INGEST, OTHER, REMOVE, REPARSE, writerOf } from '../support/writing.js';

let client: GraphClient;
let api: TestApi;
const { ingestText, remove, reparse, upload } = writerOf(() => api);

beforeAll(async () => {
  client = await emptyGraph();
  api = await startApi(client);
});

beforeEach(async () => {
  await emptyGraph();
});

describe('who may write', () => {
  const mutations = [
    ['IngestLetter', INGEST, { input: { text: letter2016() } }],
    ['ReparseCase', REPARSE, { id: 'CM16-0999901' }],
    ['RemoveCase', REMOVE, { id: 'CM16-0999901' }],
  ] as const;
  const refused = (status: number, code: string) => ({
    status,
    body: { errors: [{ extensions: { code } }] },
  });

  test('the schema has no other mutations', async () => {
    const query = '{ __schema { mutationType { fields { name } } } }';
    expect(await api.data(query)).toEqual({
      __schema: {
        mutationType: {
          fields: expect.arrayContaining(
            ['ingestLetter', 'reparseCase', 'removeCase'].map((name) => ({ name })),
          ),
        },
      },
    });
  });

  test.each(mutations)('%s needs the token, and never goes by GET', async (_, query, variables) => {
    await ingestText(OTHER);
    const before = await dumpGraph();
    expect(await api.ask(query, variables)).toMatchObject(refused(401, 'UNAUTHENTICATED'));
    for (const authorization of ['Bearer a-token-of-the-testz', 'Bearer x', 'Basic YTpi', 'Bearer']) {
      const { status, body } = await api.ask(query, variables, { authorization });
      expect([401, 403]).toContain(status);
      expect(['UNAUTHENTICATED', 'FORBIDDEN']).toContain(body.errors?.[0]?.extensions?.code);
    }
    const search = new URLSearchParams({ query, variables: JSON.stringify(variables) });
    const got = await fetch(`${api.url}/graphql?${search.toString()}`, {
      headers: { ...WRITER, accept: 'application/json', 'apollo-require-preflight': 'yes' },
    });
    expect(got.status).toBe(405);
    expect(await dumpGraph()).toEqual(before);
  });

  test('files are taken from those only who may', async () => {
    expect(await upload(letter2016(), 'a.txt', {})).toMatchObject(refused(401, 'UNAUTHENTICATED'));
    const wrong = { authorization: 'Bearer wrong' };
    expect(await upload(Buffer.alloc(9_000_000), 'a.txt', wrong)).toMatchObject(
      refused(401, 'UNAUTHENTICATED'),
    );
  });

  test('a form that a page of another origin could send is refused', async () => {
    const body = formWith(letter2016(), 'a.txt');
    const response = await fetch(`${api.url}/graphql`, { method: 'POST', headers: WRITER, body });
    expect(response.status).toBe(400);
    expect((await dumpGraph()).nodes).toEqual([]);
  });

  test.each(mutations)('without the setting nobody may: %s', async (_, query, variables) => {
    const closed = await startApi(client, { mayWrite: false });
    expect(await closed.ask(query, variables)).toMatchObject(refused(403, 'WRITING_DISABLED'));
    expect(await closed.ask(query, variables, WRITER)).toMatchObject(refused(401, 'UNAUTHENTICATED'));
  });
});

describe('in the midst of a transaction', () => {
  test.each([
    ['ingestLetter', 'write/cases', INGEST, { input: { text: letter2016({ caseNumber: 'CM16-0999902' }) } }],
    ['ingestLetter', 'write/documents', INGEST, { input: { text: letter2016() } }],
    ['reparseCase', 'write/cases', REPARSE, { id: 'CM16-0999902' }],
    ['removeCase', 'write/prune-items', REMOVE, { id: 'CM16-0999902' }],
    ['removeCase', 'write/remove-case', REMOVE, { id: 'CM16-0999902' }],
  ])(
    '%s that fails at %s leaves all as it was, and tells nothing of it',
    async (_, where, query, variables) => {
      await ingestText(OTHER);
      await runCypher(`MATCH (c:Case) SET c.parserVersion = '0.1'`);
      const before = await dumpGraph();
      const failing = openClient({
        onStatement: (name) => {
          if (name === where) throw new Error('the power went out at Quincunx');
        },
      });
      const { body } = await (await startApi(failing)).ask(query, variables, WRITER);
      expect(body.errors?.[0]?.extensions?.code).toBe('INTERNAL_SERVER_ERROR');
      expect(JSON.stringify(body)).not.toContain('Quincunx');
      expect(await dumpGraph()).toEqual(before);
    },
  );

  test('one that is refused because the case has changed changes nothing', async () => {
    await ingestText(OTHER);
    const meddling = openClient({ onStatement: () => undefined });
    const reading = meddling.read.bind(meddling);
    meddling.read = async <Row>(...question: Parameters<GraphClient['read']>) => {
      const rows = await reading<Row>(...question);
      if (question[0] === 'read/stored-letter') await runCypher(`MATCH (c:Case) SET c.text = 'another'`);
      return rows;
    };
    const { status, body } = await (await startApi(meddling)).ask(REPARSE, { id: 'CM16-0999902' }, WRITER);
    expect({ status, code: body.errors?.[0]?.extensions?.code }).toEqual({
      status: 409,
      code: 'CASE_CHANGED',
    });
  });
});

test('writers at the same time end in one of their states, never in half of one', async () => {
  await ingestText(letter2016());
  const without = await dumpGraph();
  await ingestText(OTHER);
  const withIt = await dumpGraph();
  for (let round = 0; round < 8; round++) {
    const answers = await Promise.all([
      api.ask(INGEST, { input: { text: OTHER } }, WRITER),
      api.ask(REMOVE, { id: 'CM16-0999902' }, WRITER),
      api.ask(INGEST, { input: { text: OTHER } }, WRITER),
      api.ask(REMOVE, { id: 'CM16-0999902' }, WRITER),
    ]);
    expect(answers.map(({ body }) => body.errors)).toEqual(answers.map(() => undefined));
    const after = await dumpGraph();
    expect([without, withIt]).toContainEqual(after);
  }
});

test('writers of cases that share nodes do not lose them to one another', async () => {
  const sharing = OTHER.replaceAll('CM16-0999902', 'CM16-0999903');
  await ingestText(sharing);
  const expected = await dumpGraph();
  for (let round = 0; round < 8; round++) {
    await remove('CM16-0999903');
    await ingestText(OTHER);
    const answers = await Promise.all([
      api.ask(REMOVE, { id: 'CM16-0999902' }, WRITER),
      api.ask(INGEST, { input: { text: sharing } }, WRITER),
    ]);
    expect(answers.map(({ body }) => body.errors)).toEqual([undefined, undefined]);
    expect(await dumpGraph()).toEqual(expected);
  }
});

test('the log tells what mutations did, and nothing of a text or the token', async () => {
  const mark = 'Quincunx';
  const text = letter2016({ summary: `The injured worker is ${mark}, a 44 year old female.` });
  await ingestText(text);
  await ingestText(mark);
  await upload(`${mark} again`, `${mark}.txt`);
  await reparse('CM16-0999901');
  await remove('CM16-0999901');
  await remove(mark);
  await api.ask(REMOVE, { id: mark }, { authorization: `Bearer ${mark}` });
  const lines = api.logged.map((line) => JSON.parse(line) as { mutation?: string; outcome?: string });
  const told = lines.flatMap(({ mutation, outcome }) => (mutation ? [`${mutation} ${outcome ?? ''}`] : []));
  expect(told.slice(-6)).toEqual([
    'ingestLetter INGESTED',
    'ingestLetter REFUSED',
    'ingestLetter REFUSED',
    'reparseCase UNCHANGED',
    'removeCase REMOVED',
    'removeCase NO_SUCH_CASE',
  ]);
  expect(api.logged.join('\n')).not.toContain(mark);
  expect(api.logged.join('\n')).not.toContain('a-token-of-the-tests');
});
