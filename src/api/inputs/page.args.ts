import { Max, Min } from 'class-validator';
import { ArgsType, Field, Int } from 'type-graphql';
import type { PageArguments } from '../../query/page.js';
import { decodeCursor } from '../cursor.js';
import { LONGEST_PAGE } from './limits.js';
import { IsCursor } from './validators.js';

@ArgsType()
export class PageArgs {
  @Min(1)
  @Max(LONGEST_PAGE)
  @Field(() => Int, { defaultValue: 20, description: `How many nodes to return, 1 to ${LONGEST_PAGE}.` })
  first!: number;

  @IsCursor()
  @Field(() => String, {
    nullable: true,
    description: 'The `endCursor` of the page before; left out: the first page.',
  })
  after?: string | null;

  /** The page as the queries want it, with the cursor opened. */
  page(): PageArguments {
    const { first, after } = this;
    return { first, after: typeof after === 'string' ? decodeCursor(after) : null };
  }
}
