import { MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType } from 'type-graphql';
import { FindingFilter } from './filters.input.js';
import { IdField } from './keys.js';
import { LONGEST_TEXT } from './limits.js';
import { PageArgs } from './page.args.js';

@InputType({ description: 'What findings are to be similar to: exactly one of a finding and a text.' })
export class SimilarTo {
  @IdField('Finding', 'The id of a finding of the graph, with `Finding:` before it or without.', {
    nullable: true,
  })
  finding?: string | null;

  @MaxLength(LONGEST_TEXT)
  @Field(() => String, {
    nullable: true,
    description: `A request, a denial, a draft of an appeal, a rationale or a whole letter; at most ${LONGEST_TEXT} characters. It is not kept.`,
  })
  text?: string | null;
}

@ArgsType()
export class SimilarFindingsArgs extends PageArgs {
  @ValidateNested()
  @Field(() => SimilarTo, { description: 'What they are to be similar to.' })
  to!: SimilarTo;

  @ValidateNested()
  @Field(() => FindingFilter, {
    defaultValue: {},
    description: 'Which of the findings that are looked at; left out: all.',
  })
  filter!: FindingFilter;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether all that were overturned come before all that were upheld, each by score.',
  })
  overturnedFirst!: boolean;
}
