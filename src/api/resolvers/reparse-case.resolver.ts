import { Args, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { reparseCase } from '../../ingest/letter.js';
import type { Context } from '../context.js';
import { CaseIdArgs } from '../inputs/writing.input.js';
import { LetterWriting } from '../types/writing.type.js';
import { noteMutation, toLetterWriting } from '../writing.js';

@Resolver()
export class ReparseCaseResolver {
  @Authorized()
  @Mutation(() => LetterWriting, {
    nullable: true,
    description:
      "Reads a case's own text again with the present parser, and writes what it says, in one transaction; null when there is no such case. The records of its files stay as they are. Needs the server’s token for writing, as `Authorization: Bearer`.",
  })
  async reparseCase(
    @Args(() => CaseIdArgs) { id }: CaseIdArgs,
    @Ctx() context: Context,
  ): Promise<LetterWriting | null> {
    const { client, letters, signal } = context;
    const result = await reparseCase(client, letters, id, signal);
    if (result !== null) return toLetterWriting(context, 'reparseCase', result);
    noteMutation(context, 'reparseCase', { outcome: 'NO_SUCH_CASE' });
    return null;
  }
}
