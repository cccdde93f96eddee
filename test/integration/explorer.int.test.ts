import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from '@jest/globals';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { projectFolder } from '../../src/common/project.js';
import { ingest } from '../../src/ingest/ingest.js';
import { startApi, WRITE_TOKEN, type TestApi } from '../support/api.js';
import { emptyGraph, openClient } from '../support/graph.js';
import { LETTERS_FOLDER } from '../support/real-letters.js';
import { startWithBrowser } from '../support/browser.js';
import { testWithPages, visit } from '../support/visit.js';

const samples = join(projectFolder, 'samples');

/** A letter of the samples: an MRI of the lumbar spine, upheld. */
const CASE = 'CM16-9900001';

let api: TestApi;

beforeAll(async () => {
  const client = await emptyGraph();
  // The published letters too, where they are at hand: pages must bear what real letters hold.
  await ingest(client, [samples, ...(existsSync(LETTERS_FOLDER) ? [LETTERS_FOLDER] : [])]);
  api = await startApi(client);
}, 120_000);

/** A page of the explorer, when it has its answers. */
async function open(path: string, options = {}) {
  const visited = await visit(api.url, options);
  await visited.page.goto(`${api.url}${path}`);
  await settled(visited.page);
  return visited;
}

/** Waits until nothing is awaited any more: three times in a row, for one answer may lead to another question. */
async function settled(page: Page): Promise<void> {
  await page.locator('h1').waitFor();
  for (let calm = 0; calm < 3;) {
    await page.waitForTimeout(100);
    const isBusy = await page.locator('main :is([aria-busy=true], .loading)').count();
    calm = isBusy === 0 ? calm + 1 : 0;
  }
}

