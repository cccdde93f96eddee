import type { Letter } from '../letter.js';
import type { Block } from '../layout.js';
import type { Slips } from '../noise.js';
import type { Random } from '../random.js';

/** Puts a letter into the words of its era. */
export type Writer = (letter: Letter, random: Random, slips: Slips) => Block[];

/** A heading of a part. */
export function title(text: string): Block {
  return { kind: 'title', text };
}

/** A paragraph. */
export function text(words: string): Block {
  return { kind: 'text', text: words };
}

/** A paragraph that the next one follows without a blank line. */
export function tight(words: string): Block {
  return { kind: 'text', text: words, tight: true };
}
