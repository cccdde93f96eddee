import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { highlight } from '../../query/search/highlights.js';
import { describeSearch } from '../../query/search/language.js';
import {
  isComplete,
  MOST_LOOKED,
  readSearch,
  searchCounts,
  searchPage,
  type FacetName,
} from '../../query/search/search.js';
import { edgesOf, loadEdges, loadOne, toConnection } from '../connections.js';
import type { Context } from '../context.js';
import { FirstArgs } from '../inputs/criteria.args.js';
import { SearchFindingsArgs } from '../inputs/search.args.js';
import { openFilter } from '../inputs/open-filter.js';
import {
  FindingSearchConnection,
  FindingSearchEdge,
  SearchFacets,
  SearchHighlight,
} from '../types/search.type.js';

const FACETS: readonly FacetName[] = ['DECISION', 'CATEGORY', 'BODY_REGION', 'SOURCE', 'YEAR'];

@Resolver(() => FindingSearchConnection)
export class FindingSearchResolver {
  @Query(() => FindingSearchConnection, {
    description:
      'Findings whose label, rationale or clinical case summary match a search, each once, with scores and highlights.',
  })
  async searchFindings(
    @Args(() => SearchFindingsArgs) args: SearchFindingsArgs,
    @Ctx() { client, loaders }: Context,
  ): Promise<FindingSearchConnection> {
    const { query, in: fields, orderBy } = args;
    const filter = await openFilter(client, args.filter);
    const search = readSearch(query, fields, filter);
    const page = await searchPage(client, search, orderBy, args.page());
    const found = await loadEdges(edgesOf(page), async ({ id, score }) => {
      const node = await loaders.findings.load(id);
      return node && { node, score };
    });
    const edges = found.map(({ cursor, node }) => ({ cursor, ...node, search }));
    const understoodAs = describeSearch(search.expression);
    return { ...toConnection(page), edges, nodes: edges.map(({ node }) => node), understoodAs, search };
  }

  @FieldResolver(() => Boolean, {
    description: `Whether all that could match was looked at. Of each word or phrase only the best ${MOST_LOOKED.toLocaleString('en-US')} findings and summaries of cases are; where more hold it, false: \`totalCount\` and \`facets\` tell at least so many, and more may match than the list has, in the order of \`DECISION_DATE\` also later ones. All that match by their own words are in the list by \`RELEVANCE\`, unless words are excluded.`,
  })
  isComplete(@Root() { search }: FindingSearchConnection, @Ctx() { client }: Context): Promise<boolean> {
    return isComplete(client, search);
  }

  @FieldResolver(() => SearchFacets, {
    description:
      'What the matching findings have in common, counted only when it is asked for: at most so many values of each facet.',
  })
  async facets(
    @Root() { search }: FindingSearchConnection,
    @Args(() => FirstArgs) { first }: FirstArgs,
    @Ctx() { client }: Context,
  ): Promise<SearchFacets> {
    const { facets } = await searchCounts(client, search, FACETS);
    const valuesOf = (name: FacetName) => facets.get(name)?.slice(0, first) ?? [];
    return {
      decision: valuesOf('DECISION'),
      category: valuesOf('CATEGORY'),
      bodyRegion: valuesOf('BODY_REGION'),
      source: valuesOf('SOURCE'),
      year: valuesOf('YEAR'),
    };
  }
}

@Resolver(() => FindingSearchEdge)
export class FindingSearchEdgeResolver {
  @FieldResolver(() => [SearchHighlight], {
    description: 'Of each searched text in which something matches, the part that shows it best.',
  })
  async highlights(
    @Root() { node, search }: FindingSearchEdge,
    @Ctx() { loaders }: Context,
  ): Promise<SearchHighlight[]> {
    const summary = search.fields.includes('SUMMARY')
      ? (await loadOne(node.caseId, loaders.cases)).clinicalSummary
      : null;
    const texts = { LABEL: node.label, RATIONALE: node.rationale, SUMMARY: summary };
    return search.fields.flatMap((field) => {
      const text = texts[field];
      return (text === null ? undefined : highlight(field, text, search.expression)) ?? [];
    });
  }
}
