// @ts-check
import { fold, foldChapter, foldSet, pageSet } from './fold.js';

/**
 * A citation, as a truth file or a parsed document gives it. A truth citation holds only the fields that were read.
 * @typedef {object} Citation
 * @property {string} role
 * @property {string} source
 * @property {string | null} [chapter]
 * @property {number | null} [edition]
 * @property {readonly string[]} [topics]
 * @property {readonly (string | number)[]} [pages]
 * @property {readonly string[]} [tables]
 * @property {boolean} [resolved] parsed only: whether the catalogue knows it
 * @property {string} [resolution] parsed only: RESOLVED, AMBIGUOUS or NO_MATCH
 */

/** A truth citation of source "other" is none of these. */
const NAMED_SOURCES = ['mtus', 'odg', 'acoem', 'mdguidelines'];

/**
 * Whether a parsed citation says all that a truth citation says. What the truth leaves out is not judged.
 * @param {Citation} truth
 * @param {Citation} parsed
 */
export function agrees(truth, parsed) {
  return (
    truth.role === parsed.role &&
    sourceAgrees(truth.source, parsed.source) &&
    (!('chapter' in truth) || chapterAgrees(truth.chapter, parsed.chapter)) &&
    (!('edition' in truth) || (truth.edition ?? null) === (parsed.edition ?? null)) &&
    (!('topics' in truth) || foldSet(truth.topics) === foldSet(parsed.topics)) &&
    (!('pages' in truth) || pageSet(truth.pages) === pageSet(parsed.pages)) &&
    (!('tables' in truth) || foldSet(truth.tables) === foldSet(parsed.tables))
  );
}

/**
 * @param {string} truth
 * @param {string} parsed
 */
function sourceAgrees(truth, parsed) {
  const [wanted, got] = [fold(truth), fold(parsed)];
  return wanted === 'other' ? !NAMED_SOURCES.includes(got ?? '') : wanted === got;
}

/**
 * @param {string | null | undefined} truth
 * @param {string | null | undefined} parsed
 */
function chapterAgrees(truth, parsed) {
  if (truth === null || truth === undefined) return parsed === null || parsed === undefined;
  return typeof parsed === 'string' && foldChapter(truth) === foldChapter(parsed);
}

/**
 * A citation in one line: source / chapter / edition / topics / pages / tables, without the empty ends.
 * @param {Citation} citation
 */
export function showCitation({ source, chapter, edition, topics, pages, tables }) {
  const parts = [
    source,
    chapter,
    edition,
    (topics ?? []).join('; '),
    pageSet(pages),
    (tables ?? []).join('; '),
  ];
  return parts
    .map((part) => part ?? '')
    .join(' / ')
    .replace(/(?: \/ )+$/, '');
}
