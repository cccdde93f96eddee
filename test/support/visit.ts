import { existsSync } from 'node:fs';
import { test } from '@jest/globals';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { missingChromium, openChromium, testWithChromium } from './chromium.js';

const BUILT = existsSync('dist/web/index.html');

/** A test that needs the browser and the built pages; skipped, with the reason in its name, where they are not. */
export function testWithPages(name: string, run: () => Promise<void>): void {
  if (BUILT || missingChromium !== '') testWithChromium(name, run);
  else test.skip(`${name} (skipped: the pages are not built; run npm run build)`, run);
}

/** A page as a new visitor has it, with what went wrong on it. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors and warnings of the console, uncaught errors, and requests that leave the server. */
  readonly complaints: readonly string[];
}

/** @param origin of the server, to which all requests must go */
export async function visit(origin: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const browser = await openChromium();
  const context = await browser.newContext({
    locale: 'en-US',
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) complaints.push(`request to ${url}`);
  });
  return { page, context, complaints };
}
