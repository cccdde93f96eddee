// @ts-check
import { LETTER, letterWith } from './letter.js';

/** @param {string} text */
const page = (text) => `<!DOCTYPE html><html><body>${text}</body></html>`;
const PRE = LETTER.split('\n')
  .map((line) => `<p>${line.replace(/ {2,}/g, ' \u00a0')}</p>`)
  .join('');

/** @param {string} text */
function utf16(text, swapped = false) {
  const bytes = Buffer.from(text, 'utf16le');
  return swapped ? bytes.swap16() : bytes;
}

/** @type {import('./corpus.js').HostileList} */
export const PAGES = [
  ['deep', 'NESTED_TOO_DEEPLY', () => Buffer.from(page('<div>'.repeat(200_000) + PRE))],
  ['deep-tables', 'NESTED_TOO_DEEPLY', () => Buffer.from(page('<table><tr><td>'.repeat(50_000) + PRE))],
  ['attribute-huge', 'READ', () => Buffer.from(page(`<div style="${'x'.repeat(5_000_000)}">${PRE}</div>`))],
  [
    'attributes-many',
    'READ',
    () =>
      Buffer.from(
        page(`<div ${Array.from({ length: 100_000 }, (_, i) => `a${i}=1`).join(' ')}>${PRE}</div>`),
      ),
  ],
  ['script', 'READ', () => Buffer.from(page(`<script>for(;;){}</script><p onclick="for(;;){}"></p>${PRE}`))],
  ['script-unclosed', 'EMPTY_FILE', () => Buffer.from(page(`<script>${PRE}`))],
  [
    'frames',
    'READ',
    () => Buffer.from(page(`<iframe src="file:///etc/passwd"></iframe><img src="http://192.0.2.1/a">${PRE}`)),
  ],
  [
    'references-many',
    'READ',
    () => Buffer.from(page(`${PRE}<p>${'&amp;&#x26;&nosuch;'.repeat(20_000)}</p>`)),
  ],
  ['comment-unclosed', 'EMPTY_FILE', () => Buffer.from(page(`<!--${PRE}`))],
  ['tags-half', 'READ', () => Buffer.from(page(`${PRE}${'<a '.repeat(100_000)}`))],
  ['meta-says-other', 'READ', () => Buffer.from(page(`<meta charset="utf-16">${PRE}`))],
];

const REPEATED = [
  'a ',
  'A. ',
  '1. ',
  'injury on 10-10-2016 ',
  'MRI: Upheld\n',
  'Case Number: ',
  '((',
  '"',
  'twenty ',
  'Section(s): ',
  'a-\n',
  '44 year old ',
];

/** @type {import('./corpus.js').HostileList} */
export const TEXTS = [
  ['utf-16-with-mark', 'READ', () => Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(LETTER)])],
  ['utf-16-without-mark', 'BINARY_FILE', () => utf16(LETTER)],
  ['utf-16-without-mark-swapped', 'BINARY_FILE', () => utf16(LETTER, true)],
  [
    'utf-16-of-odd-length',
    'READ',
    () => Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(LETTER), Buffer.from([0x41])]),
  ],
  ['utf-32', 'BINARY_FILE', () => Buffer.from([...LETTER].flatMap((sign) => [sign.charCodeAt(0), 0, 0, 0]))],
  ['utf-7', 'READ', () => Buffer.from(letterWith('+AGEAYgBj-'))],
  [
    'overlong',
    'READ',
    () => Buffer.concat([Buffer.from(LETTER), Buffer.from([0xc0, 0xaf, 0xe0, 0x80, 0xaf])]),
  ],
  [
    'lone-surrogates',
    'READ',
    () => Buffer.concat([Buffer.from(LETTER), Buffer.from([0xed, 0xa0, 0x80, 0xed, 0xbf, 0xbf])]),
  ],
  [
    'beyond-unicode',
    'READ',
    () => Buffer.concat([Buffer.from(LETTER), Buffer.from([0xf7, 0xbf, 0xbf, 0xbf])]),
  ],
  ['zeros', 'BINARY_FILE', () => Buffer.from(letterWith('\0\0\0'))],
  ['controls', 'BINARY_FILE', () => Buffer.from(letterWith('\x1b[31m'.repeat(1_000)))],
  ['bidi', 'READ', () => Buffer.from(letterWith('\u202e\u2066\u202d\u2069'.repeat(50)))],
  ['marks-upon-marks', 'READ', () => Buffer.from(letterWith(`a${'\u0301'.repeat(50_000)}`))],
  ['invisible', 'READ', () => Buffer.from(LETTER.split('').join('\u200b'))],
  ['line-of-100-mb', 'FILE_TOO_LARGE', () => Buffer.alloc(100_000_000, 0x61)],
  ['line-of-2-mb', 'UNKNOWN_TEMPLATE', () => Buffer.alloc(1_900_000, 0x61)],
  ['only-line-ends', 'EMPTY_FILE', () => Buffer.alloc(1_000_000, 0x0a)],
  ['page-ends', 'READ', () => Buffer.from(LETTER + '\f'.repeat(200_000))],
  ...REPEATED.map(
    /** @returns {import('./corpus.js').HostileList[number]} */
    (unit, i) => [
      `repeated-${String(i + 1).padStart(2, '0')}`,
      'READ',
      () => Buffer.from(letterWith(unit.repeat(300_000 / unit.length))),
    ],
  ),
];
