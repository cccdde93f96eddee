import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Case } from '../types/case.type.js';
import { WrittenCase } from '../types/writing.type.js';

@Resolver(() => WrittenCase)
export class WrittenCaseResolver {
  @FieldResolver(() => Case, {
    nullable: true,
    description: 'The case as it is now; null when somebody else has removed it since.',
  })
  case(@Root() { caseId }: WrittenCase, @Ctx() { loaders }: Context): Promise<Case | null> {
    return loaders.cases.load(caseId);
  }
}
