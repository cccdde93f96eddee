import { readFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LONGEST_TEXT } from '../../src/api/inputs/limits.js';
import type { GraphClient } from '../../src/graph/client.js';
import { writeDeterminations } from '../../src/graph/writer.js';
import { startApi, type TestApi } from '../support/api.js';
import { determination, finding } from '../support/determinations.js';
import { emptyGraph } from '../support/graph.js';
import { letter2016 } from '../support/letters.js';
import { idOf, MENISCUS, SIMILAR_CORPUS } from '../support/similar.js';

const statements: string[] = [];
let client: GraphClient;
let api: TestApi;

beforeAll(async () => {
  client = await emptyGraph({ onStatement: (name) => void statements.push(name) });
  await writeDeterminations(client, SIMILAR_CORPUS);
  api = await startApi(client);
  // The first time the engine plans each statement, which takes the longer the busier the machine is.
  await api.ask(DOCUMENT, { to: { finding: idOf(1) } });
});

beforeEach(() => {
  statements.length = 0;
});

interface Reason {
  kind: string;
  weight: number;
  says: string;
  citedBy: string[];
  criterion: string | null;
  here: string[];
  there: string[];
  words: string[];
  guideline: { name: string } | null;
}

interface Edge {
  cursor: string;
  score: number;
  alike: number;
  reasons: Reason[];
  highlights: { excerpt: string; ranges: { start: number; end: number }[] }[];
  node: { id: string; decision: string };
}

