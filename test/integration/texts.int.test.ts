import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { writeDeterminations } from '../../src/graph/writer.js';
import { normalise } from '../../src/normalise/normalise.js';
import { startApi, type TestApi } from '../support/api.js';
import { SMALL_CORPUS } from '../support/determinations.js';
import { emptyGraph } from '../support/graph.js';
import { ITEM, letter2016 } from '../support/letters.js';
import { parseText, sampleTexts } from '../support/parse.js';

const statements: string[] = [];
let api: TestApi;

beforeAll(async () => {
  const client = await emptyGraph({
    onStatement: (name) => {
      // What the server looks at when it starts, whatever it is asked.
      if (!/^read\/(applied-migrations|await-indexes)$/.test(name)) statements.push(name);
    },
  });
  await writeDeterminations(client, SMALL_CORPUS);
  api = await startApi(client);
});

beforeEach(() => {
  statements.length = 0;
});

const PARSE = `query ($text: String!) { parseLetter(text: $text) { __typename
  ... on LetterRefusal { code message }
  ... on ParsedLetter { caseId caseNumber outcome template parserVersion priority decisionDate employeeAge employeeSex
    specialties licensureStates clinicalSummary text spans { field start end } warnings { code message span { start end } }
    findings { ordinal label decision rationale originalRequest authorized itemId retrospective claimsAdministratorBasis expertReviewerBasis
      service { modality bodyRegions category laterality timing dependent confidence quantity { amount unit }
        drug { name class brand strength form refills quantity { amount unit } ingredients { name strength } } also { modality category } }
      citations { role source chapter edition topics pages tables inferred silent resolution candidates raw span { start end } guidelineId }
      appliedCriteria { kind status decisive confidence quote note criterionId span { start end } reliesOn { source chapter edition topics resolution } }
      quotedCriteria { text kind span { start end } reliesOn { source } } spans { field start end } } } } }`;

interface Parsed {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly text: string;
  readonly outcome: string;
  readonly findings: {
    readonly label: string;
    readonly decision: string;
    readonly citations: { raw: string; span: { start: number; end: number } }[];
    readonly appliedCriteria: { kind: string; quote: string; span: { start: number; end: number } }[];
  }[];
}

async function parse(text: string): Promise<Parsed> {
  const { parseLetter } = await api.data<{ parseLetter: Parsed }>(PARSE, { text });
  return parseLetter;
}

