// @ts-check
/** Documents that mean harm, or look like it, and what becomes of each: a stable code for each document in it, or READ. */
import { DOCXS, ZIPS } from './packed.js';
import { PDFS } from './pdfs.js';
import { PAGES, TEXTS } from './texts.js';

/**
 * Name, what becomes of it (one code for each document within, in their order), and how it is made.
 * @typedef {readonly (readonly [name: string, expected: string, make: () => Buffer])[]} HostileList
 */

/** What a file is called, its expected outcomes, and its bytes. @typedef {{ file: string, expected: string[], make: () => Buffer }} Hostile */

const FORMS = { pdf: PDFS, docx: DOCXS, zip: ZIPS, html: PAGES, txt: TEXTS };

/** @type {readonly Hostile[]} */
export const HOSTILE = Object.entries(FORMS).flatMap(([form, list]) =>
  list.map(([name, expected, make]) => ({
    file: `${form}-${name}.${form}`,
    expected: expected.split(' '),
    make,
  })),
);
