// @ts-check
/** What a person waits for on the explorer's pages, in a real browser: `npm run measure:pages -- --url http://127.0.0.1:4000`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { launchChromium } from './chromium.js';

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:4000' },
    visits: { type: 'string', default: '5' },
  },
});
const visits = Number(values.visits);

/** In seconds: a page that takes longer is a fault. */
const PATIENCE = 60;

/** @type {readonly (readonly [name: string, path: string])[]} */
const PAGES = [
  ['overview', '/'],
  ['guidelines', '/guidelines'],
  ['findings', '/findings'],
  ['search', '/findings?q=lumbar+mri'],
  ['service', '/service?service=MRI+of+the+lumbar+spine'],
  ['compare', '/compare?a.decision=UPHELD&b.decision=OVERTURNED'],
  ['graph', '/graph'],
];

/** What a person does on a page, and what it shows then. @type {readonly (readonly [name: string, path: string, act: (page: import('playwright-core').Page) => Promise<void>])[]} */
const ACTS = [
  ['open a source', '/guidelines', (page) => page.locator('a.bar').first().click()],
  ['open a service', '/', (page) => page.locator('a.bar[href^="/service"]').first().click()],
  ['next page of findings', '/findings', (page) => page.getByRole('button', { name: 'Next page' }).click()],
  ['table of a figure', '/guidelines', (page) => page.getByRole('button', { name: 'Table' }).first().click()],
];

/** @param {readonly number[]} numbers */
function described(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (/** @type {number} */ i) => Math.round(sorted[i] ?? NaN);
  return `${at(0)} / ${at(Math.floor(sorted.length / 2))} / ${at(sorted.length - 1)} ms`;
}

/** Waits until the page has all that it asked for. @param {import('playwright-core').Page} page */
async function settled(page) {
  await page.locator('main h1').waitFor();
  await page.waitForFunction(
    () => !document.querySelector('main :is([aria-busy=true], .loading)'),
    undefined,
    { timeout: PATIENCE * 1000, polling: 'raf' },
  );
}

const browser = await launchChromium();

/** A first visit: nothing is kept of earlier ones. @param {string} path */
async function firstVisit(path) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) Object.assign(window, { largestPaint: entry.startTime });
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
  await page.goto(values.url + path);
  await settled(page);
  const times = await page.evaluate(() => ({
    first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
    whole: performance.now(),
    largest: Reflect.get(window, 'largestPaint') ?? NaN,
  }));
  await context.close();
  return times;
}

/**
 * From a press to the frame in which the browser has answered it, and until what is asked for then is there.
 * @param {string} path
 * @param {(page: import('playwright-core').Page) => Promise<void>} act
 */
async function actOn(path, act) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(values.url + path);
  await settled(page);
  await page.evaluate(() => {
    const noteAnswer = () => {
      const start = performance.now();
      requestAnimationFrame(() =>
        setTimeout(() => Object.assign(window, { answered: performance.now() - start })),
      );
    };
    document.addEventListener('click', noteAnswer, { capture: true, once: true });
  });
  const start = performance.now();
  await act(page);
  const answered = await page.waitForFunction(() => Reflect.get(window, 'answered'));
  await settled(page);
  const times = { answered: Number(await answered.jsonValue()), whole: performance.now() - start };
  await context.close();
  return times;
}

console.log(`${visits} first visits each, an empty cache; least / median / most`);
for (const [name, path] of PAGES) {
  const times = [];
  for (let i = 0; i < visits; i++) times.push(await firstVisit(path));
  const of = (/** @type {'first' | 'largest' | 'whole'} */ what) =>
    described(times.map((each) => each[what]));
  console.log(
    `${name.padEnd(12)} first paint ${of('first')}; largest ${of('largest')}; all answers ${of('whole')}`,
  );
}

for (const [name, path, act] of ACTS) {
  const times = [];
  for (let i = 0; i < visits; i++) times.push(await actOn(path, act));
  const of = (/** @type {'answered' | 'whole'} */ what) => described(times.map((each) => each[what]));
  console.log(`${name}: answered ${of('answered')}; all of it ${of('whole')}`);
}
await browser.close();

const folder = new URL('../dist/web/', import.meta.url).pathname;
const loaded = [
  ...readFileSync(join(folder, 'index.html'), 'utf8').matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g),
].map(([, file = '']) => file);
const size = (/** @type {readonly string[]} */ files) =>
  Math.round(files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0) / 1024);
console.log(
  `first view: ${size(loaded)} kB gzip (${loaded.length} files); all parts of both pages: ${readdirSync(join(folder, 'assets')).length} files`,
);
