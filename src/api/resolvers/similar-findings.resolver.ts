import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { CRITERION_KINDS } from '../../normalise/criteria/kinds.js';
import { highlight } from '../../query/search/highlights.js';
import { similarPage } from '../../query/similar/page.js';
import { toldReasons } from '../../query/similar/reasons.js';
import type { SeedGuideline } from '../../query/similar/seed.js';
import { similarFindings } from '../../query/similar/similar.js';
import { asSearch } from '../../query/similar/telling-words.js';
import { edgesOf, loadEdges, toConnection } from '../connections.js';
import type { Context } from '../context.js';
import { SimilarFindingsArgs } from '../inputs/similar.args.js';
import { openFilter } from '../inputs/open-filter.js';
import { seedOf } from '../similar-seed.js';
import { Guideline } from '../types/guideline.type.js';
import { SearchHighlight } from '../types/search.type.js';
import {
  SimilarCriterion,
  SimilarFindingConnection,
  SimilarFindingEdge,
  SimilarityReason,
  UnderstoodGuideline,
} from '../types/similar.type.js';

@Resolver(() => SimilarFindingConnection)
export class SimilarFindingsResolver {
  @Query(() => SimilarFindingConnection, {
    description:
      'Before a request or an appeal: the decided findings that are most like a finding or a text, with the reasons for each, and how they were decided. Findings of the same letter are left out. Nothing of the text is kept.',
  })
  async similarFindings(
    @Args(() => SimilarFindingsArgs) args: SimilarFindingsArgs,
    @Ctx() context: Context,
  ): Promise<SimilarFindingConnection> {
    const { seed, ...turn } = await seedOf(args.to, context);
    const filter = await openFilter(context.client, args.filter);
    const { overturnedFirst } = args;
    const found = await similarFindings(context.client, seed, { filter, overturnedFirst }, turn);
    const page = similarPage(found.findings, overturnedFirst, args.page());
    const loaded = await loadEdges(edgesOf(page), async ({ id, score, alike, reasons }) => {
      const node = await context.loaders.findings.load(id);
      return node && { node, score, alike, similarity: { reasons, words: found.words } };
    });
    const edges = loaded.map(({ cursor, node }) => ({ cursor, ...node }));
    return {
      ...found,
      ...toConnection(page),
      edges,
      nodes: edges.map(({ node }) => node),
      understoodAs: {
        ...seed,
        guidelines: seed.guidelines.map(withPath),
        words: found.words.map(({ text }) => text),
      },
    };
  }
}

function withPath({ id, citedBy }: SeedGuideline): UnderstoodGuideline {
  return { path: id, citedBy };
}

@Resolver(() => SimilarFindingEdge)
export class SimilarFindingEdgeResolver {
  @FieldResolver(() => [SimilarityReason], {
    description: 'Why it is similar, the weightiest reason first; what adds less than 0.005 is left out.',
  })
  reasons(@Root() { node, similarity: { reasons, words } }: SimilarFindingEdge): SimilarityReason[] {
    return toldReasons(reasons, node.rationale, words);
  }

  @FieldResolver(() => [SearchHighlight], {
    description:
      'The part of the rationale in which most of the telling words stand; none when it has none of them.',
  })
  highlights(@Root() { node, similarity: { words } }: SimilarFindingEdge): SearchHighlight[] {
    const { rationale } = node;
    return rationale === null ? [] : [highlight('RATIONALE', rationale, asSearch(words)) ?? []].flat();
  }
}

@Resolver(() => SimilarityReason)
export class SimilarityReasonResolver {
  @FieldResolver(() => Guideline, { nullable: true, description: 'Of a guideline: which; otherwise null.' })
  guideline(
    @Root() { guidelineId }: SimilarityReason,
    @Ctx() { loaders }: Context,
  ): Promise<Guideline | null> | null {
    return guidelineId === null ? null : loaders.guidelines.load(guidelineId);
  }
}

@Resolver(() => UnderstoodGuideline)
export class UnderstoodGuidelineResolver {
  @FieldResolver(() => Guideline, {
    nullable: true,
    description: 'The guideline in the graph; null when no letter of it cites the same.',
  })
  guideline(@Root() { path }: UnderstoodGuideline, @Ctx() { loaders }: Context): Promise<Guideline | null> {
    return loaders.guidelines.load(path);
  }
}

@Resolver(() => SimilarCriterion)
export class SimilarCriterionResolver {
  @FieldResolver(() => String, { description: 'What the condition asks for.' })
  name(@Root() { kind }: SimilarCriterion): string {
    return CRITERION_KINDS[kind];
  }
}