interface Found {
  totalCount: number;
  considered: number;
  edges: Edge[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  understoodAs: {
    form: string;
    items: { name: string }[];
    guidelines: { path: string; citedBy: string[]; guideline: { name: string } | null }[];
    criteria: { kind: string; status: string }[];
    words: string[];
  };
  summary: {
    nearest: { findings: number; upheld: number; overturned: number };
    criteria: {
      kind: string;
      separation: number | null;
      met: { overturned: number };
      notMet: { upheld: number };
    }[];
  };
  caps: unknown[];
}

const DOCUMENT = `query ($to: SimilarTo!, $filter: FindingFilter, $overturnedFirst: Boolean, $first: Int, $after: String) {
  similarFindings(to: $to, filter: $filter, overturnedFirst: $overturnedFirst, first: $first, after: $after) {
    totalCount considered pageInfo { hasNextPage endCursor } caps { of name findings considered }
    edges { cursor score alike node { id decision } highlights { excerpt ranges { start end } }
      reasons { kind weight says citedBy criterion here there words guideline { name } } }
    understoodAs { form items { name } guidelines { path citedBy guideline { name } } criteria { kind status } words }
    summary { nearest { findings upheld overturned } criteria { kind separation met { overturned } notMet { upheld } } }
  }
}`;

async function similar(to: object, more: object = {}): Promise<Found> {
  const { similarFindings } = await api.data<{ similarFindings: Found }>(DOCUMENT, {
    to,
    first: 100,
    ...more,
  });
  return similarFindings;
}

const toSeed = (more?: object) => similar({ finding: idOf(1) }, more);
/** Of a finding in the API. */
const nodeId = (number: number) => `Finding:${idOf(number)}`;
const idsOf = ({ edges }: Found) => edges.map(({ node }) => node.id);
const edgeOf = ({ edges }: Found, number: number) => edges.find(({ node }) => node.id === nodeId(number));
const kindsOf = (edge: Edge | undefined) => [...new Set(edge?.reasons.map(({ kind }) => kind))].sort();

describe('reasons', () => {
  test.each([
    ['the item alone', 2, ['ITEM'], 'Both ask for MRI: Knee.'],
    [
      'a guideline alone',
      3,
      ['GUIDELINE'],
      "Both cite ODG > Knee & Leg > Magnetic resonance imaging (MRI); there in the expert reviewer's guideline line.",
    ],
    [
      'a criterion, beside the word that it is found by',
      4,
      ['CRITERION', 'WORDING'],
      'Conservative care tried and failed: not met in both, where it is a reason for the decision.',
    ],
    ['words alone', 5, ['WORDING'], expect.stringMatching(/^Both rationales say: .*patella/)],
  ])('%s', async (_, number, kinds, says) => {
    const edge = edgeOf(await toSeed(), number);
    expect(kindsOf(edge)).toEqual(kinds);
    expect(edge?.reasons[0]?.says).toEqual(says);
  });

  test('all together come first, and add up to the score', async () => {
    const [first] = (await toSeed()).edges;
    expect(first?.node.id).toBe(nodeId(6));
    expect(kindsOf(first)).toEqual(['CRITERION', 'GUIDELINE', 'ITEM', 'WORDING']);
    const sum = first?.reasons.reduce((all, { weight }) => all + weight, 0);
    expect(sum).toBeCloseTo(first?.score ?? 0, 1);
    const weights = first?.reasons.map(({ weight }) => weight) ?? [];
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
  });

  test('a rare guideline weighs more than one that many cite', async () => {
    const cited = (await toSeed()).edges[0]?.reasons.filter(({ kind }) => kind === 'GUIDELINE') ?? [];
    expect(cited.map(({ guideline }) => guideline?.name)).toEqual([
      'Magnetic resonance imaging (MRI)',
      'Chronic Pain Medical Treatment',
    ]);
  });

  test('what is shared with the chapter alone says so, and who cites it', async () => {
    const edge = edgeOf(await toSeed(), 7);
    expect(edge?.reasons.find(({ kind }) => kind === 'GUIDELINE')).toMatchObject({
      guideline: { name: 'Knee & Leg' },
      citedBy: ['CLAIMS_ADMINISTRATOR'],
      says: 'Both cite something of ODG > Knee & Leg; there by the claims administrator.',
    });
  });

  test('the opposite said of a criterion is told, and weighs less', async () => {
    const found = await toSeed();
    const [opposite, same] = [7, 6].map((number) =>
      edgeOf(found, number)?.reasons.find(({ kind }) => kind === 'CRITERION'),
    );
    expect(opposite).toMatchObject({
      criterion: 'CONSERVATIVE_CARE_FAILED',
      here: ['NOT_MET'],
      there: ['MET'],
      says: 'Conservative care tried and failed: not met here, met there, where it is a reason for the decision.',
    });
    expect(opposite?.weight).toBeLessThan(same?.weight ?? 0);
  });

  test('shared words are highlighted', async () => {
    const { edges } = await toSeed();
    const [{ excerpt, ranges } = { excerpt: '', ranges: [] }] = edges[0]?.highlights ?? [];
    expect(ranges.map(({ start, end }) => excerpt.slice(start, end))).toContain('patella');
  });
});

describe('the list', () => {
  test('leaves out the findings of the same letter', async () => {
    const ids = idsOf(await toSeed());
    expect(ids.filter((id) => id.startsWith(nodeId(1).slice(0, -2)))).toEqual([]);
  });

  test('names findings in the same words once, those decided otherwise apart', async () => {
    const found = await toSeed();
    expect([9, 10, 11, 12].map((number) => edgeOf(found, number)?.alike)).toEqual([
      2,
      undefined,
      undefined,
      0,
    ]);
  });

  test('is in the order of scores, equals by id', async () => {
    const places = (await toSeed()).edges.map(({ score, node }) => ({ score, id: node.id }));
    expect(places).toEqual([...places].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)));
  });

  test('puts overturned ones first when asked, each group by score', async () => {
    const [plain, turned] = [await toSeed(), await toSeed({ overturnedFirst: true })];
    const isOverturned = ({ node }: Edge) => node.decision === 'OVERTURNED';
    expect(turned.edges.map(({ node }) => node.id)).toEqual(
      [...plain.edges.filter(isOverturned), ...plain.edges.filter((edge) => !isOverturned(edge))].map(
        ({ node }) => node.id,
      ),
    );
    expect(turned.edges[0]?.node.id).toBe(nodeId(7));
    expect(turned.summary).toEqual(plain.summary);
  });