describe('parseLetter', () => {
  test.each(sampleTexts().map((text) => [text]))(
    'reads a letter as the parser does, and runs no statement (%#)',
    async (text) => {
      const expected = normalise(parseText(text));
      const letter = await parse(text);
      expect(letter).toMatchObject({
        __typename: 'ParsedLetter',
        caseNumber: expected.case.caseNumber,
        outcome: expected.case.outcome,
        template: expected.template,
        parserVersion: expected.parserVersion,
        text: expected.text,
        warnings: expected.warnings.map(({ code }) => ({ code })),
      });
      const facts = expected.findings.map(({ label, decision, citations }) => ({
        label,
        decision,
        citations: citations.map(({ role, raw, resolution }) => ({ role, raw, resolution })),
      }));
      expect(letter.findings).toMatchObject(facts);
      for (const { citations, appliedCriteria } of letter.findings) {
        for (const { raw, span } of citations) expect(letter.text.slice(span.start, span.end)).toBe(raw);
        for (const { quote, span } of appliedCriteria)
          expect(letter.text.slice(span.start, span.end)).toBe(quote);
      }
      expect(statements).toEqual([]);
    },
  );

  test('tells the criteria that a rationale applies', async () => {
    const rationale = 'No trial of physical therapy is documented. The request is not medically necessary.';
    const { findings } = await parse(letter2016({ items: [{ ...ITEM, rationale }] }));
    expect(findings).toMatchObject([
      {
        appliedCriteria: [
          {
            kind: 'CONSERVATIVE_CARE_FAILED',
            status: 'NOT_MET',
            quote: 'No trial of physical therapy',
            reliesOn: {
              source: 'MTUS',
              chapter: 'Knee Complaints',
              edition: 2004,
              topics: ['Special Studies'],
            },
          },
        ],
      },
    ]);
  });

  test('also of a page of HTML', async () => {
    const letter = await parse(`<!doctype html><html><body><pre>${letter2016()}</pre></body></html>`);
    expect(letter).toMatchObject({ __typename: 'ParsedLetter', outcome: 'UPHOLD' });
  });

  test.each([
    ['nothing', '', 'EMPTY_FILE'],
    ['white space', ' \n\t\n', 'EMPTY_FILE'],
    ['something else', 'A letter to a friend.', 'UNKNOWN_TEMPLATE'],
    ['two letters', `${letter2016()}\n\f${letter2016({ caseNumber: 'CM16-0999902' })}`, 'SEVERAL_LETTERS'],
    ['a letter without a decision', letter2016({ items: [] }), 'INCOMPLETE_LETTER'],
    ['binary data', '\0\u0001\u0002'.repeat(100), 'BINARY_FILE'],
    ['rich text', '{\\rtf1 a letter}', 'UNSUPPORTED_MEDIA_TYPE'],
    ['what says it is a PDF', '%PDF-1.4\nnonsense', 'DAMAGED_PDF'],
    ['what says it is a .docx', 'PK\u0003\u0004nonsense', 'DAMAGED_DOCX'],
    ['markup within markup without end', `<html>${'<div>'.repeat(30_000)}`, 'NESTED_TOO_DEEPLY'],
    ['one long line', 'a'.repeat(200_000), 'UNKNOWN_TEMPLATE'],
    ['half a character', '\ud800'.repeat(1_000), 'UNKNOWN_TEMPLATE'],
    ['a statement', "'}) DETACH DELETE n //", 'UNKNOWN_TEMPLATE'],
  ])('refuses %s, with a code', async (_, text, code) => {
    expect(await parse(text)).toEqual({ __typename: 'LetterRefusal', code, message: expect.any(String) });
    expect(statements).toEqual([]);
  });
});

const LOOKUP = `query ($text: String!, $as: TextForm, $asOf: LocalDate, $first: Int, $after: String) {
  lookupCitations(text: $text, as: $as, asOf: $asOf, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { start end raw resolution source chapter edition topics pages tables silent inferred candidates guideline { path level } } } }`;

interface Mention {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  readonly guideline: { path: string } | null;
}

