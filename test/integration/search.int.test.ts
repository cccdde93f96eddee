import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readCorpus } from '../../src/corpus/read-corpus.js';
import { writeDeterminations } from '../../src/graph/writer.js';
import type { Determination } from '../../src/normalise/determination.js';
import { STOP_WORDS, wordsOf } from '../../src/query/search/words.js';
import { startApi, type TestApi } from '../support/api.js';
import { determination, finding } from '../support/determinations.js';
import { emptyGraph, openClient, runCypher } from '../support/graph.js';

const statements: string[] = [];
let api: TestApi;
let letters: Determination[];

beforeAll(async () => {
  const client = await emptyGraph({ onStatement: (name) => void statements.push(name) });
  letters = [];
  for await (const outcome of readCorpus(['samples'], { workers: 1 })) {
    if ('findings' in outcome) letters.push(outcome);
  }
  await writeDeterminations(client, [...letters, ...INVENTED]);
  api = await startApi(client);
});

beforeEach(() => {
  statements.length = 0;
});

/** Findings whose words no sample letter has. */
const INVENTED = [
  determination('CM16-7000001', {
    decisionDate: '2016-05-01',
    findings: [
      finding({ label: 'Zorblax of the knee', rationale: 'Quuxing failed. The zorblax is apt.' }),
      finding({ label: 'Frobnicator', rationale: 'Nothing of note.', decision: 'OVERTURNED' }),
    ],
  }),
  {
    ...determination('CM16-7000002', {
      decisionDate: '2017-05-01',
      findings: [finding({ label: 'Frobnicators, two', rationale: 'The left zorblax hurts.' })],
    }),
    clinicalSummary: 'Quuxed twice, with grobbling of the left arm.',
  },
  {
    ...determination('CM16-7000003', {
      decisionDate: null,
      findings: [finding({ label: 'Gizmo', rationale: 'Left it, then the zorblaxes.' })],
    }),
    clinicalSummary: 'Frobnicating made it worse.',
  },
];

interface Edge {
  cursor: string;
  score: number;
  highlights: { field: string; excerpt: string; start: number; ranges: { start: number; end: number }[] }[];
  node: { id: string; label: string; rationale: string | null; case: { clinicalSummary: string | null } };
}

interface Found {
  understoodAs: string;
  totalCount: number;
  edges: Edge[];
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  facets: Record<string, { value: string; findings: number }[]>;
}

const DOCUMENT = `query ($query: String!, $in: [SearchField!], $filter: FindingFilter, $orderBy: SearchOrder, $first: Int, $after: String) {
  searchFindings(query: $query, in: $in, filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    understoodAs totalCount nodes { id } pageInfo { hasNextPage endCursor }
    edges { cursor score node { id label rationale case { clinicalSummary } }
      highlights { field excerpt start ranges { start end } } }
    facets(first: 100) { decision { value findings } category { value findings } bodyRegion { value findings }
      source { value findings } year { value findings } } } }`;

async function search(query: string, others: object = {}): Promise<Found> {
  const variables = { in: ['LABEL', 'RATIONALE', 'SUMMARY'], filter: {}, orderBy: 'RELEVANCE', first: 100 };
  const { searchFindings } = await api.data<{ searchFindings: Found }>(DOCUMENT, {
    ...variables,
    query,
    ...others,
  });
  return searchFindings;
}

/** The last digit of the case and the place of each finding. */
async function found(query: string, others: object = {}): Promise<string[]> {
  const { nodes } = await search(query, others);
  return nodes.map(({ id }) => id.replace('Finding:CM16-700000', ''));
}

