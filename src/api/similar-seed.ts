import { isRejection } from '../documents/document.js';
import { InputError } from '../query/input-error.js';
import { findingSeed, type Seed } from '../query/similar/seed.js';
import { isLikeLetter, letterSeed, textSeed, type InTurn } from '../query/similar/text-seed.js';
import type { Context } from './context.js';
import { inTurn } from './in-turn.js';
import type { SimilarTo } from './inputs/similar.args.js';

/**
 * What findings are to be similar to, read. A letter is read in a thread of its own, any other text bit by bit in this one.
 * @throws {InputError} when not exactly one is given, or the graph holds no such finding
 */
export async function seedOf(
  { finding, text }: SimilarTo,
  { client, letters, signal }: Context,
): Promise<{ seed: Seed; path: string; inTurn: InTurn }> {
  const ownTurn: InTurn = (work) => inTurn(work, signal);
  if (typeof finding === 'string' && typeof text !== 'string') {
    const path = 'to.finding';
    return { seed: await findingSeed(client, finding, path), path, inTurn: ownTurn };
  }
  if (typeof text !== 'string' || typeof finding === 'string') {
    throw new InputError('to', 'exactly one of finding and text must be given');
  }
  const letter = (await ownTurn(() => isLikeLetter(text))) ? await letters.read(text, signal) : null;
  // What only looks like a letter is read as any other text.
  const isRead = letter !== null && !isRejection(letter);
  return {
    seed: isRead ? letterSeed(letter) : await textSeed(text, ownTurn),
    path: 'to.text',
    inTurn: ownTurn,
  };
}
