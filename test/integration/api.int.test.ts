import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ImrError } from '../../src/common/errors.js';
import { writeDeterminations, writeQuarantine } from '../../src/graph/writer.js';
import { startApi, type Answer, type TestApi } from '../support/api.js';
import { cites, determination, finding, SMALL_CORPUS } from '../support/determinations.js';
import { emptyGraph } from '../support/graph.js';

const statements: string[] = [];
let api: TestApi;

beforeAll(async () => {
  const client = await emptyGraph({
    onStatement: (name) => {
      // The server looks at the migrations and indexes when it starts, whatever it is asked.
      if (!['read/applied-migrations', 'read/await-indexes'].includes(name)) statements.push(name);
    },
  });
  await writeDeterminations(client, SMALL_CORPUS);
  await writeQuarantine(client, [
    { path: 'scan.pdf', sha256: 'ab', error: new ImrError('NO_TEXT_LAYER', 'scan.pdf: only images') },
    { path: 'empty.txt', sha256: 'cd', error: new ImrError('EMPTY_FILE', 'empty.txt: empty') },
  ]);
  api = await startApi(client);
});

beforeEach(() => {
  statements.length = 0;
});

describe('relations', () => {
  test('lead from a case to everything, and back', async () => {
    const answer = await api.data(
      `query ($number: String) { case(caseNumber: $number) {
        id outcome priority decisionDate employeeAge warnings { code message } spans { field start end } text
        provenance { template parserVersion documentMediaType documentPages }
        documents { path mediaType pages template parserVersion }
        reviewer { specialties licensureStates cases { nodes { id } } }
        findings {
          id ordinal label decision originalRequest authorized expertReviewerBasis spans { field start end } case { id }
          item { id name category findings { nodes { id } } cases { nodes { id } } }
          guidelines { path }
          citations { id role edition raw inferred span { start end } finding { id }
            guideline { id path level source resolution parent { path parent { path parent { path } } } findings { nodes { id } } } }
        } } }`,
      { number: 'CM16-0000001' },
    );
    expect(answer).toMatchSnapshot();
  });

  test('lead down the guideline tree', async () => {
    const answer = await api.data(
      '{ guideline(id: "ODG") { level children { nodes { name children { nodes { name } } } } findings(role: RATIONALE) { nodes { id } } } }',
    );
    expect(answer).toEqual({
      guideline: {
        level: 'SOURCE',
        children: {
          nodes: [
            { name: 'Knee & Leg', children: { nodes: [{ name: 'Magnetic resonance imaging (MRI)' }] } },
            { name: 'Shoulder', children: { nodes: [{ name: 'Physical therapy' }] } },
          ],
        },
        findings: { nodes: [{ id: 'Finding:CM16-0000001#1' }] },
      },
    });
  });

  test('a case without a number is found by its id', async () => {
    const { cases } = await api.data<{ cases: { nodes: { id: string; caseNumber: string | null }[] } }>(
      '{ cases(first: 100) { nodes { id caseNumber } } }',
    );
    const [unnumbered] = cases.nodes.filter(({ caseNumber }) => caseNumber === null);
    expect(unnumbered?.id).toMatch(/^Case:sha256:[0-9a-f]{64}$/);
    const { id } = unnumbered ?? {};
    expect(await api.data('query ($id: ID) { case(id: $id) { id decisionDate } }', { id })).toEqual({
      case: { id, decisionDate: null },
    });
    expect(await api.data('query ($id: String) { case(caseNumber: $id) { id } }', { id })).toEqual({
      case: null,
    });
  });

  test.each(['case', 'finding', 'item', 'reviewer', 'guideline'])(
    '%s is null for an unknown id',
    async (root) => {
      expect(await api.data(`{ ${root}(id: "nowhere") { id } }`)).toEqual({ [root]: null });
    },
  );

  test('files that could not be used are listed', async () => {
    const query = '{ quarantinedDocuments(code: "NO_TEXT_LAYER") { nodes { path sha256 code message } } }';
    expect(await api.data(query)).toEqual({
      quarantinedDocuments: {
        nodes: [{ path: 'scan.pdf', sha256: 'ab', code: 'NO_TEXT_LAYER', message: 'scan.pdf: only images' }],
      },
    });
  });
});