  test('keeps to the filter', async () => {
    const found = await toSeed({ filter: { decision: 'OVERTURNED' } });
    expect(new Set(found.edges.map(({ node }) => node.decision))).toEqual(new Set(['OVERTURNED']));
    expect(found.summary.nearest.upheld).toBe(0);
  });

  test.each([false, true])('is walked page by page, overturnedFirst: %s', async (overturnedFirst) => {
    const all = idsOf(await toSeed({ overturnedFirst }));
    const walked: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page: Found = await toSeed({ overturnedFirst, first: 2, after });
      walked.push(...idsOf(page));
      [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
      expect(page.totalCount).toBe(all.length);
    }
    expect(walked).toEqual(all);
  });

  test('takes as many statements, however many findings', async () => {
    await toSeed({ first: 1 });
    const few = [...statements].sort();
    statements.length = 0;
    await toSeed({ first: 100 });
    expect([...statements].sort()).toEqual(few);
    expect(few.filter((name) => name.startsWith('read/similar-'))).toHaveLength(5);
  });
});

describe('the summary', () => {
  test('counts how the nearest were decided, and what they say of criteria', async () => {
    const { summary } = await toSeed();
    expect(summary.nearest).toEqual({ findings: 2, upheld: 1, overturned: 1 });
    expect(summary.criteria).toEqual([
      { kind: 'CONSERVATIVE_CARE_FAILED', separation: 0.5, met: { overturned: 1 }, notMet: { upheld: 1 } },
    ]);
  });

  test('tells nothing apart where all were decided alike', async () => {
    const { summary } = await toSeed({ filter: { decision: 'UPHELD' } });
    expect(summary.criteria[0]?.separation).toBeNull();
  });
});

