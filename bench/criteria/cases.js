// @ts-check
/** @typedef {import('./score.js').Applied} Applied */

/**
 * A label as a file gives it.
 * @typedef {object} Label
 * @property {string} kind
 * @property {'MET' | 'NOT_MET'} status
 * @property {boolean} [decisive]
 * @property {string} [quote]
 *
 * What the reader makes of a finding; spans point into the letter.
 * @typedef {object} Finding
 * @property {string} label
 * @property {'UPHELD' | 'OVERTURNED'} decision
 * @property {string | null} rationale
 * @property {Readonly<Record<string, readonly [number, number]>>} spans
 * @property {readonly (Label & { confidence: number, span: readonly [number, number] })[]} appliedCriteria
 *
 * Labels of one finding, which is named by its place or by its label.
 * @typedef {object} LabelledFinding
 * @property {string} case
 * @property {number | string} finding
 * @property {readonly Label[]} applied
 */

/**
 * Labels with their places in a rationale.
 * @param {readonly Label[]} labels
 * @param {string} rationale
 * @returns {Applied[]}
 */
export function placed(labels, rationale) {
  return labels.map(({ kind, status, decisive, quote }) => ({
    kind,
    status,
    ...(decisive !== undefined && { decisive }),
    span: quote === undefined ? null : placeOf(quote, rationale),
  }));
}

/**
 * Where a quote stands; case and white space may differ, and what is left out ("…") may be anything.
 * @param {string} quote
 * @param {string} rationale
 * @returns {[number, number] | null}
 */
export function placeOf(quote, rationale) {
  const at = rationale.indexOf(quote);
  if (at >= 0) return [at, at + quote.length];
  const words = quote.split(/\s*(?:…|\.{3}|\[\.\.\.\])\s*|\s+/).filter((word) => word !== '');
  const [first, ...rest] = words.map((word) => word.toLowerCase());
  const folded = rationale.toLowerCase();
  if (first === undefined || folded.length !== rationale.length) return null;
  for (let start = folded.indexOf(first); start >= 0; start = folded.indexOf(first, start + 1)) {
    const end = followed(folded, start + first.length, rest, quote.length);
    if (end !== null) return [start, end];
  }
  return null;
}

/**
 * Where the last of some words ends that follow each other from a place on, not much further apart than in their quote.
 * @param {string} text
 * @param {number} from
 * @param {readonly string[]} words
 * @param {number} length
 */
function followed(text, from, words, length) {
  let end = from;
  for (const word of words) {
    const at = text.indexOf(word, end);
    if (at < 0 || at + word.length - from > 3 * length) return null;
    end = at + word.length;
  }
  return end;
}

/**
 * What the reader found, with places in the rationale.
 * @param {Finding} finding
 * @returns {Applied[]}
 */
export function readingOf({ appliedCriteria, spans }) {
  const offset = spans['rationale']?.[0] ?? 0;
  return appliedCriteria.map(({ kind, status, decisive, confidence, span: [start, end] }) => ({
    kind,
    status,
    ...(decisive !== undefined && { decisive }),
    confidence,
    span: [start - offset, end - offset],
  }));
}

/**
 * The finding that labels are of.
 * @param {readonly Finding[]} findings
 * @param {number | string} name its place, or its label
 * @returns {number} -1 when there is none
 */
export function indexOfFinding(findings, name) {
  if (typeof name === 'number') return name in findings ? name : -1;
  return findings.findIndex(({ label }) => fold(label) === fold(name));
}

/** @param {string} words */
function fold(words) {
  return words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
