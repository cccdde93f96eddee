import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import neo4j from 'neo4j-driver';
import type { Page } from 'playwright-core';
import type { TestApi } from '../support/api.js';
import { guideChapters, readChapter, readPreset, savedStatements } from '../../src/browser/content.js';
import { sampleGraph, startWithBrowser } from '../support/browser.js';
import { openChromium, testWithChromium } from '../support/chromium.js';
import { runCypher, testConnection } from '../support/graph.js';

/** Browser is slow to start where processors are few. */
const PATIENCE = 60_000;

let server: TestApi;
let page: Page;

beforeAll(async () => {
  server = await startWithBrowser(await sampleGraph());
});

describe('Neo4j Browser', () => {
  afterEach(async () => {
    await page.context().close();
  });

  testWithChromium(
    'is connected, plays the guide, runs its statements, and asks nothing of others',
    async () => {
      const complaints = await open('/browser/start');
      await page.locator('pre.runnable .fa-play-circle-o').first().click();
      await page.getByText('Reviewer (1)').waitFor();
      await page.getByTestId('nextSlide').click();
      await page.getByText('Next chapter: its findings').click();
      await page.getByText('Chapter 2 of 6').waitFor();
      await page.getByTestId('navigationFavorites').click();
      await page.getByTestId('expandFolder-IMR letters').click();
      await page.getByText('The letters decided last').waitFor();
      await page.getByText('The guide, from its first chapter').waitFor();
      expect(complaints).toEqual([]);
    },
    PATIENCE,
  );

  testWithChromium(
    'cannot write, and says so; what is handed on is in the editor, and what a visitor has of his own stays',
    async () => {
      await open('/browser/start');
      const own = { id: 'mine', content: '// Mine\nRETURN 1' };
      // Browser writes what it holds a moment later: it is left before anything is put beside that.
      await page.goto(`${server.url}/healthz`);
      await page.evaluate(
        ([document]) => {
          const storage = (globalThis as unknown as { localStorage: Record<string, string> }).localStorage;
          const { 'neo4j.documents': documents = '[]', 'neo4j.grass': grass = '{}' } = storage;
          storage['neo4j.documents'] = JSON.stringify([document, ...(JSON.parse(documents) as object[])]);
          storage['neo4j.grass'] = JSON.stringify({
            ...(JSON.parse(grass) as object),
            'node.Case': { color: '#123456' },
          });
        },
        [own],
      );
      const statement = "CREATE (n:Intruder {name: 'Neck & Upper Back, 100 %, #1 + 2'}) RETURN n";
      await page.goto(`${server.url}/browser/start?&cmd=edit&arg=${encodeURIComponent(statement)}`);
      await page.getByText('Chapter 1 of 6').waitFor();
      await page.getByTestId('editor-Run').first().click();
      await page.getByText('Writing in read access mode not allowed').waitFor();
      const { documents, grass, history } = await stored();
      expect(history[0]).toBe(statement.replace('&', '\\u0026').replace('#', '\\u0023'));
      expect(documents.filter(({ id }) => id === 'mine')).toEqual([own]);
      expect(documents.filter(({ id }) => id?.startsWith('imr-'))).toHaveLength(1 + savedStatements().length);
      expect(grass).toMatchObject({
        'node.Case': { color: '#123456' },
        'node.Item': readPreset().grass['node.Item'],
      });
      expect(await runCypher('MATCH (n:Intruder) RETURN n')).toEqual([]);
    },
    PATIENCE,
  );
});