describe('what matches', () => {
  test.each([
    ['one word, in any inflection', 'zorblaxes', {}, ['1#1', '2#1', '3#1']],
    ['the case of letters and possessives do not matter', "ZORBLAX'S", {}, ['1#1', '2#1', '3#1']],
    ['all words', 'zorblax knee', {}, ['1#1']],
    ['words in different texts: rationale and summary', 'zorblax grobbling', {}, ['2#1']],
    ['all findings of a case by its summary', 'frobnicate', {}, ['1#2', '2#1', '3#1']],
    ['a phrase, inflected', '"left zorblaxes"', {}, ['2#1']],
    ['no phrase over two texts', '"zorblax hurts quuxed"', {}, []],
    ['a common word in a phrase stands for any', '"left the arm"', {}, []],
    ['either of two', 'grobbling or gizmo', {}, ['2#1', '3#1']],
    ['either of two, and a third', 'zorblax grobbling or gizmo', {}, ['2#1', '3#1']],
    ['not a word, wherever it stands', 'zorblax -quuxed', {}, ['3#1']],
    ['not a phrase', 'zorblax -"left zorblax"', {}, ['1#1', '3#1']],
    ['only labels', 'frobnicator', { in: ['LABEL'] }, ['1#2', '2#1']],
    ['only rationales', 'zorblax knee', { in: ['RATIONALE'] }, []],
    ['only summaries', 'frobnicator', { in: ['SUMMARY'] }, ['3#1']],
    ['a filter', 'frobnicator', { filter: { decision: 'OVERTURNED' } }, ['1#2']],
    ['days of decision', 'zorblax', { filter: { decisionDate: { from: '2017-01-01' } } }, ['2#1']],
    ['no word of the corpus', 'xyzzyx', {}, []],
  ])('%s', async (_, query, others, expected) => {
    expect((await found(query, others)).sort()).toEqual(expected);
  });

  test('a word in the label scores most, in the summary least', async () => {
    const { edges } = await search('frobnicator');
    expect(edges.map(({ node }) => node.id)).toEqual([
      'Finding:CM16-7000001#2',
      'Finding:CM16-7000002#1',
      'Finding:CM16-7000003#1',
    ]);
    const scores = edges.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores.at(-1)).toBeGreaterThan(0);
  });

  test('what matches by its own words comes before what needs the summary', async () => {
    const { edges } = await search('zorblax quuxing or hurts or grobbling');
    expect(edges.map(({ node, score }) => [node.id.slice(-3), score > 1])).toEqual([
      ['1#1', true],
      ['2#1', true],
    ]);
    const byBoth = await search('zorblax grobbling or gizmo');
    expect(byBoth.edges.map(({ node, score }) => [node.id.slice(-3), score > 1])).toEqual([
      ['3#1', true],
      ['2#1', false],
    ]);
  });

  test('what passes a narrow filter, however many match before it', async () => {
    const { nodes } = await search('knee or pain');
    const last = nodes.at(-1)?.id ?? '';
    const { nodes: narrow } = await search('knee or pain', { filter: { id: [last] }, first: 1 });
    expect(narrow.map(({ id }) => id)).toEqual([last]);
  });

  test('the latest decided first, those without a date last', async () => {
    expect(await found('zorblax', { orderBy: 'DECISION_DATE' })).toEqual(['2#1', '1#1', '3#1']);
  });
});

describe('highlights', () => {
  test('are the words of each text that matches', async () => {
    const { edges } = await search('"left zorblax" grobbling or quuxed');
    expect(edges.map(({ highlights }) => highlights)).toEqual([
      [
        {
          field: 'RATIONALE',
          excerpt: 'The left zorblax hurts.',
          start: 0,
          ranges: [{ start: 4, end: 16 }],
        },
        {
          field: 'SUMMARY',
          excerpt: 'Quuxed twice, with grobbling of the left arm.',
          start: 0,
          ranges: [
            { start: 0, end: 6 },
            { start: 19, end: 28 },
          ],
        },
      ],
    ]);
  });

  test('stand verbatim in their text, wherever it matches', async () => {
    const { edges } = await search('knee or pain or "physical therapy"');
    expect(edges.length).toBeGreaterThan(20);
    for (const { node, highlights } of edges) {
      const texts: Record<string, string | null> = {
        LABEL: node.label,
        RATIONALE: node.rationale,
        SUMMARY: node.case.clinicalSummary,
      };
      expect(highlights.length).toBeGreaterThan(0);
      for (const { field, excerpt, start, ranges } of highlights) {
        expect(texts[field]?.startsWith(excerpt, start)).toBe(true);
        for (const range of ranges) {
          expect(excerpt.slice(range.start, range.end)).toMatch(/^(?:knees?|pain\w*|physical\s+therap\w+)$/i);
        }
      }
    }
  });

  test('our words are those of the index: words of the samples are found and shown', async () => {
    const texts = letters.flatMap(({ findings, clinicalSummary }) => [
      clinicalSummary ?? '',
      ...findings.flatMap(({ label, rationale }) => [label, rationale ?? '']),
    ]);
    const spellings = new Map<string, string>();
    for (const text of texts) {
      for (const { start, end, stem } of wordsOf(text)) {
        if (stem !== null) spellings.set(stem, text.slice(start, end));
      }
    }
    const words = [...spellings.values()].filter((_, i) => i % 4 === 0);
    expect(words.length).toBeGreaterThan(300);
    const unseen: string[] = [];
    // As many searches as one request may cost.
    const size = 12;
    for (let i = 0; i < words.length; i += size) {
      const fields = words.slice(i, i + size).map((word, j) => {
        const query = JSON.stringify(word);
        return `w${j}: searchFindings(query: ${query}, first: 3) { edges { highlights { ranges { start } } } }`;
      });
      const answer = await api.data<Record<string, Pick<Found, 'edges'>>>(`{ ${fields.join('\n')} }`);
      Object.values(answer).forEach(({ edges }, j) => {
        const shown = edges.length > 0 && edges.every(({ highlights }) => highlights.length > 0);
        if (!shown) unseen.push(words[i + j] ?? '');
      });
    }
    expect(unseen).toEqual([]);
  }, 120_000);

  test('what is too common is what the engine leaves out', async () => {
    const [english] = await runCypher<{ stopwords: string[] }>(
      `CALL db.index.fulltext.listAvailableAnalyzers() YIELD analyzer, stopwords
       WHERE analyzer = 'english' RETURN stopwords`,
    );
    expect(english?.stopwords.sort()).toEqual([...STOP_WORDS].sort());
  });
});

