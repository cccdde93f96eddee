import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildClientSchema, getIntrospectionQuery, validateSchema, type IntrospectionQuery } from 'graphql';
import { projectFolder } from '../../src/common/project.js';
import type { GraphClient } from '../../src/graph/client.js';
import { writeDeterminations } from '../../src/graph/writer.js';
import { ingest } from '../../src/ingest/ingest.js';
import { startApi, type TestApi } from '../support/api.js';
import { has, run, runPackage, type Ran } from '../support/clients.js';
import { SMALL_CORPUS } from '../support/determinations.js';
import { temporaryFolder } from '../support/settings.js';
import { emptyGraph, settleVersion } from '../support/graph.js';
import { samples } from '../support/recount.js';

let client: GraphClient;
let api: TestApi;
let url: string;

beforeAll(async () => {
  client = await emptyGraph();
  await ingest(client, [samples]);
  // More than enough: what the examples do is to be seen, not how long a busy machine takes for it.
  api = await startApi(client, { queryTimeout: 100 });
  url = `${api.url}/graphql`;
});

const operation = (name: string) => readFileSync(`schema/operations/${name}.graphql`, 'utf8');

/** Tests that need a program are skipped on a machine without it. */
const testWith = (program: string) => (has(program) ? test : test.skip);
const titled = (program: string, name: string) =>
  has(program) ? name : `${name} (skipped: no ${program} here)`;

const OK = { code: 0, stderr: '' };

interface Tally {
  readonly findings: number;
  readonly upheld: number;
  readonly upholdRateInterval: { readonly low: number; readonly high: number };
}

/** What the headline programs print, out of a direct question. */
async function headlineLines(): Promise<string> {
  const { criterionOutcomes } = await api.data<{
    criterionOutcomes: { nodes: { name: string; notMet: Tally }[] };
  }>(operation('OdgCriteriaThatUpholdDenials'));
  expect(criterionOutcomes.nodes.length).toBeGreaterThan(3);
  return criterionOutcomes.nodes
    .map(
      ({
        name,
        notMet: {
          findings,
          upheld,
          upholdRateInterval: { low, high },
        },
      }) => `${name}: not met in ${findings}, ${upheld} upheld (${low.toFixed(2)} to ${high.toFixed(2)})\n`,
    )
    .join('');
}

interface Overturned {
  readonly findings: { readonly nodes: { label: string; case: { caseNumber: string | null } }[] };
}

/** What the paging programs print, out of one page that holds all. */
async function overturnedLines(): Promise<string> {
  const { findings } = await api.data<Overturned>(operation('OverturnedFindings'), { first: 100 });
  expect(findings.nodes.length).toBeGreaterThan(6);
  return findings.nodes.map(({ label, case: { caseNumber } }) => `${caseNumber ?? '-'}\t${label}\n`).join('');
}

describe('curl', () => {
  const curl = (script: string, ...args: string[]) => run(join('examples/curl', script), args, { url });
  const testWithCurl = (name: string, body: () => Promise<void>) => {
    testWith('curl')(titled('curl', name), body);
  };
  const answerOf = ({ stdout, ...ran }: Ran): unknown => {
    expect(ran).toEqual(OK);
    return JSON.parse(stdout);
  };

  testWithCurl('asks the headline question', async () => {
    const data = await api.data(operation('OdgCriteriaThatUpholdDenials'));
    expect(answerOf(await curl('headline.sh'))).toEqual({ data });
  });

  testWithCurl('follows cursors from page to page', async () => {
    const { stdout, ...ran } = await curl('pages.sh', '3');
    expect(ran).toEqual(OK);
    const pages = stdout
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { data: Overturned }).data.findings.nodes);
    const { findings } = await api.data<Overturned>(operation('OverturnedFindings'), { first: 100 });
    expect(pages.flat()).toEqual(findings.nodes);
    expect(pages.length).toBe(Math.ceil(findings.nodes.length / 3));
  });

  testWithCurl('searches for any words', async () => {
    const query = `"physical therapy" knee's \\ -"x`;
    const data = await api.data(operation('SearchFindings'), { query, first: 10 });
    expect(answerOf(await curl('search.sh', ...query.split(' ')))).toEqual({ data });
  });

  testWithCurl('looks up the citations of a file, whatever signs it holds', async () => {
    const folder = temporaryFolder('clients');
    const text =
      '\tThe "ODG", Knee & Leg chapter; C:\\n\r\n\fMTUS Low Back Complaints, page 303; $HOME `x` \u00e9\u2019\n\n';
    writeFileSync(join(folder, 'brief.txt'), text);
    const data = await api.data<{ lookupCitations: { totalCount: number } }>(operation('LookupCitations'), {
      text,
    });
    expect(data.lookupCitations.totalCount).toBe(2);
    expect(answerOf(await curl('lookup-citations.sh', join(folder, 'brief.txt')))).toEqual({ data });
    rmSync(folder, { recursive: true });
  });

  testWithCurl('keeps the answer to a trusted document until the graph changes', async () => {
    const folder = temporaryFolder('clients');
    const kept = join(folder, 'answer.json');
    const ask = async () => {
      const { stdout, ...ran } = await curl('trusted-document.sh', folder);
      expect(ran).toEqual(OK);
      return [stdout, readFileSync(kept, 'utf8')] as const;
    };
    const direct = async () => ({ data: await api.data(operation('OdgCriteriaThatUpholdDenials')) });

    await settleVersion();
    const [status, answer] = await ask();
    expect([status, JSON.parse(answer)]).toEqual(['200\n', await direct()]);
    writeFileSync(kept, 'as it was');
    expect(await ask()).toEqual(['304\n', 'as it was']);
    expect(await ask()).toEqual(['304\n', 'as it was']);
    await writeDeterminations(client, SMALL_CORPUS);
    const [again, anew] = await ask();
    expect([again, JSON.parse(anew)]).toEqual(['200\n', await direct()]);
    rmSync(folder, { recursive: true });
  });

  testWithCurl('tells what is refused, and fails', async () => {
    const { stderr, ...ran } = await curl('pages.sh', '101');
    expect(ran).toEqual({ code: 1, stdout: '' });
    expect(JSON.parse(stderr)).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });
});

