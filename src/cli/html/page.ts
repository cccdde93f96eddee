import { createHash } from 'node:crypto';
import type { Printed } from '../printed.js';
import { letterMarkup } from './letter.js';
import { markup, trusted, type Markup } from './markup.js';
import { SCRIPT } from './script.js';
import { STYLE } from './style.js';

/** Nothing is loaded from anywhere, and no script or style but the page's own two runs. */
const POLICY = [
  "default-src 'none'",
  `style-src '${hashOf(STYLE)}'`,
  `script-src '${hashOf(SCRIPT)}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function hashOf(source: string): string {
  return `sha256-${createHash('sha256').update(source).digest('base64')}`;
}

/**
 * One page on its own that shows letters with every fact marked in their text, for checking by eye. Each letter is
 * written as it comes; a letter that is the only one is shown open.
 * @param documents must carry their text
 */
export async function* asHtml(documents: AsyncIterable<Printed>): AsyncGenerator<string> {
  yield head().source;
  let count = 0;
  let first: Printed | undefined;
  for await (const document of documents) {
    count++;
    if (count === 1) {
      first = document;
      continue;
    }
    if (first) yield letterMarkup(first, 'letter-1', false).source;
    first = undefined;
    yield letterMarkup(document, `letter-${count}`, false).source;
  }
  if (first) yield letterMarkup(first, 'letter-1', true).source;
  yield foot(count).source;
}

function head(): Markup {
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>IMR letters, as read</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
<header>
<h1>IMR letters, as read</h1>
<div class="tools">
<label><input type="checkbox" id="without-labels"> hide labels</label>
<label><input type="checkbox" id="only-criteria"> only criteria</label>
<label><input type="checkbox" id="without-unsure"> hide unsure criteria</label>
<label><input type="checkbox" id="only-warned"> only letters with warnings</label>
<button type="button" id="open-all">Open all</button>
<button type="button" id="close-all">Close all</button>
</div>
</header>
<main>
<ul class="legend" aria-label="Legend">
${LEGEND.map(([classes, words]) => markup`<li><mark class="${classes}">${words}</mark></li>\n`)}</ul>
`;
}

/** What the colours mean, in the order of a letter. */
const LEGEND: readonly (readonly [classes: string, words: string])[] = [
  ['k-case', 'Case'],
  ['k-person', 'Employee'],
  ['k-reviewer', 'Reviewer'],
  ['k-item', 'Item'],
  ['k-decision', 'Decision'],
  ['k-service', 'Service'],
  ['k-basis', 'Basis'],
  ['k-citation', 'Citation'],
  ['k-criterion', 'Quoted criterion'],
  ['k-met', '✓ Criterion met'],
  ['k-unmet', '✗ Criterion not met'],
  ['k-unmet decisive', 'decides'],
  ['k-unmet unsure', 'unsure ?'],
  ['k-warning', '⚠ Warning'],
];

function foot(count: number): Markup {
  const words = count === 0 ? 'No letter could be read.' : `${count} ${count === 1 ? 'letter' : 'letters'}.`;
  return markup`</main>
<footer>${words}</footer>
<p id="tip" role="tooltip" hidden></p>
<script>${trusted(SCRIPT)}</script>
</body>
</html>
`;
}
