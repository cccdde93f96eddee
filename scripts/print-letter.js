/**
 * Prints a text letter of the 2016 template as a PDF of the same layout, header table in two columns:
 *   node scripts/print-letter.js LETTER.txt LETTER.pdf
 * The PDFs of samples/ were made with it.
 */
import { readFileSync } from 'node:fs';
import { launchChromium } from './chromium.js';

const HEADING = /^ +[A-Z, ]+$/;
const LABEL =
  /^(Claims Administrator guideline:|MAXIMUS guideline:|Decision rationale:|.*(?=(?:Upheld|Overturned)$))/;
const STYLE = `
  @page { size: Letter; margin: 0.7in 0.9in }
  body { font: 11.5pt/1.12 'Liberation Serif', 'Times New Roman', serif; margin: 0 }
  section { break-after: page } section:last-child { break-after: auto }
  td { padding: 0 1.6em 0 0; vertical-align: top } h1 { font-size: 13pt; text-align: center; margin: 0.6em 0 }
  p { margin: 0 0 0.8em; white-space: pre }`;

const [input, output] = process.argv.slice(2);
if (!input || !output) {
  console.error('usage: node scripts/print-letter.js LETTER.txt LETTER.pdf');
  process.exit(2);
}

const [header, ...body] = readFileSync(input, 'utf8').split(/\n{2}/);
const pages = body
  .join('\n\n')
  .split('\f')
  .filter((page) => page.trim() !== '');
const html = pages.map((page) => `<section>${page.split('\n\n').map(paragraph).join('')}</section>`).join('');
await print(`<style>${STYLE}</style>${html.replace('<section>', `<section>${table(header ?? '')}`)}`, output);

/** The header: "label value label value" a line, the last label ("Application / Received:") over two lines. */
function table(text) {
  const rows = text
    .replace(/(Application)( +\S+)\n +Received:/, '$1<br>Received:$2')
    .split('\n')
    .map((line) => line.split(/ {2,}|(?<=Received:) +/).map((cell) => `<td>${cell}</td>`));
  return `<table>${rows.map((cells) => `<tr>${cells.join('')}</tr>`).join('')}</table>`;
}

function paragraph(text) {
  const [first = '', ...rest] = text.replace(/\n$/, '').split('\n').map(escape);
  if (HEADING.test(first))
    return `<h1>${first.trim()}</h1>${rest.length > 0 ? `<p>${rest.join('\n')}</p>` : ''}`;
  return `<p>${[first, ...rest].map((line) => line.replace(LABEL, '<b>$1</b>')).join('\n')}</p>`;
}

function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

async function print(content, path) {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.setContent(content);
    await page.pdf({ path, preferCSSPageSize: true });
  } finally {
    await browser.close();
  }
}