describe('facets', () => {
  const CONDITIONS: Record<string, (value: string) => object> = {
    decision: (value) => ({ decision: value }),
    category: (value) => ({ category: value }),
    bodyRegion: (value) => ({ bodyRegion: value }),
    source: (value) => ({ citations: { guideline: value } }),
    year: (value) => ({ decisionDate: { from: `${value}-01-01`, to: `${value}-12-31` } }),
  };

  test('count what passes when the value is made a condition', async () => {
    const { facets, totalCount, nodes, pageInfo } = await search('knee or shoulder -arthroscopy');
    expect(pageInfo.hasNextPage).toBe(false);
    expect(totalCount).toBe(nodes.length);
    const decided = facets.decision?.reduce((sum, { findings }) => sum + findings, 0);
    expect(decided).toBe(totalCount);
    for (const [name, condition] of Object.entries(CONDITIONS)) {
      const values = facets[name] ?? [];
      expect(values.length).toBeGreaterThan(1);
      expect(values.map(({ findings }) => findings)).toEqual(
        values.map(({ findings }) => findings).sort((a, b) => b - a),
      );
      for (const { value, findings } of values) {
        const narrowed = await search('knee or shoulder -arthroscopy', { filter: condition(value) });
        expect([name, value, narrowed.totalCount]).toEqual([name, value, findings]);
      }
    }
  }, 60_000);

  test('are counted only when they are asked for, and as many values as asked', async () => {
    await api.data('{ searchFindings(query: "knee", first: 3) { nodes { id } } }');
    expect(statements).toEqual(['read/search-own-words', 'read/findings-by-id']);
    const { searchFindings } = await api.data<{ searchFindings: Found }>(
      '{ searchFindings(query: "knee", first: 100) { facets(first: 2) { source { value findings } } } }',
    );
    expect(searchFindings.facets.source).toHaveLength(2);
    expect(statements.filter((name) => name === 'read/search-facets')).toHaveLength(1);
  });

  test('the number of statements does not grow with the page', async () => {
    for (const first of [5, 60]) {
      statements.length = 0;
      await search('knee or pain', { first });
      expect(statements.length).toBeGreaterThan(4);
      expect(statements.length).toBeLessThan(7);
    }
  });
});

