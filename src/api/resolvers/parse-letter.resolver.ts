import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { isRejection } from '../../documents/document.js';
import { toParsedLetter } from '../../query/parsed-letter.js';
import type { Context } from '../context.js';
import { useGivenLetter } from '../inputs/given-letter.js';
import { ParseLetterArgs } from '../inputs/text.args.js';
import { toRefusal } from '../letter-refusal.js';
import { LetterReading } from '../types/parsed-letter.type.js';

@Resolver()
export class ParseLetterResolver {
  @Query(() => LetterReading, {
    description:
      'A determination letter as the parser reads it, or why it cannot be read. Nothing of it is kept, and the graph is not asked.',
  })
  async parseLetter(
    @Args(() => ParseLetterArgs) given: ParseLetterArgs,
    @Ctx() { letters, signal }: Context,
  ): Promise<LetterReading> {
    const outcome = await useGivenLetter(given, 'text', (letter) => letters.read(letter, signal));
    return isRejection(outcome) ? toRefusal(outcome) : toParsedLetter(outcome);
  }
}
