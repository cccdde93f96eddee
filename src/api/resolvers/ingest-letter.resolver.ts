import { Args, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { ingestLetter } from '../../ingest/letter.js';
import type { Context } from '../context.js';
import { useGivenLetter } from '../given-letter.js';
import { IngestLetterArgs } from '../inputs/writing.input.js';
import { LetterWriting } from '../types/writing.type.js';
import { toLetterWriting } from '../writing.js';

@Resolver()
export class IngestLetterResolver {
  @Authorized()
  @Mutation(() => LetterWriting, {
    description:
      'Reads a determination letter and writes it into the graph, in one transaction; the same letter again changes nothing. A letter that cannot be used is refused, and not kept. Needs the server’s token for writing, as `Authorization: Bearer`.',
  })
  async ingestLetter(
    @Args(() => IngestLetterArgs) { input }: IngestLetterArgs,
    @Ctx() context: Context,
  ): Promise<LetterWriting> {
    const { client, letters, signal } = context;
    const result = await useGivenLetter(input, 'input', (letter) =>
      ingestLetter(client, letters, letter, signal),
    );
    return toLetterWriting(context, 'ingestLetter', result);
  }
}
