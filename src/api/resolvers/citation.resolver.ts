import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CitationRow } from '../../query/citations.js';
import { loadOne, type Loaded } from '../connections.js';
import type { Context } from '../context.js';
import { Citation } from '../types/citation.type.js';
import { Finding } from '../types/finding.type.js';
import { Guideline } from '../types/guideline.type.js';
import { Span } from '../types/span.type.js';

@Resolver(() => Citation)
export class CitationResolver {
  @FieldResolver(() => Guideline, {
    description: 'What is cited: the topic, else the chapter, else the source.',
  })
  guideline(@Root() { guidelineId }: CitationRow, @Ctx() { loaders }: Context): Loaded<Guideline> {
    return loadOne(guidelineId, loaders.guidelines);
  }

  @FieldResolver(() => Finding, { description: 'The finding for which it is cited.' })
  finding(@Root() { findingId }: CitationRow, @Ctx() { loaders }: Context): Loaded<Finding> {
    return loadOne(findingId, loaders.findings);
  }

  @FieldResolver(() => Span, { description: 'Where the citation was read in the text of the case.' })
  span(@Root() { spanStart, spanEnd }: CitationRow): Span {
    return { start: spanStart, end: spanEnd };
  }
}