/** What axe finds wrong with a page, in words. */
async function violations(page: Page, rules: axe.RunOptions['runOnly']): Promise<string[]> {
  // As the developer's tools run it: the page's own policy lets no script of another place in.
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate(
    (runOnly) => (globalThis as unknown as { axe: typeof axe }).axe.run({ runOnly }),
    rules,
  );
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

const PAGES = [
  ['the overview', '/'],
  ['the sources', '/guidelines'],
  ['the chapters of a source', '/guidelines?under=Guideline%3AODG'],
  ['the findings', '/findings'],
  ['a search', '/findings?q=lumbar+mri'],
  ['a case', `/cases/${encodeURIComponent(`Case:${CASE}`)}?fact=finding.1`],
  ['a service', '/service?service=MRI+of+the+lumbar+spine'],
  ['a comparison', '/compare?a.decision=UPHELD&b.decision=OVERTURNED'],
  ['the beginnings of the graph', '/graph'],
  ['a part of the graph', `/graph?node=${encodeURIComponent(`Case:${CASE}`)}`],
  ['the upload', '/upload'],
  ['what is nowhere', '/graph?node=Case%3Anone'],
  ['an empty list', '/findings?modality=MRI&from=1990-01-01&to=1990-01-02'],
] as const;

describe('every page', () => {
  for (const [name, path] of PAGES)
    testWithPages(
      `${name}: no fault that axe finds, in both schemes; fits a telephone; asks nobody else`,
      async () => {
        const { page, complaints, context } = await open(path);
        expect(await violations(page, ['wcag2a', 'wcag2aa', 'wcag21aa', 'best-practice'])).toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(await violations(page, { type: 'rule', values: ['color-contrast'] })).toEqual([]);
        await page.setViewportSize({ width: 375, height: 700 });
        const tooWide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
        expect(await page.evaluate<number>(tooWide)).toBe(0);
        expect(complaints).toEqual([]);
        await context.close();
      },
    );
});

describe('for its reader', () => {
  testWithPages('a page writes dates as the reader’s language does', async () => {
    const { page, context } = await open(`/cases/${encodeURIComponent(`Case:${CASE}`)}`, { locale: 'de-DE' });
    await page.getByText('decided: 22.04.2016').waitFor();
    await context.close();
  });

  testWithPages('a page is printed without what only a screen needs', async () => {
    const { page, context } = await open('/guidelines');
    const navigation = page.getByRole('navigation', { name: 'Pages' });
    expect(await navigation.isVisible()).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect(await navigation.isVisible()).toBe(false);
    expect(await page.getByRole('figure', { name: 'Sources' }).isVisible()).toBe(true);
    await context.close();
  });
});

describe('who has never seen it', () => {
  testWithPages('finds in three clicks which criteria uphold denials of lumbar MRI', async () => {
    const { page } = await open('/');
    await page.getByRole('link', { name: /^MRI\b/ }).click();
    await page.getByRole('link', { name: /^Lumbar spine/ }).click();
    await settled(page);
    await page.getByRole('heading', { name: 'MRI, Lumbar spine' }).waitFor();
    const criteria = page.getByRole('figure', { name: 'Which criteria uphold its denials' });
    const shown = await criteria.getByRole('listitem').count();
    const { requestChecklist } = await api.data<{
      requestChecklist: { criteria: { name: string; notMet: { findings: number } }[] };
    }>(
      `{ requestChecklist(service: "MRI", bodyRegion: "Lumbar spine") { criteria(first: 12) { name notMet { findings } } } }`,
    );
    const expected = requestChecklist.criteria.filter(({ notMet }) => notMet.findings > 0);
    expect(shown).toBe(expected.length);
    await criteria.getByText(expected[0]?.name ?? 'none', { exact: true }).click();
    await settled(page);
    const count = await page.getByRole('status').first().textContent();
    expect(count).toBe(
      `${expected[0]?.notMet.findings} finding${expected[0]?.notMet.findings === 1 ? '' : 's'}`,
    );
  });
});

describe('a figure', () => {
  testWithPages('has the same numbers as a table and as a file', async () => {
    const { page } = await open('/guidelines');
    const figure = page.getByRole('figure', { name: 'Sources' });
    const bars = await figure.getByRole('listitem').count();
    await figure.getByRole('button', { name: 'Table' }).click();
    expect(await figure.getByRole('row').count()).toBe(bars + 1);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      figure.getByRole('button', { name: 'CSV' }).click(),
    ]);
    const csv = readFileSync(await download.path(), 'utf8').replace(/^\uFEFF/, '');
    const lines = csv.trimEnd().split('\r\n');
    expect(lines[0]).toBe('Guideline,Findings,Upheld,Overturned,Uphold rate,95% from,95% to');
    expect(lines).toHaveLength(bars + 1);
    const first = (await figure.getByRole('row').nth(1).getByRole('cell').allTextContents()).slice(0, 4);
    expect(lines[1]?.split(',').slice(0, 4)).toEqual(first);
  });
});

describe('the guidelines', () => {
  testWithPages('lead from a source down to the findings behind a bar, which are as many', async () => {
    const { page } = await open('/guidelines');
    await page.getByRole('link', { name: /^ODG\b/ }).click();
    await page.getByRole('figure', { name: 'Chapters' }).getByRole('link').first().click();
    await settled(page);
    const criteria = page.getByRole('figure', { name: /^Criteria that reviewers draw from/ });
    const bar = criteria.getByRole('link').first();
    const [, of] = /([\d,]+) of ([\d,]+)/.exec((await bar.locator('.n').textContent()) ?? '') ?? [];
    expect(of).toBeDefined();
    const total = /of (\d+)/.exec((await bar.locator('.n').textContent()) ?? '')?.[1];
    await bar.click();
    await settled(page);
    expect(await page.getByRole('status').first().textContent()).toMatch(new RegExp(`^${total} findings?$`));
  });

  testWithPages('narrow by a filter that the address holds, and forget it again', async () => {
    const { page } = await open('/guidelines');
    await page.getByText('Narrow').click();
    await page.getByRole('combobox', { name: 'Service', exact: true }).selectOption('MRI');
    await page.waitForURL(/modality=MRI/);
    await page.reload();
    await page.getByRole('button', { name: 'Remove Service: MRI' }).click();
    await page.waitForURL(`${api.url}/guidelines`);
  });
});