describe('the pages of Browser', () => {
  test('come from here alone, by their content policy', async () => {
    for (const path of ['/browser/', '/browser/start', '/browser/imr/start.js']) {
      const answer = await fetch(`${server.url}${path}`);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
    }
  });

  test('are those of Neo4j', async () => {
    const html = await (await fetch(`${server.url}/browser/`)).text();
    const [script = ''] = /app-[\w.-]+\.js/.exec(html) ?? [];
    const { status, headers } = await fetch(`${server.url}/browser/${script}`, { method: 'HEAD' });
    expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('javascript')]);
  });

  test('are no way to other pages of Neo4j', async () => {
    for (const path of [
      '/browser/..%2fdb/neo4j/query/v2',
      '/browser/a%2f..%2f..%2f',
      '/browser/imr/guide/..%2f..%2fstart.html',
    ])
      expect([path, (await fetch(`${server.url}${path}`)).status]).toEqual([path, 404]);
  });

  test('tell clients of Neo4j where Bolt is spoken, and leave everybody else to the API', async () => {
    const told = await fetch(server.url, { headers: { accept: 'application/json' } });
    expect(await told.json()).toEqual({ bolt_direct: server.url.replace('http', 'bolt') });
    expect((await fetch(server.url)).headers.get('content-type')).toContain('text/html');
  });

  test('of the guide may be read from another Browser, which asks first', async () => {
    const url = `${server.url}/browser/imr/guide/${guideChapters()[0] ?? ''}`;
    const headers = {
      origin: 'http://127.0.0.1:7474',
      'access-control-request-headers': 'cache-control,pragma',
    };
    const asked = await fetch(url, { method: 'OPTIONS', headers });
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-headers')).toContain('pragma');
    expect(asked.headers.get('access-control-allow-origin')).toBe('*');
    const chapter = await (await fetch(url)).text();
    expect(chapter).toContain(`play-topic="${server.url}/browser/imr/guide/`);
    expect(chapter).not.toContain('ORIGIN');
  });
});

describe('on the sample letters', () => {
  const statements = [
    ...savedStatements().map(({ name, text }): [string, string] => [name, text]),
    ...guideChapters().flatMap((file) =>
      statementsOf(readChapter(file, '')).map((text, i): [string, string] => [
        `${file}, statement ${i + 1}`,
        text,
      ]),
    ),
  ];

  test.each(statements)('%s reads, and finds something', async (_, text) => {
    expect(await queryType(text)).toBe('r');
    expect((await runCypher(text)).length).toBeGreaterThan(0);
  });

  test('saved statements are titled, and chapters lead to each other', () => {
    for (const { text } of savedStatements()) expect(text).toMatch(/^\/\/ [A-Z].+\n/);
    const chapters = guideChapters();
    for (const [i, file] of chapters.entries())
      expect(readChapter(file, '')).toContain(
        `/browser/imr/guide/${chapters[(i + 1) % chapters.length] ?? ''}"`,
      );
  });
});

/** Opens a page in a browser that has been nowhere before, and collects what it complains of, or asks of others. */
async function open(path: string): Promise<string[]> {
  const context = await (await openChromium()).newContext();
  page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const isTheirs = message.text().includes('Content Security Policy');
    if (message.type() === 'error' && !isTheirs) complaints.push(message.text());
  });
  page.on('response', (response) => {
    const url = response.url();
    if (!url.startsWith(server.url) && !/^(data|blob):/.test(url)) complaints.push(`answer of ${url}`);
    if (response.status() >= 400) complaints.push(`${response.status()} of ${url}`);
  });
  page.on('requestfailed', (request) => {
    // What Browser would fetch of others, our content policy stops; what is under way when a page is left, the browser gives up.
    const reason = request.failure()?.errorText ?? '';
    if (!['csp', 'net::ERR_ABORTED'].includes(reason)) complaints.push(`no ${request.url()}`);
  });
  await page.goto(`${server.url}${path}`);
  await page.getByText('Chapter 1 of 6').waitFor();
  return complaints;
}

interface Stored {
  readonly documents: readonly { readonly id?: string }[];
  readonly grass: Readonly<Record<string, object>>;
  readonly history: readonly string[];
}

/** What Browser keeps; it writes a moment after something changes. */
async function stored(): Promise<Stored> {
  await page.waitForTimeout(1_500);
  const kept = await page.evaluate(() => ({
    ...(globalThis as unknown as { localStorage: Record<string, string> }).localStorage,
  }));
  const read = (key: string): unknown => JSON.parse(kept[`neo4j.${key}`] ?? 'null');
  return { documents: read('documents'), grass: read('grass'), history: read('history') } as Stored;
}

function statementsOf(html: string): string[] {
  return [...html.matchAll(/<pre class="code runnable">([^<]*)<\/pre\s*>/g)].map(([, text = '']) =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim(),
  );
}

async function queryType(text: string): Promise<string> {
  const { uri, user, password } = testConnection();
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  try {
    return (await driver.executeQuery(`EXPLAIN ${text}`)).summary.queryType;
  } finally {
    await driver.close();
  }
}
