// @ts-check
/**
 * Pictures of the pages for docs/images, of generated letters: `npm run screenshots -- --url http://127.0.0.1:4000`, with a server
 * over a graph of `imr generate --letters 3000 --seed 1`.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchChromium } from './chromium.js';

const { values } = parseArgs({ options: { url: { type: 'string', default: 'http://127.0.0.1:4000' } } });
const folder = new URL('../docs/images/', import.meta.url).pathname;

const browser = await launchChromium();

/** The address of the first case of the graph, with what its first finding cites marked. */
async function firstCase() {
  const query = '{ cases(first: 1, filter: { itemsInLetter: { from: 2 } }) { nodes { id } } }';
  const response = await fetch(`${values.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data } = /** @type {{ data: { cases: { nodes: { id: string }[] } } }} */ (await response.json());
  return data.cases.nodes[0]?.id ?? '';
}

const id = await firstCase();
/** @type {readonly (readonly [name: string, path: string, scheme?: 'dark'])[]} */
const pictures = [
  ['explorer-overview', '/'],
  ['explorer-guidelines', '/guidelines?under=Guideline%3AODG'],
  ['explorer-findings', '/findings?q=lumbar+mri'],
  ['explorer-case', `/cases/${encodeURIComponent(id)}?fact=finding.1.citation.0`],
  ['explorer-service', '/service?service=MRI+of+the+lumbar+spine'],
  ['explorer-compare', '/compare?a.bodyRegion=Lumbar+spine&b.bodyRegion=Shoulder', 'dark'],
  ['explorer-graph', `/graph?node=${encodeURIComponent(id)}`],
];
for (const [name, path, colorScheme = 'light'] of pictures) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    colorScheme,
    locale: 'en-US',
  });
  const page = await context.newPage();
  await page.goto(values.url + path);
  await page.locator('main h1').waitFor();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
  console.log(`docs/images/${name}.png`);
}
await browser.close();
