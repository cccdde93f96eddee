import { ArrayMaxSize, ArrayNotEmpty, ValidateNested } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { LONGEST_SEARCH, MOST_TERMS } from '../../query/search/language.js';
import type { SearchField as FieldName } from '../../query/search/lucene.js';
import type { SearchOrder as Order } from '../../query/search/search.js';
import { SearchField, SearchOrder } from '../enums/search-enums.js';
import { FindingFilter } from './filters.input.js';
import { PageArgs } from './page.args.js';

const FIELDS = Object.values(SearchField);

@ArgsType()
export class SearchFindingsArgs extends PageArgs {
  // Its length is checked where it is read.
  @Field(() => String, {
    description: `Words, which must all match, in any inflection; \`"a phrase"\`; \`-word\` must not match; \`or\` joins the two beside it. Nothing is a syntax error. At most ${LONGEST_SEARCH} characters and ${MOST_TERMS} words and phrases.`,
  })
  query!: string;

  @ArrayNotEmpty()
  @ArrayMaxSize(FIELDS.length)
  @Field(() => [SearchField], {
    defaultValue: FIELDS,
    description: 'Which texts are searched; left out: all. Words may match in different texts.',
  })
  in!: FieldName[];

  @ValidateNested()
  @Field(() => FindingFilter, { defaultValue: {}, description: 'Which findings; left out: all.' })
  filter!: FindingFilter;

  @Field(() => SearchOrder, {
    defaultValue: SearchOrder.RELEVANCE,
    description: 'The order; left out: the best match first.',
  })
  orderBy!: Order;
}
