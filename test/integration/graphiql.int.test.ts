import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { chromium, type Browser, type Page } from 'playwright-core';
import { writeDeterminations } from '../../src/graph/writer.js';
import { startApi, type TestApi } from '../support/api.js';
import { CRITERIA_CORPUS } from '../support/criteria.js';
import { emptyGraph } from '../support/graph.js';

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const BUILT = existsSync('dist/web/index.html');

const missing = [
  ...(existsSync(CHROMIUM) ? [] : [`no Chromium at ${CHROMIUM}; set CHROMIUM_PATH`]),
  ...(BUILT ? [] : ['the page is not built; run npm run build']),
].join('; ');

const testWithBrowser = (name: string, run: () => Promise<void>): void => {
  if (missing === '') test(name, run);
  else test.skip(`${name} (skipped: ${missing})`, run);
};

let api: TestApi;
let browser: Browser | undefined;

beforeAll(async () => {
  const client = await emptyGraph();
  await writeDeterminations(client, CRITERIA_CORPUS);
  api = await startApi(client);
  if (missing !== '') return;
  browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
});

afterAll(() => browser?.close());

describe('the page at /graphql', () => {
  testWithBrowser('runs the headline query by its button, without help from elsewhere', async () => {
    if (browser === undefined) throw new Error('No browser.');
    const page = await browser.newPage();
    const complaints = listen(page, api.url);
    await page.goto(`${api.url}/graphql`);
    expect(await page.title()).toBe('IMR Graph');
    await page.getByRole('tab', { name: 'OdgCriteriaThatUpholdDenials' }).waitFor();
    // The button runs what the editor holds, and the editor fills a moment after the page is there.
    await page.locator('.graphiql-editor', { hasText: 'criterionOutcomes' }).first().waitFor();
    await page.locator('.graphiql-execute-button').click();
    await page.locator('.result-window', { hasText: 'Conservative care tried and failed' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('is for browsers alone, and what it loads may be kept for ever', async () => {
    const answer = await fetch(`${api.url}/graphql`, { headers: { accept: 'text/html' } });
    const html = await answer.text();
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
    for (const [, path] of html.matchAll(/(?:src|href)="(\/[^"]+)"/g)) {
      const part = await fetch(`${api.url}${path}`);
      expect([path, part.status, part.headers.get('cache-control')]).toEqual([
        path,
        200,
        'public, max-age=31536000, immutable',
      ]);
    }
  });
});

/** Collects errors in the console, uncaught ones, and requests that leave this server. */
function listen(page: Page, origin: string): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) complaints.push(`request to ${url}`);
  });
  return complaints;
}
