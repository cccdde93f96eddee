import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { lookUpCitations, type GuidelineMentionRow } from '../../query/citation-lookup.js';
import { toConnection } from '../connections.js';
import type { Context } from '../context.js';
import { inTurn } from '../in-turn.js';
import { LookupCitationsArgs } from '../inputs/text.args.js';
import { Guideline } from '../types/guideline.type.js';
import { GuidelineMention, GuidelineMentionConnection } from '../types/mention.type.js';

@Resolver(() => GuidelineMention)
export class GuidelineMentionResolver {
  @Query(() => GuidelineMentionConnection, {
    description:
      'For checking a brief or a request: each place of a text that names a guideline, in its order, with what the catalogue makes of it. Nothing of the text is kept.',
  })
  async lookupCitations(
    @Args(() => LookupCitationsArgs) args: LookupCitationsArgs,
    @Ctx() { signal }: Context,
  ): Promise<GuidelineMentionConnection> {
    const page = await inTurn(() => lookUpCitations(args.text, args.as, args.asOf, args.page()), signal);
    return toConnection(page);
  }

  @FieldResolver(() => Guideline, {
    nullable: true,
    description:
      'The guideline in the graph: the topic if one is named, else the chapter, else the source. Null when no letter of the graph cites it.',
  })
  guideline(
    @Root() { guidelineId }: GuidelineMentionRow,
    @Ctx() { loaders }: Context,
  ): Promise<Guideline | null> {
    return loaders.guidelines.load(guidelineId);
  }
}
