import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { writeDeterminations } from '../../src/graph/writer.js';
import { startApi, type TestApi } from '../support/api.js';
import { CRITERIA_CORPUS } from '../support/criteria.js';
import { emptyGraph } from '../support/graph.js';

const statements: string[] = [];
let api: TestApi;

beforeAll(async () => {
  const client = await emptyGraph({ onStatement: (name) => void statements.push(name) });
  await writeDeterminations(client, CRITERIA_CORPUS);
  api = await startApi(client);
});

beforeEach(() => {
  statements.length = 0;
});

interface Checklist {
  summary: string;
  understoodAs: { modality: string; bodyRegions: string[] };
  diagnosis: { words: string[]; findings: number; applied: boolean } | null;
  basis: { findings: number; letters: number; withCriteria: number; upheld: number };
  criteria: { kind: string; notMet: { findings: number; decisive: number }; met: { findings: number } }[];
}

async function checklist(args: string): Promise<Checklist> {
  const { requestChecklist } = await api.data<{ requestChecklist: Checklist }>(
    `{ requestChecklist(${args}) { summary understoodAs { modality bodyRegions } diagnosis { words findings applied }
      basis { findings letters withCriteria upheld }
      criteria { kind notMet { findings decisive } met { findings } } } }`,
  );
  return requestChecklist;
}

test.each([
  ['service: "cervical MRI"'],
  ['service: "MRI of the neck"'],
  ['service: "magnetic resonance imaging", bodyRegion: "neck"'],
  ['service: "MRI, cervical spine", bodyRegion: "C5-6"'],
])('is about the same service however it is worded: %s', async (args) => {
  expect(await checklist(args)).toEqual({
    summary:
      'MRI: Cervical spine: 4 findings of 4 letters, 3 upheld; in 3 a criterion is said to be met or not met.',
    understoodAs: { modality: 'MRI', bodyRegions: ['Cervical spine'] },
    diagnosis: null,
    basis: { findings: 4, letters: 4, withCriteria: 3, upheld: 3 },
    criteria: [
      { kind: 'CONSERVATIVE_CARE_FAILED', notMet: { findings: 2, decisive: 2 }, met: { findings: 2 } },
      { kind: 'NEUROLOGIC_DEFICIT', notMet: { findings: 1, decisive: 1 }, met: { findings: 1 } },
    ],
  });
});

test.each([
  ['a service on any region', 'service: "MRI"', 5],
  ['of either of two regions', 'service: "MRI neck", bodyRegion: "knee"', 5],
  ['of a service that nobody asked for', 'service: "acupuncture"', 0],
])('%s', async (_, args, findings) => {
  expect((await checklist(args)).basis.findings).toBe(findings);
});

test('unsure statements do not count unless they are asked for', async () => {
  const { criteria } = await checklist('service: "MRI", minConfidence: 0');
  expect(criteria.map(({ kind }) => kind)).toContain('RED_FLAG');
});

describe('a diagnosis', () => {
  test('narrows to letters that hold its words, in the rationale or the summary', async () => {
    const { summary, diagnosis, basis } = await checklist(
      'service: "cervical MRI", diagnosis: "Radiculopathy, cervical"',
    );
    expect(diagnosis).toEqual({ words: ['radiculopathy', 'cervical'], findings: 2, applied: true });
    expect(basis).toEqual({ findings: 2, letters: 2, withCriteria: 2, upheld: 1 });
    expect(summary).toBe(
      'MRI: Cervical spine: 2 findings of 2 letters, 1 upheld; in 2 a criterion is said to be met or not met. All hold the words of the diagnosis: radiculopathy cervical.',
    );
  });

  test('that no letter holds is left out, and that is said', async () => {
    const { summary, diagnosis, basis } = await checklist('service: "cervical MRI", diagnosis: "gout"');
    expect(diagnosis).toEqual({ words: ['gout'], findings: 0, applied: false });
    expect(basis.findings).toBe(4);
    expect(summary).toMatch(/None holds all words of the diagnosis \(gout\), which is therefore left out\.$/);
  });

  test.each(["'}) DETACH DELETE n //", '.*', '%', '`', '$words'])(
    'is taken as mere words: %j',
    async (diagnosis) => {
      const { body } = await api.ask(
        'query ($diagnosis: String) { requestChecklist(service: "cervical MRI", diagnosis: $diagnosis) { basis { findings } } }',
        { diagnosis },
      );
      const [error] = body.errors ?? [];
      if (error) expect(error.extensions?.fields?.[0]?.path).toBe('diagnosis');
      else expect(body.data).toEqual({ requestChecklist: { basis: { findings: 4 } } });
    },
  );
});

