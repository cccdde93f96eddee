import { Args, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Role } from '../../access/role.js';
import { ingestLetter } from '../../ingest/letter.js';
import type { Context } from '../context.js';
import { useGivenLetter } from '../inputs/given-letter.js';
import { IngestLetterArgs } from '../inputs/writing.input.js';
import { LetterWriting } from '../types/writing.type.js';
import { change, toldOfLetter, toLetterWriting } from '../writing.js';

@Resolver()
export class IngestLetterResolver {
  @Authorized<Role>('contributor')
  @Mutation(() => LetterWriting, {
    description:
      'Reads a determination letter and writes it into the graph, in one transaction; the same letter again changes nothing. A letter that cannot be used is refused, and not kept. Needs a key or token of the role contributor, as `Authorization: Bearer`.',
  })
  async ingestLetter(
    @Args(() => IngestLetterArgs) { input }: IngestLetterArgs,
    @Ctx() context: Context,
  ): Promise<LetterWriting> {
    const { client, letters, signal } = context;
    const write = () =>
      useGivenLetter(input, 'input', (letter) => ingestLetter(client, letters, letter, signal));
    return toLetterWriting(await change(context, { action: 'ingestLetter' }, write, toldOfLetter));
  }
}