describe('a search', () => {
  testWithPages('marks the words that match, and narrows by a facet', async () => {
    const { page } = await open('/findings');
    await page.getByLabel('Words of labels, rationales and summaries').fill('lumbar MRI');
    await page.keyboard.press('Enter');
    await settled(page);
    expect(await page.locator('mark').first().textContent()).toMatch(/lumbar|mri/i);
    const before = await page.getByRole('status').first().textContent();
    await page.getByRole('complementary').getByRole('button', { name: 'Upheld' }).click();
    await page.waitForURL(/decision=UPHELD/);
    await settled(page);
    expect(await page.getByRole('status').first().textContent()).not.toBe(before);
    expect(await page.locator('.findings .decision.overturned').count()).toBe(0);
  });
});

describe('a case', () => {
  testWithPages(
    'shows a citation in the letter’s own words, with its edge, at an address of its own',
    async () => {
      const { page } = await open(`/cases/${encodeURIComponent(`Case:${CASE}`)}`);
      await page
        .getByRole('button', { name: /^Citation by the expert reviewer MTUS > Low Back/ })
        .first()
        .click();
      const marked = page.locator('.letter .selected');
      expect(await marked.first().textContent()).toMatch(/Low Back Complaints/);
      const panel = page.getByRole('region', { name: 'What is marked' });
      expect(await panel.textContent()).toContain(
        "(:Finding)-[:CITES {role: 'EXPERT_REVIEWER'}]->(:Guideline)",
      );
      await page.reload();
      await settled(page);
      expect(await page.locator('.letter .selected').first().textContent()).toMatch(/Low Back Complaints/);
    },
  );

  testWithPages('can be gone through by keyboard: a mark is a button', async () => {
    const { page } = await open(`/cases/${encodeURIComponent(`Case:${CASE}`)}`);
    await page.locator('.letter .mark').first().focus();
    await page.keyboard.press('Enter');
    expect(
      await page.getByRole('region', { name: 'What is marked' }).getByRole('heading').textContent(),
    ).toBe('Case number');
  });

  testWithPages('that is not there says so', async () => {
    const { page } = await open('/cases/Case%3Anone');
    expect(await page.locator('h1').textContent()).toBe('No such case');
  });
});

describe('the graph', () => {
  testWithPages('opens what is around a node by keyboard, and its address brings it back', async () => {
    const { page } = await open(`/graph?node=${encodeURIComponent(`Case:${CASE}`)}`);
    const nodes = page.locator('.drawing .node');
    const before = await nodes.count();
    await page.locator('.drawing .node.finding').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/open=/);
    await settled(page);
    await expectMore(nodes, before);
    const after = await nodes.count();
    await page.reload();
    await settled(page);
    expect(await nodes.count()).toBe(after);
  });

  testWithPages('gives statements that the API takes', async () => {
    const { page, context } = await open(`/graph?node=${encodeURIComponent(`Case:${CASE}`)}`);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy as GraphQL' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const text = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(await api.data(text)).toMatchObject({ node: { caseNumber: CASE } });
  });
});

describe('beside Neo4j Browser', () => {
  testWithPages('a node leads into its editor', async () => {
    const server = await startWithBrowser(openClient());
    const { page } = await visit(server.url);
    await page.goto(`${server.url}/graph?node=${encodeURIComponent(`Case:${CASE}`)}`);
    await page.getByRole('link', { name: 'Open in Neo4j Browser' }).waitFor();
    const address = await page.getByRole('link', { name: 'Open in Neo4j Browser' }).getAttribute('href');
    const { pathname, searchParams } = new URL(address ?? '', server.url);
    expect([pathname, searchParams.get('cmd'), searchParams.get('arg')]).toEqual([
      '/browser/start',
      'edit',
      `MATCH path = (n:Case {id: "${CASE}"})--() RETURN path LIMIT 50`,
    ]);
  });
});

