import { Args, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { removeCase } from '../../graph/removal.js';
import type { Context } from '../context.js';
import { CaseIdArgs } from '../inputs/writing.input.js';
import { RemovedCase } from '../types/writing.type.js';
import { noteMutation } from '../writing.js';

@Resolver()
export class RemoveCaseResolver {
  @Authorized()
  @Mutation(() => RemovedCase, {
    nullable: true,
    description:
      'Removes a case with its findings and all that no other case needs, in one transaction; null when there is no such case. Its letter can be ingested again. Needs the server’s token for writing, as `Authorization: Bearer`.',
  })
  async removeCase(
    @Args(() => CaseIdArgs) { id }: CaseIdArgs,
    @Ctx() context: Context,
  ): Promise<RemovedCase | null> {
    const removed = await removeCase(context.client, id);
    const did = removed ? { outcome: 'REMOVED', case: id, removed } : { outcome: 'NO_SUCH_CASE' };
    noteMutation(context, 'removeCase', did);
    return removed && { caseId: id, removed };
  }
}
