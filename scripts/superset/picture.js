// @ts-check
import { setTimeout } from 'node:timers/promises';
import { launchChromium } from '../chromium.js';

/** High enough that every chart is in sight: those that are not are not drawn. */
const VIEW = { width: 1400, height: 3000 };

/** Milliseconds until all charts must have their data, and for them to be drawn when they have. */
const PATIENCE = 120_000;
const DRAWING = 4_000;

/**
 * Opens the dashboard, and keeps a picture of it.
 * @param {import('./server.js').Superset} superset
 * @param {ReadonlyMap<number, string>} charts the name of each by its id
 * @param {string} path of the picture
 * @returns {Promise<string[]>} what is wrong: charts that fail or are empty, errors of the page
 */
export async function takePicture({ url, user, password }, charts, path) {
  console.log('superset: open the dashboard');
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: VIEW });
    const problems = /** @type {string[]} */ ([]);
    page.on('pageerror', ({ message }) => problems.push(`error on the page: ${message}`));
    // Superset tells its makers of each visit.
    await page.route(
      (address) => address.origin !== url && address.protocol.startsWith('http'),
      (route) => route.abort(),
    );
    await page.goto(`${url}/login/`);
    await page.locator('#username').fill(user);
    await page.locator('#password').fill(password);
    await page.locator('#password').press('Enter');
    await page.waitForURL(/welcome/);
    const answers = answersOn(page);
    await page.goto(`${url}/superset/dashboard/imr/?standalone=1`);
    for (const deadline = Date.now() + PATIENCE; answers.size < charts.size && Date.now() < deadline;)
      await setTimeout(200);
    await setTimeout(DRAWING);
    const alerts = await page.locator('.ant-alert-error').allInnerTexts();
    await page.screenshot({ path, clip: await extent(page) });
    const charted = [...charts].map(([id, name]) => [name, answers.get(id) ?? 'no data was asked for']);
    return [
      ...problems,
      ...alerts.map((text) => `error shown: ${text}`),
      ...charted.filter(([, wrong]) => wrong !== '').map(([name, wrong]) => `${name}: ${wrong}`),
    ];
  } finally {
    await browser.close();
  }
}

/**
 * What is wrong about each chart's data, by its id, as it comes; empty when nothing is.
 * @param {import('playwright-core').Page} page
 * @returns {ReadonlyMap<number, string>}
 */
function answersOn(page) {
  const answers = /** @type {Map<number, string>} */ (new Map());
  page.on('response', async (response) => {
    const address = new URL(response.url());
    if (address.pathname !== '/api/v1/chart/data') return;
    // Filters ask for their values likewise, without a chart.
    const { slice_id: id } = JSON.parse(address.searchParams.get('form_data') ?? '{}');
    if (id === undefined) return;
    const text = await response.text();
    answers.set(Number(id), response.ok() ? emptiness(JSON.parse(text)) : `${response.status()} ${text}`);
  });
  return answers;
}

/** @param {{ result: { rowcount: number, error: string | null }[] }} answer */
function emptiness({ result }) {
  return result
    .map(({ rowcount, error }) => error ?? (rowcount === 0 ? 'is empty' : ''))
    .filter((wrong) => wrong !== '')
    .join('; ');
}

/**
 * The page down to the end of its last chart.
 * @param {import('playwright-core').Page} page
 */
async function extent(page) {
  const boxes = await Promise.all(
    (await page.locator('.dashboard-component-chart-holder').all()).map((chart) => chart.boundingBox()),
  );
  const end = Math.max(...boxes.map((box) => (box === null ? 0 : box.y + box.height)));
  const margin = 16;
  return { x: 0, y: 0, width: VIEW.width, height: Math.min(VIEW.height, Math.ceil(end) + margin) };
}