describe('a text', () => {
  test('in the words of a finding finds it first', async () => {
    const found = await similar({ text: `${MENISCUS} So an image is premature.` });
    expect(idsOf(found)[0]).toBe(nodeId(6));
  });

  test('is read for items, guidelines and criteria', async () => {
    const text =
      'I request an MRI of the left knee. The ODG Knee & Leg chapter supports it. ' +
      'The patient has completed and failed six weeks of physical therapy.';
    const { understoodAs, edges } = await similar({ text });
    expect(understoodAs).toMatchObject({
      form: 'TEXT',
      items: [{ name: 'MRI: Knee' }],
      guidelines: [{ path: 'ODG > Knee & Leg', citedBy: ['RATIONALE'], guideline: { name: 'Knee & Leg' } }],
      criteria: [{ kind: 'CONSERVATIVE_CARE_FAILED', status: 'MET' }],
    });
    expect(edges[0]?.node.id).toBe(nodeId(7));
  });

  test('of a label alone finds the item', async () => {
    const { understoodAs, edges } = await similar({ text: 'knee MRI' });
    expect(understoodAs.items).toEqual([{ name: 'MRI: Knee' }]);
    expect(new Set(edges.map(({ reasons }) => reasons[0]?.says))).toEqual(
      new Set(['Both ask for MRI: Knee.']),
    );
  });

  test('of which nothing is known finds nothing, and says so', async () => {
    const { understoodAs, edges, summary, considered } = await similar({
      text: 'Zorblax quuxed grobblingly.',
    });
    expect(understoodAs).toEqual({ form: 'TEXT', items: [], guidelines: [], criteria: [], words: [] });
    expect([edges, considered, summary.criteria]).toEqual([[], 0, []]);
  });

  test('that is a whole letter is read by the parser, and its own findings are left out', async () => {
    const text = letter2016({ caseNumber: idOf(6).slice(0, -2) });
    const found = await similar({ text });
    expect(found.understoodAs).toMatchObject({ form: 'LETTER', items: [{ name: 'MRI: Knee' }] });
    expect(idsOf(found)).not.toContain(nodeId(6));
    expect(idsOf(found)).toContain(nodeId(2));
  });

  test('of any characters is answered or refused, never a failure', async () => {
    const signs = fc.constantFrom(
      'knee',
      '"',
      '\\',
      '*',
      '~',
      '(',
      ')',
      '[',
      ':',
      'rationale:',
      'AND',
      '-',
      '\u0000',
      '😀',
      ' ',
    );
    const texts = fc.oneof(
      fc.array(signs, { maxLength: 30 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 80 }),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const { body } = await api.ask(DOCUMENT, { to: { text } });
        expect(['answered', 'BAD_USER_INPUT']).toContain(body.errors?.[0]?.extensions?.code ?? 'answered');
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});

// Their answers depend on rarities of words, and so on what the index held before: no golden file has them.
describe('the documented operations', () => {
  const operation = (name: string) => readFileSync(`schema/operations/${name}.graphql`, 'utf8');
  type Answer = Record<'similarFindings', { edges: Pick<Edge, 'node'>[] }>;

  test('SimilarFindings tells those that were overturned first', async () => {
    const { similarFindings } = await api.data<Answer>(operation('SimilarFindings'), { finding: idOf(1) });
    expect(similarFindings.edges[0]?.node.decision).toBe('OVERTURNED');
  });

  test('SimilarToText reads the text that it is an example of', async () => {
    expect(await api.data(operation('SimilarToText'))).toMatchObject({
      similarFindings: {
        understoodAs: { form: 'TEXT', items: [{ name: 'MRI: Knee', weight: 1 }] },
        edges: expect.arrayContaining([
          expect.objectContaining({ node: expect.anything() as unknown }),
        ]) as unknown,
      },
    });
  });
});

describe('what is refused', () => {
  test.each([
    ['nothing', {}, 'to'],
    ['both', { finding: idOf(1), text: 'knee' }, 'to'],
    ['a finding that is not there', { finding: 'CM99-0000000#1' }, 'to.finding'],
    ['a text without words', { text: ' the of 12 -- \n' }, 'to.text'],
    ['a text too long', { text: 'x'.repeat(LONGEST_TEXT + 1) }, 'to.text'],
  ])('%s', async (_, to, path) => {
    const { body } = await api.ask(DOCUMENT, { to });
    expect(body.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path }] } }]);
  });

  test('too many texts at once', async () => {
    const fields = [1, 2, 3, 4, 5].map((n) => `_${n}: similarFindings(to: { text: $text }) { totalCount }`);
    const text = 'x'.repeat(LONGEST_TEXT);
    const { body } = await api.ask(`query ($text: String!) { ${fields.join(' ')} }`, { text });
    expect(body.errors?.[0]?.extensions?.code).toBe('QUERY_TOO_COSTLY');
  });

  test('a cursor of another list', async () => {
    const { cases } = await api.data<{ cases: { pageInfo: { endCursor: string } } }>(
      '{ cases(first: 1) { pageInfo { endCursor } } }',
    );
    const { body } = await api.ask(DOCUMENT, { to: { finding: idOf(1) }, after: cases.pageInfo.endCursor });
    expect(body.errors).toMatchObject([{ extensions: { fields: [{ path: 'after' }] } }]);
  });
});

test('where more of one decision are alike than are compared, the answer says so', async () => {
  const acupuncture = finding({
    label: 'Acupuncture',
    service: { modality: 'Acupuncture', bodyRegions: [] },
  });
  const letters = Array.from({ length: 51 }, (_, i) =>
    determination(`CM16-31000${String(i).padStart(2, '0')}`, {
      findings: Array.from({ length: 10 }, () => acupuncture),
    }),
  );
  await writeDeterminations(client, letters);

  const { caps } = await similar({ finding: 'CM16-3100000#1' });
  expect(caps).toContainEqual({ of: 'DECISION', name: 'UPHELD', findings: null, considered: 500 });
  expect(caps).not.toContainEqual(expect.objectContaining({ name: 'OVERTURNED' }));
});
