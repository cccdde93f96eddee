import { Args, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Role } from '../../access/role.js';
import { reparseCase } from '../../ingest/letter.js';
import type { Context } from '../context.js';
import { CaseIdArgs } from '../inputs/writing.input.js';
import { LetterWriting } from '../types/writing.type.js';
import { change, NO_SUCH_CASE, toldOfLetter, toLetterWriting } from '../writing.js';

@Resolver()
export class ReparseCaseResolver {
  @Authorized<Role>('contributor')
  @Mutation(() => LetterWriting, {
    nullable: true,
    description:
      "Reads a case's own text again with the present parser, and writes what it says, in one transaction; null when there is no such case. The records of its files stay as they are. Needs a key or token of the role contributor, as `Authorization: Bearer`.",
  })
  async reparseCase(
    @Args(() => CaseIdArgs) { id }: CaseIdArgs,
    @Ctx() context: Context,
  ): Promise<LetterWriting | null> {
    const { client, letters, signal } = context;
    const write = () => reparseCase(client, letters, id, signal);
    const told = (result: Awaited<ReturnType<typeof write>>) =>
      result === null ? NO_SUCH_CASE : toldOfLetter(result);
    const result = await change(context, { action: 'reparseCase', about: { case: id } }, write, told);
    return result && toLetterWriting(result);
  }
}
