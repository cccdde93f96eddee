import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ERROR_CODES } from '../../../src/common/errors.js';
import { toDetermination } from '../../../src/corpus/read-determination.js';
import { isRejection } from '../../../src/documents/document.js';
import { READ_LIMITS } from '../../../src/documents/limits.js';
import { readSources } from '../../../src/documents/sources.js';
import { folderOf } from '../../support/folder.js';
import { docxOf, htmlOf, wordHtmlOf } from '../../support/forms.js';
import { letter2016 } from '../../support/letters.js';
import { pageOf, pdfOf } from '../../support/pdf.js';
import { zipOf } from '../../support/zip.js';

const letter = letter2016();

const FORMS: Readonly<Record<string, Buffer>> = {
  'a.txt': Buffer.from(letter),
  'a.html': Buffer.from(htmlOf(letter)),
  'word.html': Buffer.from(wordHtmlOf(letter), 'latin1'),
  'a.docx': docxOf(letter),
  'a.pdf': pdfOf([pageOf(letter.split('\n'))]),
  'a.zip': zipOf({ 'a.txt': letter, 'b.docx': docxOf(letter), 'c.zip': zipOf({ 'd.html': htmlOf(letter) }) }),
};

/** Bytes flipped, a piece cut out, or the end cut off. */
const damage = fc.record({
  flips: fc.array(
    fc.tuple(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.integer({ min: 1, max: 255 })),
    { maxLength: 8 },
  ),
  cut: fc.option(
    fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
    { freq: 2 },
  ),
});

function damaged(
  bytes: Buffer,
  { flips, cut }: { flips: [number, number][]; cut: [number, number] | null },
): Buffer {
  const copy = Buffer.from(bytes);
  for (const [at, mask] of flips) {
    const index = Math.floor(at * copy.length);
    copy[index] = (copy[index] ?? 0) ^ mask;
  }
  if (cut === null) return copy;
  const [from, to] = cut.map((share) => Math.floor(share * copy.length)) as [number, number];
  return from < to ? Buffer.concat([copy.subarray(0, from), copy.subarray(to)]) : copy.subarray(0, from);
}

test.each(Object.keys(FORMS))(
  '%s, damaged anyhow, is read or refused with a code of what may be wrong with files',
  async (name) => {
    await fc.assert(
      fc.asyncProperty(damage, async (how) => {
        const path = `${folderOf({ [name]: damaged(FORMS[name] ?? Buffer.alloc(0), how) })}/${name}`;
        for await (const source of readSources([path], READ_LIMITS)) {
          const outcome = isRejection(source) ? source : await toDetermination(source);
          if (!isRejection(outcome)) continue;
          expect(Object.keys(ERROR_CODES)).toContain(outcome.error.code);
          expect(outcome.error).not.toMatchObject({ code: 'READER_FAILED' });
        }
      }),
      { numRuns: 60 },
    );
  },
);
