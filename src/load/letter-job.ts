import { randomUUID } from 'node:crypto';
import { sha256 } from '../common/hash.js';
import { flatten, type ReadingOptions } from '../corpus/messages.js';
import { toDetermination } from '../corpus/read-determination.js';
import { isRejection } from '../documents/document.js';
import { generateLetter } from '../generate/generate.js';
import { toCaseRecord } from '../graph/records.js';
import { LetterEncoder, type EncodedLetter } from './letter-encoding.js';
import type { GeneratedItem, LoadItem } from './job.js';

const encoder = new LetterEncoder(`${randomUUID().slice(0, 8)}.`, new Date().toISOString());

/** The job of `encoding`, as worker threads do it: reads a letter and writes its rows. */
export async function work(item: LoadItem, options?: ReadingOptions): Promise<EncodedLetter | string> {
  const outcome = await toDetermination('letter' in item ? generated(item) : item, options);
  return isRejection(outcome) ? JSON.stringify(flatten(outcome)) : encoder.encode(toCaseRecord(outcome));
}

function generated({ path, letter: { number, recipe } }: GeneratedItem) {
  const bytes = Buffer.from(generateLetter(number, recipe).text);
  return { path, sha256: sha256(bytes), bytes };
}