describe('filters', () => {
  type Ids = Record<string, { nodes: { id: string }[] }>;
  const ids = async (root: string, filter: string) => {
    const answer = await api.data<Ids>(`{ ${root}(filter: ${filter}) { nodes { id } } }`);
    return answer[root]?.nodes.map(({ id }) =>
      id.replace(/^\w+:/, '').replace(/^sha256:\w{64}/, 'unnumbered'),
    );
  };

  test.each([
    ['cases', '{ outcome: PARTIAL_OVERTURN }', ['CM16-0000001', 'unnumbered']],
    ['cases', '{ decisionDate: { from: "2016-11-03", to: "2017-01-17" } }', ['CM16-0000001', 'CM16-0000003']],
    ['cases', '{ decisionDate: { to: "2016-11-02" } }', ['CM16-0000002']],
    ['cases', '{ specialty: "Sports Medicine" }', ['CM16-0000002']],
    ['cases', '{ licensureState: "NY" }', ['CM16-0000002']],
    ['cases', '{ specialty: "Pain Management", licensureState: "NY" }', []],
    [
      'cases',
      '{ specialty: ["Pain Management", "Sports Medicine"], licensureState: "NY" }',
      ['CM16-0000002'],
    ],
    ['cases', '{ findings: { modality: "MRI", decision: OVERTURNED } }', ['unnumbered']],
    [
      'cases',
      '{ not: { outcome: PARTIAL_OVERTURN }, itemsInLetter: { to: 1 } }',
      ['CM16-0000002', 'CM16-0000003'],
    ],
    [
      'cases',
      '{ findings: { citations: { guideline: "MTUS", role: CLAIMS_ADMINISTRATOR } } }',
      ['CM16-0000002'],
    ],
    ['findings', '{ decision: OVERTURNED }', ['CM16-0000001#2', 'unnumbered#2']],
    ['findings', '{ bodyRegion: "Shoulder" }', ['CM16-0000001#2']],
    ['findings', '{ category: "PT/OT", decisionDate: { from: "2017-01-17" } }', ['CM16-0000001#2']],
    ['findings', '{ citations: { guideline: "ODG > Knee & Leg", role: [RATIONALE] } }', ['CM16-0000001#1']],
    ['findings', '{ citations: { role: [RATIONALE] } }', ['CM16-0000001#1']],
    ['cases', '{ findings: { citations: { role: CLAIMS_ADMINISTRATOR } } }', ['CM16-0000002']],
    [
      'findings',
      '{ citations: { guideline: "ODG > Knee & Leg" } }',
      ['CM16-0000001#1', 'CM16-0000002#1', 'CM16-0000003#1', 'unnumbered#2'],
    ],
    ['items', '{ name: { contains: "PHYSICAL" } }', ['Physical therapy: Shoulder [PT/OT]']],
    ['items', '{ modality: "MRI", bodyRegion: "Knee" }', ['MRI: Knee [Imaging/Radiology]']],
    ['reviewers', '{ licensureState: "NY" }', ['Orthopedic Surgery; Sports Medicine (CA, NY)']],
    ['guidelines', '{ resolution: NO_MATCH }', ['Journal of Invented Medicine']],
    ['guidelines', '{ level: CHAPTER, source: "ODG", name: { contains: "knee" } }', ['ODG > Knee & Leg']],
  ])('%s %s', async (root, filter, expected) => {
    expect(await ids(root, filter)).toEqual(expected);
  });
});

