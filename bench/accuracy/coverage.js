// @ts-check

/**
 * @typedef {import('./parser.js').Parsed} Parsed
 *
 * `missing`: how many letters lack a required field, most frequent first; `optional`: how many letters have each field
 * that is not required.
 * @typedef {{ era: string, letters: number, complete: number, missing: [string, number][], optional: [string, number][] }} EraCoverage
 */

/** A field that fewer letters of an era have is no part of its template, only sometimes said in passing. */
const REQUIRED_SHARE = 0.5;

/**
 * How many letters of each era have every field that its letters usually have.
 * @param {readonly { era: string, parsed: Parsed }[]} letters
 * @returns {EraCoverage[]} sorted by era
 */
export function coverage(letters) {
  const eras = [...new Set(letters.map(({ era }) => era))].sort();
  return eras.map((era) =>
    eraCoverage(
      era,
      letters.filter((letter) => letter.era === era).map(({ parsed }) => fieldsOf(parsed)),
    ),
  );
}

/**
 * @param {string} era
 * @param {readonly Readonly<Record<string, boolean>>[]} letters which fields each has
 * @returns {EraCoverage}
 */
function eraCoverage(era, letters) {
  const names = [...new Set(letters.flatMap((fields) => Object.keys(fields)))];
  const having = (/** @type {string} */ name) => letters.filter((fields) => fields[name] === true).length;
  const required = names.filter((name) => having(name) >= REQUIRED_SHARE * letters.length);
  const missing = letters.flatMap((fields) => required.filter((name) => fields[name] !== true));
  return {
    era,
    letters: letters.length,
    complete: letters.filter((fields) => required.every((name) => fields[name] === true)).length,
    missing: byFrequency(missing),
    optional: names.filter((name) => !required.includes(name)).map((name) => [name, having(name)]),
  };
}

/**
 * Whether a letter has each field; a field of findings is there when every finding has it.
 * @param {Parsed} parsed
 * @returns {Record<string, boolean>}
 */
function fieldsOf({ case: header = {}, employee = {}, reviewer = {}, findings = [] }) {
  const each = (/** @type {(finding: NonNullable<Parsed['findings']>[number]) => unknown} */ read) =>
    findings.length > 0 && findings.every((finding) => isThere(read(finding)));
  return {
    ...presence(header),
    ...presence(employee),
    ...presence(reviewer),
    'basis of the claims administrator': each(({ bases }) => basisOf(bases).CLAIMS_ADMINISTRATOR),
    'basis of the reviewer': each(({ bases }) => basisOf(bases).EXPERT_REVIEWER),
  };
}

/**
 * @param {object | undefined} bases
 * @returns {{ CLAIMS_ADMINISTRATOR?: string | null, EXPERT_REVIEWER?: string | null }}
 */
function basisOf(bases) {
  return bases ?? {};
}

/** @param {object} values */
function presence(values) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isThere(value)]));
}

/** @param {unknown} value */
function isThere(value) {
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
}

/**
 * Citations that the catalogue does not know, most frequent first.
 * @param {readonly Parsed[]} letters
 * @returns {[string, number][]}
 */
export function unresolved(letters) {
  const citations = letters.flatMap(({ findings = [] }) =>
    findings.flatMap(({ citations: all = [] }) => all),
  );
  return byFrequency(
    citations
      .filter(({ resolution, resolved }) =>
        resolution === undefined ? resolved === false : resolution !== 'RESOLVED',
      )
      .map(({ source, chapter, resolution }) => [source, chapter, resolution].filter(Boolean).join(' / ')),
  );
}

/**
 * How often each word is there, most frequent first.
 * @param {readonly string[]} words
 * @returns {[string, number][]}
 */
export function byFrequency(words) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
