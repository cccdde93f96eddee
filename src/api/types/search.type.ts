import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { FindingRow } from '../../query/findings.js';
import type { Highlight } from '../../query/search/highlights.js';
import type { FacetValue as FacetValueRow, Search } from '../../query/search/search.js';
import { SearchField } from '../enums/search-enums.js';
import { connectionOf, edgeOf } from './connection.type.js';
import { Finding } from './finding.type.js';

@ObjectType({ description: 'A run of an excerpt: offsets into it, in UTF-16 code units.' })
export class ExcerptRange {
  @Field(() => Int, { description: 'Offset of the first character.' })
  start!: number;

  @Field(() => Int, { description: 'Offset behind the last character.' })
  end!: number;
}

@ObjectType({
  description: 'The part of one text that shows best why it matches: its own words, as plain text.',
})
export class SearchHighlight {
  @Field(() => SearchField, { description: 'Which text.' })
  field!: Highlight['field'];

  @Field(() => String, { description: 'The part, to the letter; a short text is given whole.' })
  excerpt!: string;

  @Field(() => Int, { description: 'Where it begins in the text, in UTF-16 code units.' })
  start!: number;

  @Field(() => [ExcerptRange], {
    description: 'The words in it that match, in order; none overlap.',
  })
  ranges!: readonly ExcerptRange[];
}

@ObjectType({ description: 'A finding that matches a search.' })
export class FindingSearchEdge extends edgeOf(Finding) {
  @Field(() => Float, {
    description:
      'How well it matches. Above 1: by its own words alone; the sum, and one, of what label (twice) and rationale score by BM25 for each word or phrase. Up to 1: with the help of the summary. Only to be compared within one search: it depends on all that the graph holds.',
  })
  score!: number;

  declare node: FindingRow;

  search!: Search;
}

@ObjectType({ description: 'How many of the matching findings have one value.' })
export class FacetValue implements FacetValueRow {
  @Field(() => String, { description: 'The value, as a condition of the filter takes it.' })
  value!: string;

  @Field(() => Int, { description: 'The number of findings that match, pass the filter and have it.' })
  findings!: number;
}

@ObjectType({
  description:
    'For each value that the matching findings have, how many have it, most first. A finding counts for each value that it has. All are counted under the same search and filter.',
})
export class SearchFacets {
  @Field(() => [FacetValue], { description: 'By decision.' })
  decision!: FacetValue[];

  @Field(() => [FacetValue], { description: 'By treatment request category of the item.' })
  category!: FacetValue[];

  @Field(() => [FacetValue], { description: 'By body region of the item.' })
  bodyRegion!: FacetValue[];

  @Field(() => [FacetValue], {
    description:
      "By source of the guidelines cited, by anyone or by the filter's `role`; the value is its id.",
  })
  source!: FacetValue[];

  @Field(() => [FacetValue], { description: 'By year of the decision.' })
  year!: FacetValue[];
}

@ObjectType({ description: 'One page of the findings that match a search.' })
export class FindingSearchConnection extends connectionOf(Finding, FindingSearchEdge) {
  declare edges: FindingSearchEdge[];

  @Field(() => String, {
    description: 'The search as it was understood: `knee and (mri or ct), without "left knee"`.',
  })
  understoodAs!: string;

  search!: Search;
}