describe('letters that are dropped', () => {
  const letter = join(samples, `${CASE}.txt`);

  testWithPages('are read and shown, and stored only with the token', async () => {
    const { page } = await open('/upload');
    await page.locator('input[type=file]').setInputFiles(letter);
    await page
      .getByRole('region', { name: `${CASE}.txt` })
      .getByText(CASE, { exact: true })
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Store it' }).click();
    await page.getByRole('alert').getByText('UNAUTHENTICATED').waitFor();
    await page.getByLabel('Key or token').fill(WRITE_TOKEN);
    await page.getByRole('button', { name: 'Use it' }).click();
    await page.getByRole('button', { name: 'Store it' }).click();
    await page.getByText('Unchanged.').waitFor();
  });

  testWithPages(
    'that are PDF are read for those who may, and refused by name when they are none',
    async () => {
      const { page } = await open('/upload');
      await page.locator('input[type=file]').setInputFiles([
        {
          name: 'CM16-9900006.pdf',
          mimeType: 'application/pdf',
          buffer: readFileSync(join(samples, 'CM16-9900006.pdf')),
        },
        { name: 'broken.pdf', mimeType: 'application/pdf', buffer: Buffer.from('no PDF') },
      ]);
      const letter = page.getByRole('region', { name: 'CM16-9900006.pdf' });
      await letter.getByText('UNAUTHENTICATED').waitFor();
      await letter.getByLabel('Key or token').fill(WRITE_TOKEN);
      await letter.getByRole('button', { name: 'Use it' }).click();
      await letter.getByText('CM16-9900006', { exact: true }).first().waitFor();
      await page.getByRole('region', { name: 'broken.pdf' }).getByRole('alert').waitFor();
    },
  );
});

describe('the server', () => {
  test('sends the explorer under a policy without exceptions, and answers what is no page as before', async () => {
    const page = await fetch(`${api.url}/guidelines`);
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe');
    expect((await fetch(`${api.url}/nowhere`)).status).toBe(404);
    expect(await (await fetch(`${api.url}/settings.json`)).json()).toEqual({ neo4jBrowser: null });
  });

  testWithPages('that does not answer is told of, with a way to try again', async () => {
    const { page } = await open('/');
    await page.route('**/graphql', (route) => route.abort());
    await page.getByRole('link', { name: 'Guidelines' }).click();
    await page.getByRole('alert').getByText('The server does not answer.').waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('figure', { name: 'Sources' }).waitFor();
  });
});

describe('a server that asks for a key', () => {
  testWithPages('says so, and shows everything once it has one', async () => {
    const closed = await startApi(openClient(), { access: { anonymousReading: false } });
    const { page } = await visit(closed.url);
    await page.goto(closed.url);
    await page.getByRole('alert').getByText('UNAUTHENTICATED').first().waitFor();
    await page.getByLabel('Key or token').first().fill(WRITE_TOKEN);
    await page.getByRole('button', { name: 'Use it' }).first().click();
    await page.getByRole('figure', { name: 'Outcomes over time' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});

describe('the built pages', () => {
  testWithPages('ask what a server knows that answers nothing but trusted documents', async () => {
    const strict = await startApi(openClient(), { trustedDocumentsOnly: true });
    for (const path of ['/', '/guidelines', '/findings?q=lumbar', '/service?service=MRI', '/graph']) {
      const { page, context } = await visit(strict.url);
      await page.goto(`${strict.url}${path}`);
      await settled(page);
      expect([path, await page.getByRole('alert').count()]).toEqual([path, 0]);
      await context.close();
    }
  });

  testWithPages('are small: what a first view loads is less than 200 kB', async () => {
    const { page } = await visit(api.url);
    const loaded: string[] = [];
    page.on('response', (response) => loaded.push(new URL(response.url()).pathname));
    await page.goto(api.url);
    await settled(page);
    const files = loaded.filter((path) => path.startsWith('/assets/'));
    expect(files.length).toBeGreaterThan(1);
    const sizes = files.map((path) => gzipSync(readFileSync(join(projectFolder, 'dist/web', path))).length);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(200_000);
  });
});

async function expectMore(nodes: ReturnType<Page['locator']>, before: number): Promise<void> {
  for (let attempt = 0; attempt < 50 && (await nodes.count()) <= before; attempt++)
    await new Promise((done) => setTimeout(done, 100));
  expect(await nodes.count()).toBeGreaterThan(before);
}