describe('arguments that are not acceptable', () => {
  const long = 'x'.repeat(2001);

  test.each([
    ['a page of none', 'cases(first: 0) { nodes { id } }', 'first'],
    ['a page too long', 'cases(first: 101) { nodes { id } }', 'first'],
    [
      'a page too long, within a relation',
      'item(id: "MRI: Knee [Imaging/Radiology]") { cases(first: 101) { nodes { id } } }',
      'first',
    ],
    ['a page of one and a half', 'cases(first: 1.5) { nodes { id } }', 'first'],
    ['a cursor that is none', 'cases(after: "nonsense") { nodes { id } }', 'after'],
    [
      'a cursor of something else',
      'guidelineOutcomes(after: "YWZ0ZXI6bm93aGVyZQ") { nodes { findings } }',
      'after',
    ],
    [
      'days in the wrong order',
      'cases(filter: { decisionDate: { from: "2017-01-02", to: "2017-01-01" } }) { nodes { id } }',
      'filter.decisionDate.from',
    ],
    [
      'a day that does not exist',
      'cases(filter: { decisionDate: { from: "2017-02-30" } }) { nodes { id } }',
      'filter.decisionDate.from',
    ],
    [
      'an unknown name of an enum',
      'findings(filter: { decision: MAYBE }) { nodes { id } }',
      'filter.decision',
    ],
    ['an unknown condition', 'findings(filter: { spezialty: "x" }) { nodes { id } }', 'filter.spezialty'],
    ['a name too long', `reviewers(filter: { specialty: "${long}" }) { nodes { id } }`, 'filter.specialty'],
    ['an id too long', `guideline(id: "${long}") { id }`, 'id'],
    ['neither id nor case number', 'case { id }', 'id'],
    ['both id and case number', 'case(id: "a", caseNumber: "b") { id }', 'id'],
    [
      'no role at all',
      'findings(filter: { citations: { role: [] } }) { nodes { id } }',
      'filter.citations.role',
    ],
    ['no role at all, of a relation', 'guideline(id: "ODG") { findings(role: []) { nodes { id } } }', 'role'],
    [
      'too many roles',
      `guidelineOutcomes(filter: { role: [${'RATIONALE '.repeat(9)}] }) { nodes { findings } }`,
      'filter.role',
    ],
  ])('%s', async (_, field, path) => {
    const { body } = await api.ask(`{ ${field} }`);
    expect(body.errors?.map(({ extensions }) => extensions)).toMatchObject([
      { code: 'BAD_USER_INPUT', fields: [{ path }] },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/"target"|"stacktrace"/);
  });

  test.each(['"', "'", '`', "'}) DETACH DELETE n //", '\\', '$ids', '\u0000', '*/ RETURN 1 /*', '.*'])(
    'statements take %j as mere words',
    async (words) => {
      const variables = {
        id: words,
        filter: { id: words, findings: { label: { contains: words }, id: words } },
        part: { name: { contains: words } },
      };
      const answer = await api.data(
        `query ($id: ID!, $filter: CaseFilter!, $part: GuidelineFilter!) {
          case(id: $id) { id } guideline(id: $id) { id }
          cases(filter: $filter) { nodes { id } } guidelines(filter: $part) { nodes { id } }
        }`,
        variables,
      );
      expect(answer).toEqual({
        case: null,
        guideline: null,
        cases: { nodes: [] },
        guidelines: { nodes: [] },
      });
      // Names must be known; whether they are, the graph is asked with the words as a parameter.
      for (const filter of [{ specialty: words }, { modality: words }, { citations: { guideline: words } }]) {
        const { body } = await api.ask(
          'query ($filter: FindingFilter!) { findings(filter: $filter) { nodes { id } } }',
          { filter },
        );
        expect(body.errors?.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
      }
    },
  );
});

describe('limits', () => {
  const nested = (depth: number): string => (depth === 0 ? 'id' : `parent { ${nested(depth - 1)} }`);

  test.each([
    ['depth', `{ guideline(id: "x") { ${nested(20)} } }`],
    ['aliases', `{ ${Array.from({ length: 40 }, (_, i) => `a${i}: case(id: "x") { id }`).join(' ')} }`],
    ['directives', `{ case(id: "x") { id ${'@include(if: true) '.repeat(30)} } }`],
    ['tokens', `{ case(id: "x") { ${'id '.repeat(3000)} } }`],
  ])('too many: %s', async (_, query) => {
    const { status, body } = await api.ask(query);
    expect([status, body.data]).toEqual([400, undefined]);
    expect(statements).toEqual([]);
  });

  test.each([
    [
      'literals',
      '{ guidelines(first: 100) { nodes { findings(first: 100) { nodes { item { cases(first: 100) { nodes { id } } } } } } } }',
    ],
    [
      'defaults of variables',
      'query ($n: Int = 100) { guidelines(first: $n) { nodes { findings(first: $n) { nodes { item { cases(first: $n) { nodes { id } } } } } } } }',
    ],
    [
      'fragments',
      `{ guidelines(first: 100) { ...Cited } } fragment Cited on GuidelineConnection { nodes { findings(first: 100) { ...Disputed } } }
       fragment Disputed on FindingConnection { nodes { item { cases(first: 100) { nodes { id } } } } }`,
    ],
    [
      'lists without pages',
      '{ cases(first: 100) { nodes { findings { case { findings { case { findings { citations { id } } } } } } } } }',
    ],
    [
      'a field that is refused anyway beside',
      '{ guidelines(first: 100) { nodes { findings(first: 100) { nodes { guidelines { id } } } } } cases(first: -90000000) { nodes { id } } }',
    ],
  ])('too many nodes by %s', async (_, query) => {
    expectTooCostly(await api.ask(query));
  });

  test('too many nodes by variables, also in a document that was answered before', async () => {
    const query =
      'query ($n: Int!) { items(first: $n) { nodes { cases(first: $n) { nodes { reviewer { cases(first: $n) { nodes { id } } } } } } } }';
    await api.data(query, { n: 3 });
    statements.length = 0;
    expectTooCostly(await api.ask(query, { n: 100 }));
  });

  test('an argument that is refused leaves no way around', async () => {
    const query = `query ($n: Int) { cases(first: $n) { nodes { id } }
      guidelines(first: 100) { nodes { findings(first: 100) { nodes { item { cases(first: 100) { nodes { id } } } } } } } }`;
    const { status, body } = await api.ask(query, { n: null });
    expect([status, body.errors]).toMatchObject([400, [{ extensions: { fields: [{ path: 'first' }] } }]]);
    expect(statements).toEqual([]);
  });

  function expectTooCostly({ status, body }: Answer): void {
    expect([status, body.data, body.errors]).toMatchObject([
      400,
      undefined,
      [{ extensions: { code: 'QUERY_TOO_COSTLY' } }],
    ]);
    expect(statements).toEqual([]);
  }
});

describe('statements', () => {
  test('their number does not grow with the width of a query', async () => {
    const wide = `{ cases(first: 100) { nodes { reviewer { id } documents { path } text findings {
      item { cases(first: 5) { nodes { id reviewer { id } } } } case { id }
      citations { guideline { parent { id } findings(first: 5) { nodes { item { id } } } } } guidelines { id } } } } }`;
    const letters = (count: number) =>
      Array.from({ length: count }, (_, i) =>
        determination(`CM17-${String(i).padStart(7, '0')}`, {
          reviewer: { specialties: [`Specialty ${i % 7}`] },
          findings: Array.from({ length: 1 + (i % 4) }, (_unused, j) =>
            finding({
              service: { modality: `Service ${i % 5}` },
              citations: [cites('ODG', `Chapter ${i % 3}`, { topics: [`Topic ${j}`, `Topic ${i}`] })],
            }),
          ),
        }),
      );
    // Each time of a graph that was just written: of one that has long been still, the server knows some nodes from before.
    const asked = async (count: number) => {
      await writeDeterminations(await emptyGraph(), letters(count));
      statements.length = 0;
      await api.data(wide);
      return [...statements];
    };
    const [few, many] = [await asked(2), await asked(40)];
    // Places of a query that ask for the same are read by one statement or by two: as it happens, at once or not. Never by one for each letter.
    expect(new Set(many)).toEqual(new Set(few));
    expect(Math.max(few.length, many.length)).toBeLessThan(20);
  });
});