interface Lookup {
  readonly totalCount: number;
  readonly nodes: Mention[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

async function lookUp(variables: object): Promise<Lookup> {
  const given = { as: 'PROSE', first: 100, ...variables };
  return (await api.data<{ lookupCitations: Lookup }>(LOOKUP, given)).lookupCitations;
}

describe('lookupCitations', () => {
  const brief =
    '“Per §9792.23” the MTUS Knee Complaints chapter, page 341, 😀 and ODG, Knee chapter. ACOEM, low back chapter; the ODG is silent on it.';

  test('tells each mention, and its guideline when the graph has it', async () => {
    const { nodes, totalCount } = await lookUp({ text: brief });
    expect(totalCount).toBe(4);
    expect(nodes).toMatchObject([
      { resolution: 'RESOLVED', source: 'MTUS', chapter: 'Knee Complaints', edition: 2004, pages: ['341'] },
      {
        resolution: 'RESOLVED',
        source: 'ODG',
        chapter: 'Knee & Leg',
        guideline: { path: 'ODG > Knee & Leg', level: 'CHAPTER' },
      },
      {
        resolution: 'AMBIGUOUS',
        candidates: ['MTUS > Low Back Complaints', 'MTUS > Low Back Disorders'],
        guideline: null,
      },
      {
        resolution: 'RESOLVED',
        source: 'ODG',
        chapter: null,
        silent: true,
        guideline: { path: 'ODG', level: 'SOURCE' },
      },
    ]);
    for (const { start, end, raw } of nodes) expect(brief.slice(start, end)).toBe(raw);
  });

  test('runs one statement, whatever the number of mentions, and none when the graph is not asked', async () => {
    await lookUp({ text: `${brief}\n`.repeat(25) });
    expect(statements).toEqual(['read/guidelines-by-id']);
    statements.length = 0;
    await api.data('query ($text: String!) { lookupCitations(text: $text) { nodes { raw } } }', {
      text: brief,
    });
    expect(statements).toEqual([]);
  });

  test('as a guideline line, and as of a day', async () => {
    const text =
      'Decision based on MTUS Low Back. Decision based on Non-MTUS Citation Journal of Invented Medicine.';
    expect((await lookUp({ text, as: 'GUIDELINE_LINE', asOf: '2016-05-01' })).nodes).toMatchObject([
      { source: 'MTUS', chapter: 'Low Back Complaints', resolution: 'RESOLVED' },
      { source: 'Journal of Invented Medicine', resolution: 'NO_MATCH' },
    ]);
  });

  test('pages lead through all mentions', async () => {
    const text = 'ODG. MTUS. '.repeat(120);
    const starts: number[] = [];
    let after: string | null = null;
    do {
      const { nodes, pageInfo }: Lookup = await lookUp({ text, after });
      starts.push(...nodes.map(({ start }) => start));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(starts).toEqual(Array.from({ length: 120 }, (_, i) => [11 * i, 11 * i + 5]).flat());
  });

  test.each([
    ['nothing', ''],
    ['one long word', 'a'.repeat(100_000)],
    ['a statement', "'}) DETACH DELETE n //"],
    ['controls', '\0\u0001\ud800'],
  ])('%s names no guideline', async (_, text) => {
    expect(await lookUp({ text })).toMatchObject({ totalCount: 0, nodes: [] });
  });
});

describe('limits', () => {
  const lookup = (text: string, more = '') =>
    [`{ lookupCitations(text: "${text}" ${more}) { totalCount } }`] as const;

  test.each([
    ['a text too long', lookup('x'.repeat(100_001)), 'text'],
    ['a letter too long', [`{ parseLetter(text: "${'x'.repeat(200_001)}") { __typename } }`], 'text'],
    ['a page too long', lookup('ODG', 'first: 101'), 'first'],
    ['a cursor that is none', lookup('ODG', 'after: "2"'), 'after'],
    ['a cursor of another list', lookup('ODG', 'after: "YWZ0ZXI6T0RH"'), 'after'],
    ['an unknown form', lookup('ODG', 'as: VERSE'), 'as'],
    ['a day that does not exist', lookup('ODG', 'asOf: "2017-02-30"'), 'asOf'],
  ])('%s is refused', async (_, [query], path) => {
    const { body } = await api.ask(query);
    expect(body.errors?.map(({ extensions }) => extensions)).toMatchObject([
      { code: 'BAD_USER_INPUT', fields: [{ path }] },
    ]);
    expect(JSON.stringify(body)).not.toContain('xxxx');
  });

  test.each([
    ['parseLetter', 200_000, '{ __typename }', 3],
    ['lookupCitations', 100_000, '{ totalCount }', 6],
  ])('%s reads only so many texts at once', async (field, length, fields, tooMany) => {
    const asking = (times: number) =>
      `query ($text: String!) { ${Array.from({ length: times }, (_, i) => `a${i}: ${field}(text: $text) ${fields}`).join(' ')} }`;
    const text = 'x'.repeat(length);
    const { status, body } = await api.ask(asking(tooMany), { text });
    expect({ status, code: body.errors?.[0]?.extensions?.code }).toEqual({
      status: 400,
      code: 'QUERY_TOO_COSTLY',
    });
    await api.data(asking(tooMany - 1), { text });
  });
});

test('nothing of a text is logged', async () => {
  const mark = 'Quincunx';
  const letter = letter2016({ summary: `The injured worker is ${mark}, a 44 year old female.` });
  for (const text of [mark, letter, `${letter}\n\f${letter}`, mark.repeat(30_000), `MTUS ${mark} Chapter`]) {
    await api.ask(PARSE, { text });
    await api.ask(LOOKUP, { text });
    await api.ask(`{ lookupCitations(text: ${JSON.stringify(text)}, as: NONE) { totalCount } }`);
  }
  expect(api.logged.join('\n')).not.toContain(mark);
});