describe('pages', () => {
  async function walk(orderBy: string, first: number): Promise<string[]> {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Found = await search('knee or pain', { orderBy, first, after });
      seen.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    return seen;
  }

  test.each(['RELEVANCE', 'DECISION_DATE'])(
    'walking gives each finding once: %s',
    async (orderBy) => {
      const whole = await walk(orderBy, 100);
      expect(whole.length).toBeGreaterThan(30);
      expect(new Set(whole).size).toBe(whole.length);
      expect(await walk(orderBy, 7)).toEqual(whole);
    },
    60_000,
  );

  test('a cursor of an edge leads on behind it', async () => {
    const { edges } = await search('zorblax');
    expect((await search('zorblax', { after: edges[0]?.cursor })).edges).toEqual(edges.slice(1));
  });

  test.each([
    ['of the other order', { orderBy: 'DECISION_DATE' }],
    ['of another list', { after: Buffer.from('after:CM16-7000001#1').toString('base64url') }],
    [
      'of a day that is none',
      { orderBy: 'DECISION_DATE', after: Buffer.from('after:2016-02-31 x').toString('base64url') },
    ],
  ])('a cursor %s is refused', async (_, others) => {
    const { pageInfo } = await search('zorblax', { first: 1 });
    const variables = { query: 'zorblax', in: ['LABEL'], filter: {}, orderBy: 'RELEVANCE', first: 1 };
    const { body } = await api.ask(DOCUMENT, { ...variables, after: pageInfo.endCursor, ...others });
    expect(body.errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'after' }] } },
    ]);
  });

  test('what arrives meanwhile moves nothing in the order of decision dates', async () => {
    const first = await search('zorblax', { orderBy: 'DECISION_DATE', first: 1 });
    const later = determination('CM16-7000009', {
      decisionDate: '2018-01-01',
      findings: [finding({ label: 'Zorblax' })],
    });
    await writeDeterminations(openClient(), [later]);
    const rest = await search('zorblax', { orderBy: 'DECISION_DATE', after: first.pageInfo.endCursor });
    await runCypher("MATCH (c:Case {id: 'CM16-7000009'})-[:HAS_FINDING]->(f) DETACH DELETE c, f");
    expect(rest.nodes.map(({ id }) => id)).toEqual(['Finding:CM16-7000001#1', 'Finding:CM16-7000003#1']);
  });
});

describe('hostile input', () => {
  const SHORT = '{ searchFindings(query: $query) { totalCount nodes { id } } }';

  async function codeOf(query: string): Promise<string> {
    const { body } = await api.ask(`query ($query: String!) ${SHORT}`, { query });
    return body.errors?.[0]?.extensions?.code ?? 'answered';
  }

  test.each([
    ['nothing', '', 'BAD_USER_INPUT'],
    ['operators alone', 'AND OR NOT && || !', 'BAD_USER_INPUT'],
    ['a quote alone', '"', 'BAD_USER_INPUT'],
    ['wildcards alone', '***', 'BAD_USER_INPUT'],
    ['only what must not match', '-knee', 'BAD_USER_INPUT'],
    ['10,000 characters', 'a'.repeat(10_000), 'BAD_USER_INPUT'],
    ['2,000 words', 'knee '.repeat(2_000), 'BAD_USER_INPUT'],
    ['a quote that opens', '"knee', 'answered'],
    ['a quote that closes', 'knee"', 'answered'],
    ['the name of a field', 'label:knee', 'answered'],
    ['ranges', '[a1 TO b2} {* TO *]', 'answered'],
    ['a regular expression', '/(x+x+)+y/', 'answered'],
    ['wildcards, likeness and weight', 'kne* ?nee knee~ knee^1000000', 'answered'],
    ['a backslash at the end', 'knee\\', 'answered'],
    ['escapes', '\\u0022knee\\"', 'answered'],
    ['other scripts and directions', '膝の痛み ☃knee \u200fknee\u200e', 'answered'],
    ['nulls', '\u0000knee\u0000', 'answered'],
    ['half a character', '\ud800knee', 'answered'],
    ['Cypher', "knee'}) DETACH DELETE n //", 'answered'],
    ['a phrase of 240 words', `"${'x '.repeat(240)}"`, 'answered'],
    ['a word of 500 letters', 'x'.repeat(500), 'answered'],
  ])('%s', async (_, query, expected) => {
    expect(await codeOf(query)).toBe(expected);
  });

  test('anything gives findings or says what is wrong with it', async () => {
    const words = fc.constantFrom(
      ...[
        'knee',
        'or',
        'OR',
        'AND',
        'NOT',
        'TO',
        '"',
        '-',
        '+',
        '\\',
        '*',
        '?',
        '~2',
        '^9',
        '(',
        ')',
        '[',
        ']',
      ],
      ...[
        '{',
        '}',
        '/',
        ':',
        'label:',
        '&&',
        '||',
        '!',
        "'",
        ' ',
        '\n',
        '\u0000',
        'é',
        '膝',
        '😀',
        '_',
        '.',
        '1',
      ],
    );
    const input = fc.oneof(
      fc.array(words, { maxLength: 30 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 80 }),
    );
    await fc.assert(
      fc.asyncProperty(input, async (query) => {
        expect(['answered', 'BAD_USER_INPUT']).toContain(await codeOf(query));
      }),
      { numRuns: 300 },
    );
  }, 120_000);

  test('no text to search in is refused', async () => {
    const { body } = await api.ask('{ searchFindings(query: "knee", in: []) { totalCount } }');
    expect(body.errors).toMatchObject([{ extensions: { fields: [{ path: 'in' }] } }]);
  });
});
