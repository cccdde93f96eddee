import { existsSync } from 'node:fs';
import { afterAll, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { CHROMIUM, launchChromium } from '../../scripts/chromium.js';

/** Why there is no browser to test with; empty where there is one. */
export const missingChromium = existsSync(CHROMIUM) ? '' : `no Chromium at ${CHROMIUM}; set CHROMIUM_PATH`;

let browser: Promise<Browser> | undefined;

afterAll(async () => (await browser)?.close());

/** A real browser; it is closed after the file's last test. */
export function openChromium(): Promise<Browser> {
  browser ??= launchChromium();
  return browser;
}

/** A test that needs the browser; skipped where there is none. */
export function testWithChromium(name: string, run: () => Promise<void>, timeout?: number): void {
  if (missingChromium === '') test(name, run, timeout);
  else test.skip(`${name} (skipped: ${missingChromium})`, run);
}
