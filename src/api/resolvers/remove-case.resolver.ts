import { Args, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Role } from '../../access/role.js';
import { removeCase } from '../../graph/removal.js';
import type { Context } from '../context.js';
import { CaseIdArgs } from '../inputs/writing.input.js';
import { RemovedCase } from '../types/writing.type.js';
import { change, NO_SUCH_CASE } from '../writing.js';

@Resolver()
export class RemoveCaseResolver {
  @Authorized<Role>('admin')
  @Mutation(() => RemovedCase, {
    nullable: true,
    description:
      'Removes a case with its findings and all that no other case needs, in one transaction; null when there is no such case. Its letter can be ingested again. Needs a key or token of the role admin, as `Authorization: Bearer`.',
  })
  async removeCase(
    @Args(() => CaseIdArgs) { id }: CaseIdArgs,
    @Ctx() context: Context,
  ): Promise<RemovedCase | null> {
    const removed = await change(
      context,
      { action: 'removeCase', about: { case: id } },
      () => removeCase(context.client, id),
      (gone) => (gone ? { outcome: 'REMOVED', case: id, removed: gone } : NO_SUCH_CASE),
    );
    return removed && { caseId: id, removed };
  }
}