describe('Python', () => {
  const python = (script: string, ...args: string[]) =>
    run('python3', ['-B', join('examples/python', script), ...args], { url });
  const testWithPython = (name: string, body: () => Promise<void>) => {
    testWith('python3')(titled('python3', name), body);
  };

  testWithPython('asks the headline question', async () => {
    expect(await python('headline.py')).toEqual({ ...OK, stdout: await headlineLines() });
  });

  testWithPython('follows cursors from page to page', async () => {
    expect(await python('pages.py', '3')).toEqual({ ...OK, stdout: await overturnedLines() });
  });

  testWithPython('tells what is refused, and fails', async () => {
    expect(await python('pages.py', '101')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^BAD_USER_INPUT first: /),
    });
  });
});

describe('TypeScript', () => {
  const folder = join(projectFolder, 'examples/typescript');
  const tsc = (...args: string[]) => runPackage('typescript/bin/tsc', args, folder);
  const tada = (...args: string[]) => runPackage('gql.tada/bin/cli.js', args, folder);
  const program = (name: string, ...args: string[]) =>
    run(process.execPath, [join(folder, 'dist', name), ...args], { url });

  beforeAll(async () => {
    expect(await tada('generate-output')).toMatchObject({ code: 0 });
    expect(await tsc()).toEqual({ ...OK, stdout: '' });
  });

  test('its operations fit the schema', async () => {
    expect(await tada('check', '--fail-on-warn')).toMatchObject({ code: 0 });
  });

  test('asks the headline question', async () => {
    expect(await program('headline.js')).toEqual({ ...OK, stdout: await headlineLines() });
  });

  test('follows cursors from page to page', async () => {
    expect(await program('pages.js', '3')).toEqual({ ...OK, stdout: await overturnedLines() });
  });

  test('tells what is refused, and fails', async () => {
    expect(await program('pages.js', '101')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^BAD_USER_INPUT first: /),
    });
  });

  test('depends on the versions that are installed here', () => {
    const manifest = (path: string) =>
      JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as Record<string, Record<string, string>>;
    const { dependencies, devDependencies } = manifest(projectFolder);
    const example = manifest(folder);
    expect({ ...dependencies, ...devDependencies }).toMatchObject({
      ...example.dependencies,
      ...example.devDependencies,
    });
  });

  describe('a program of a user', () => {
    const programs = [
      ['right', 'caseNumber', 'cases.nodes[0]?.caseNumber', undefined],
      ['asks for a field that is none', 'caseNumbr', 'cases.nodes[0]?.caseNumbr', "Type 'unknown'"],
      ['uses a field that it did not ask for', 'id', 'cases.nodes[0]?.caseNumber', 'does not exist'],
      [
        'takes a value for none of its enum',
        'outcome',
        "cases.nodes[0]?.outcome === 'WON' ? '' : null",
        'no overlap',
      ],
    ] as const;
    let users: string;
    let complaints: string[];

    beforeAll(async () => {
      users = mkdtempSync(join(folder, 'dist/users-'));
      const settings = {
        extends: '../../tsconfig.json',
        compilerOptions: { rootDir: '../..', noEmit: true },
        include: ['*.ts', '../../src'],
        exclude: [],
      };
      writeFileSync(join(users, 'tsconfig.json'), JSON.stringify(settings));
      for (const [i, [, field, use]] of programs.entries())
        writeFileSync(
          join(users, `${i}.ts`),
          `import { ask } from '../../src/client.js';
           import { graphql } from '../../src/graphql.js';
           const Cases = graphql(\`query Cases($first: Int!) { cases(first: $first) { nodes { ${field} } } }\`);
           const { cases } = await ask(Cases, { first: 1 });
           export const used: string | null | undefined = ${use};`,
        );
      complaints = (await tsc('-p', users)).stdout.split(/\n(?=\S)/);
    });

    afterAll(() => {
      rmSync(users, { recursive: true });
    });

    test.each(programs)('%s', (name, _field, _use, complaint) => {
      const i = programs.findIndex((program) => program[0] === name);
      const about = complaints.filter((line) => line.includes(`/${i}.ts(`));
      expect(about).toEqual(complaint === undefined ? [] : [expect.stringContaining(complaint)]);
    });
  });
});

describe('tools that read the schema', () => {
  test.each([
    ['GraphiQL and Altair', {}],
    [
      'those that want all of it',
      {
        specifiedByUrl: true,
        directiveIsRepeatable: true,
        schemaDescription: true,
        inputValueDeprecation: true,
        oneOf: true,
      },
    ],
    ['those that want no descriptions', { descriptions: false }],
  ])('%s', async (_, options) => {
    const { data } = (await api.ask(getIntrospectionQuery(options))).body as { data: IntrospectionQuery };
    const schema = buildClientSchema(data);
    expect(validateSchema(schema)).toEqual([]);
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toContain('criterionOutcomes');
  });
});