test('the guidelines of a level, each with its criteria and examples', async () => {
  const { requestChecklist } = await api.data<{ requestChecklist: unknown }>(
    `{ requestChecklist(service: "cervical MRI") {
      chapters: guidelines { guideline { path } findings upheld upholdRate criteria { kind met { findings } } }
      topics: guidelines(level: TOPIC) { guideline { name } findings criteria(first: 1) { kind guideline { level }
        examples(status: NOT_MET) { quote finding { id } } } } } }`,
  );
  expect(requestChecklist).toEqual({
    chapters: [
      {
        guideline: { path: 'ODG > Neck & Upper Back' },
        findings: 4,
        upheld: 3,
        upholdRate: 0.75,
        criteria: [
          { kind: 'CONSERVATIVE_CARE_FAILED', met: { findings: 2 } },
          { kind: 'NEUROLOGIC_DEFICIT', met: { findings: 1 } },
        ],
      },
    ],
    topics: [
      {
        guideline: { name: 'Magnetic resonance imaging (MRI)' },
        findings: 2,
        criteria: [
          {
            kind: 'CONSERVATIVE_CARE_FAILED',
            guideline: { level: 'TOPIC' },
            examples: [{ quote: 'No trial of therapy', finding: { id: 'Finding:CM16-1000001#1' } }],
          },
        ],
      },
    ],
  });
});

test('examples: no wording twice, what is met first from overturned findings', async () => {
  const { requestChecklist } = await api.data<{ requestChecklist: { criteria: object[] } }>(
    `{ requestChecklist(service: "cervical MRI") { criteria(first: 1) {
      met: examples(status: MET) { quote finding { decision } } unmet: examples(status: NOT_MET) { quote }
      one: examples(status: MET, first: 1) { quote } } } }`,
  );
  expect(requestChecklist.criteria).toEqual([
    {
      met: [
        { quote: 'six weeks of therapy', finding: { decision: 'OVERTURNED' } },
        { quote: 'MET CONSERVATIVE_CARE_FAILED', finding: { decision: 'UPHELD' } },
      ],
      unmet: [{ quote: 'No trial of therapy' }],
      one: [{ quote: 'six weeks of therapy' }],
    },
  ]);
});

test('the number of statements does not grow with the guidelines and criteria', async () => {
  const query = (
    first: number,
  ) => `{ requestChecklist(service: "MRI") { criteria(first: ${first}) { examples(status: MET) { id } }
    guidelines(level: TOPIC, first: ${first}) { guideline { path } criteria(first: ${first}) { base { findings }
      examples(status: MET) { finding { id } } } } } }`;
  await api.data(query(1));
  const few = [...statements].sort();
  statements.length = 0;
  await api.data(query(20));
  expect([...statements].sort()).toEqual(few);
  expect(few.length).toBeLessThan(12);
});

describe('arguments that are not acceptable', () => {
  test.each([
    ['an unknown service, with what is near it', 'service: "MIR"', 'service', /near them are: MRI/],
    ['a service of nothing', 'service: ""', 'service', /knows no service/],
    ['no service but a region', 'service: "knee"', 'service', /knows no service/],
    ['an unknown region', 'service: "MRI", bodyRegion: "shouldr"', 'bodyRegion', /near them are: Shoulder/],
    ['a diagnosis of nothing', 'service: "MRI", diagnosis: "?!"', 'diagnosis', /no word/],
    [
      'a diagnosis too long',
      `service: "MRI", diagnosis: "${'one two three '.repeat(2)}a1 a2 a3 a4 a5 a6 a7 a8 a9"`,
      'diagnosis',
      /more than 10/,
    ],
    ['a service too long', `service: "${'x'.repeat(601)}"`, 'service', /./],
    ['a confidence beyond 1', 'service: "MRI", minConfidence: 7', 'minConfidence', /./],
    ['no service', 'bodyRegion: "knee"', undefined, /./],
  ])('%s', async (_, args, path, message) => {
    const { body } = await api.ask(`{ requestChecklist(${args}) { summary } }`);
    const [error] = body.errors ?? [];
    expect(error?.message).toMatch(message);
    if (path !== undefined) {
      expect(error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path }] });
    }
  });

  test.each([
    ['{ requestChecklist(service: "MRI") { guidelines(level: CRITERION) { findings } } }', 'level'],
    ['{ requestChecklist(service: "MRI") { guidelines(first: 0) { findings } } }', 'first'],
    ['{ requestChecklist(service: "MRI") { criteria(first: 101) { kind } } }', 'first'],
  ])('%s', async (query, path) => {
    const { body } = await api.ask(query);
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path }] });
  });
});

test('lists within lists that multiply to too many nodes are refused', async () => {
  const { status, body } = await api.ask(
    `{ requestChecklist(service: "MRI") { guidelines(first: 100) { criteria(first: 100) { examples(status: MET, first: 10) { quote } } } } }`,
  );
  expect([status, body.errors?.[0]?.extensions?.code]).toEqual([400, 'QUERY_TOO_COSTLY']);
  expect(statements).toEqual([]);
});
