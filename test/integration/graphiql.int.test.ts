import { beforeAll, describe, expect, test } from '@jest/globals';
import { writeDeterminations } from '../../src/graph/writer.js';
import { startApi, type TestApi } from '../support/api.js';
import { CRITERIA_CORPUS } from '../support/criteria.js';
import { emptyGraph } from '../support/graph.js';
import { testWithPages, visit } from '../support/visit.js';

let api: TestApi;

beforeAll(async () => {
  const client = await emptyGraph();
  await writeDeterminations(client, CRITERIA_CORPUS);
  api = await startApi(client);
});

describe('the page at /graphql', () => {
  testWithPages('runs the headline query by its button, without help from elsewhere', async () => {
    const { page, complaints } = await visit(api.url);
    await page.goto(`${api.url}/graphql`);
    expect(await page.title()).toBe('IMR Graph: GraphiQL');
    await page.getByRole('tab', { name: 'OdgCriteriaThatUpholdDenials' }).waitFor();
    // The button runs what the editor holds, and the editor fills a moment after the page is there.
    await page.locator('.graphiql-editor', { hasText: 'criterionOutcomes' }).first().waitFor();
    await page.locator('.graphiql-execute-button').click();
    await page.locator('.result-window', { hasText: 'Conservative care tried and failed' }).waitFor();
    expect(complaints).toEqual([]);
  });

  testWithPages('opens a saved query in a tab of its own, with its variables filled in', async () => {
    const { page, complaints } = await visit(api.url);
    await page.goto(`${api.url}/graphql`);
    await page.locator('.graphiql-editor', { hasText: 'criterionOutcomes' }).first().waitFor();
    await page.getByRole('button', { name: /saved queries/i }).click();
    await page.getByRole('button', { name: 'LookupCitations' }).click();
    await page.getByRole('tab', { name: 'LookupCitations' }).waitFor();
    await page.locator('.graphiql-editor-tool', { hasText: 'asOf' }).first().waitFor();
    await page.locator('.graphiql-execute-button').click();
    await page.locator('.result-window', { hasText: 'lookupCitations' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test.each(['/graphql', '/'])(
    'what %s loads may be kept for ever, and comes from here alone',
    async (path) => {
      const answer = await fetch(`${api.url}${path}`, { headers: { accept: 'text/html' } });
      const html = await answer.text();
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
      const loaded = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, part]) => part);
      expect(loaded).not.toEqual([]);
      for (const each of loaded) {
        const part = await fetch(`${api.url}${each}`);
        expect([each, part.status, part.headers.get('cache-control')]).toEqual([
          each,
          200,
          'public, max-age=31536000, immutable',
        ]);
      }
    },
  );
});
