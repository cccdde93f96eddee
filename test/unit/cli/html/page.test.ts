import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import { asHtml } from '../../../../src/cli/html/page.js';
import type { AppliedCriterion, Determination } from '../../../../src/normalise/determination.js';
import { normalise } from '../../../../src/normalise/normalise.js';
import { openChromium, testWithChromium } from '../../../support/chromium.js';
import { applies } from '../../../support/determinations.js';
import { folderOf } from '../../../support/folder.js';
import { ITEM, letter2014, letter2016 } from '../../../support/letters.js';
import { parseText } from '../../../support/parse.js';

const read = (text: string): Determination => normalise(parseText(text));

const LETTER = read(letter2016());
const HEADERLESS = read(letter2014({ summary: 'The applicant has pain.' }));

/** The letter with what a reader might have found in "There are no red flags in this record." */
function withCriteria(...criteria: readonly Partial<AppliedCriterion>[]): Determination {
  const [finding] = LETTER.findings;
  if (!finding) throw new Error('no finding');
  const start = LETTER.text.indexOf('no red flags');
  const span = [start, start + 'no red flags'.length] as const;
  const applied = criteria.map((fields) => applies('RED_FLAG', { confidence: 0.91, span, ...fields }));
  return { ...LETTER, findings: [{ ...finding, appliedCriteria: applied }] };
}

async function* each(documents: readonly Determination[]): AsyncGenerator<Determination> {
  for (const document of documents) yield await Promise.resolve(document);
}

async function pageOf(...documents: readonly Determination[]): Promise<string> {
  const parts: string[] = [];
  for await (const part of asHtml(each(documents))) parts.push(part);
  return parts.join('');
}

test('every link leads to one place of the page', async () => {
  const html = await pageOf(LETTER, HEADERLESS, LETTER);
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  const links = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);

  expect(links.length).toBeGreaterThan(40);
  expect(new Set(ids).size).toBe(ids.length);
  expect(links.filter((link) => !ids.includes(link))).toEqual([]);
});

test.each([
  ['a fact is marked where it was read', />Injury<\/a>10\/14\/2016<\/mark>/],
  [
    'and stands in the record as it was understood',
    /<dt>Date of injury<\/dt>\n<dd [^>]*><a [^>]*>2016-10-14<\/a>/,
  ],
  ['a derived fact is said to be so', /<dt>Outcome<\/dt>\n<dd [^>]*>Uphold <small>derived/],
  ['each party has its basis', /data-says="Basis of the expert reviewer: MTUS"/],
  ['a citation tells its parts', /MTUS › Knee Complaints › 2004<\/a> <small>resolved · § Special Studies/],
])('%s', async (_, pattern) => {
  expect(await pageOf(LETTER)).toMatch(pattern);
});

const KNEE = { source: 'MTUS', chapter: 'Knee Complaints', edition: 2004, resolution: 'RESOLVED' } as const;

test.each<[string, Partial<AppliedCriterion>, RegExp]>([
  [
    'is marked in the text by kind and status',
    {},
    /<mark class="k-unmet decisive" [^>]*><a [^>]*>✗ Red flag<\/a>no red flags<\/mark>/,
  ],
  [
    'stands in the record with all that is said of it',
    { reliesOn: { ...KNEE, topics: ['Special Studies'] } },
    /<dt>✗ Not met<\/dt>\n<dd [^>]*><a [^>]*>Red flag present or suspected<\/a> <small>decides · confidence 0.91 · of MTUS › Knee Complaints › 2004 § Special Studies</,
  ],
  [
    'tells it in a line',
    { note: 'a note' },
    /data-says="✗ Not met: Red flag present or suspected · decides · confidence 0.91 · a note · of no guideline that is cited"/,
  ],
  [
    'that is met, and decides nothing',
    { status: 'MET', decisive: false },
    /<mark class="k-met" [^>]*><a [^>]*>✓ Red flag<\/a>/,
  ],
  [
    'that is unsure is said to be so',
    { confidence: 0.3 },
    /<mark class="k-unmet decisive unsure" [^>]*><a [^>]*>✗ Red flag \?<\/a>/,
  ],
])('an applied criterion %s', async (_, fields, pattern) => {
  expect(await pageOf(withCriteria(fields))).toMatch(pattern);
});

