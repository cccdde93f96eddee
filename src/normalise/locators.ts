import { allMatches } from './patterns.js';

/** Where in a guideline a letter points: pages and tables. */
export interface Locators {
  /** "177", or a range "177-179". */
  readonly pages: readonly string[];
  /** "8-8". */
  readonly tables: readonly string[];
}

/** Source of a pattern for one or more page numbers and ranges: "177, 178", "335-336", "177 and 178". */
export const PAGE_LIST = String.raw`\d+(?:\s?[-–]\s?\d+)?(?:(?:\s*(?:,|&|\band\b))+\s*\d+(?:\s?[-–]\s?\d+)?)*`;
/** Source of a pattern for the word before page numbers. */
export const PAGE_WORD = String.raw`\b(?:pages?|pgs?\b\.?|pp?\b\.?)(?:\(s\))?:?\s*`;
/** Source of a pattern for a table: "Table 8-8", "Table 2". */
export const TABLE = String.raw`\btables?:?\s*#?\d+(?:\s?[-–]\s?\d+)?`;

const TABLES = new RegExp(TABLE, 'gi');
const FIGURE = String.raw`\bfig(?:ures?|\.)\s*\d+(?:\s?[-–]\s?\d+)?`;
const FIGURES = new RegExp(FIGURE, 'i');
const TABLES_AND_FIGURES = new RegExp(`${TABLE}|${FIGURE}`, 'gi');
const PAGES = new RegExp(`${PAGE_WORD}(${PAGE_LIST})`, 'gi');
const LOCATORS = new RegExp(`${PAGE_WORD}${PAGE_LIST}|${TABLE}`, 'gi');

const NONE: Locators = { pages: [], tables: [] };

/** Pages after the word "page" and tables after the word "table", anywhere in a text. */
export function readLocators(text: string): Locators {
  if (!/\d/.test(text)) return NONE;
  const { tables, rest } = takeTables(text);
  const lists = allMatches(PAGES, rest);
  return { tables, pages: unique(lists.flatMap(([, list]) => pageNumbers(list ?? ''))) };
}

/** A template's "Page(s):" list, whose numbers stand without the word: "Table 8-8,182". */
export function readPageList(text: string): Locators {
  if (!/\d/.test(text)) return NONE;
  const { tables, rest } = takeTables(text);
  return { tables, pages: unique(pageNumbers(rest)) };
}

/** The text with its pages and tables blanked out, each offset kept. */
export function withoutLocators(text: string): string {
  if (!/\d/.test(text)) return text;
  return text.replace(LOCATORS, (found) => ' '.repeat(found.length));
}

function takeTables(text: string): { tables: string[]; rest: string } {
  const found = allMatches(TABLES, text);
  if (found.length === 0)
    return { tables: [], rest: FIGURES.test(text) ? text.replace(TABLES_AND_FIGURES, ' ') : text };
  const tables = found.map(([words]) => words.replace(/^\D+/, '').replace(/\s?[-–]\s?/, '-'));
  return { tables: unique(tables), rest: text.replace(TABLES_AND_FIGURES, ' ') };
}

function pageNumbers(list: string): string[] {
  // "98 of 127" is one page of many.
  const numbers = list.replace(/\bof\s+\d+/gi, ' ').match(/(?<![\d.])\d+(?:\s?[-–]\s?\d+)?(?!\.?\d)/g) ?? [];
  return numbers.map((page) => page.replace(/\s?[-–]\s?/, '-'));
}

function unique(values: string[]): string[] {
  return [...new Set(values)];
}