test('a quoted criterion tells its kind and guideline', async () => {
  const rationale =
    'MTUS Knee Complaints Guidelines list the following criteria: (1) Red flags; (2) Xyz. No.';
  const html = await pageOf(read(letter2016({ items: [{ ...ITEM, rationale }] })));

  expect(html).toMatch(
    />Red flags<\/a> <small>Red flag present or suspected · of MTUS › Knee Complaints › 2004</,
  );
  expect(html).toMatch(/>Xyz<\/a> <small>kind unsure · of MTUS/);
});

test('what a letter does not state is said to be not stated', async () => {
  expect(await pageOf(HEADERLESS)).toMatch(/<dt>Case number<\/dt>\n<dd [^>]*><span class="none">not stated/);
});

test('warnings are listed and marked in their place', async () => {
  const html = await pageOf(read(letter2016({ summary: 'The applicant has a date of injury of 1/2/2015.' })));

  expect(html).toContain('<strong>DATE_DISAGREES</strong> <a href=');
  expect(html).toContain('>⚠ DATE_DISAGREES</a>1/2/2015</mark>');
});

test('nothing a letter says becomes markup', async () => {
  const hostile = `"><script>alert('x')</script><img src=x onerror=alert(1)> &amp; ‹`;
  const html = await pageOf(
    read(
      letter2016({ summary: hostile, specialties: hostile, items: [{ ...ITEM, heading: `MRI ${hostile}` }] }),
    ),
  );

  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html).not.toContain('<img');
});

test('a letter alone is open, several are closed', async () => {
  expect((await pageOf(LETTER)).match(/<details class="letter" id="letter-\d" open>/g)).toHaveLength(1);
  expect((await pageOf(LETTER, HEADERLESS)).match(/<details [^>]* open>/g)).toBeNull();
});

test('a page without letters says so', async () => {
  expect(await pageOf()).toContain('No letter could be read.');
});

test('letters are written as they come', async () => {
  let taken = 0;
  async function* documents(): AsyncGenerator<Determination> {
    for (; taken < 100; taken++) yield await Promise.resolve(LETTER);
  }
  const parts = asHtml(documents());
  await parts.next();
  for (let i = 1; i <= 5; i++) {
    expect((await parts.next()).value).toContain(`id="letter-${i}"`);
    expect(taken).toBeLessThanOrEqual(i + 1);
  }
});

testWithChromium(
  'in a browser: pointing at a mark tells the fact; nothing is loaded or refused',
  async () => {
    const file = join(folderOf({ 'letters.html': await pageOf(LETTER, HEADERLESS) }), 'letters.html');
    const page = await (await openChromium()).newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) complaints.push(request.url());
    });

    await page.goto(`${pathToFileURL(file).href}#letter-1-3`);
    const mark = page.locator('mark', { hasText: '10/14/2016' }).first();
    await mark.hover();

    expect(await page.locator('#tip').textContent()).toBe('Date of injury: 2016-10-14');
    expect(await page.locator('dd.lit').textContent()).toBe('2016-10-14');
    expect(await page.locator('details[open]').count()).toBe(1);
    await page.locator('mark .chip').nth(2).focus();
    expect(await page.locator('#tip').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('#tip').isVisible()).toBe(false);
    expect(complaints).toEqual([]);
  },
);

testWithChromium('in a browser: other facts, and criteria that are unsure, can be hidden', async () => {
  const letter = withCriteria({}, { kind: 'OTHER', confidence: 0.2 });
  const file = join(folderOf({ 'letter.html': await pageOf(letter) }), 'letter.html');
  const page = await (await openChromium()).newPage();
  await page.goto(pathToFileURL(file).href);
  const chips = async () =>
    (await page.locator('.letter .chip:visible').allTextContents()).filter((chip) =>
      /Red|Other|Injury|Item/.test(chip),
    );
  const groups = () => page.locator('.record h4:visible').allTextContents();

  expect(await chips()).toEqual(['Injury', 'Item', '✗ Red flag', '✗ Other ?']);
  await page.check('#only-criteria');
  expect(await chips()).toEqual(['Item', '✗ Red flag', '✗ Other ?']);
  expect(await groups()).toEqual(['Request', 'Applied criteria']);
  await page.check('#without-unsure');
  expect(await chips()).toEqual(['Item', '✗ Red flag']);
  expect(await page.locator('dd.k-unmet:visible').count()).toBe(1);
});
