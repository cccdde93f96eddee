import { MaxLength } from 'class-validator';
import { ArgsType, Field, ID } from 'type-graphql';
import { LONGEST_ID } from './limits.js';

@ArgsType()
export class IdArgs {
  @MaxLength(LONGEST_ID)
  @Field(() => ID, { description: 'The id of the node.' })
  id!: string;
}

@ArgsType()
export class CaseArgs {
  @MaxLength(LONGEST_ID)
  @Field(() => ID, { nullable: true, description: 'The id of the case.' })
  id?: string | null;

  @MaxLength(LONGEST_ID)
  @Field(() => String, { nullable: true, description: 'The case number, for example `CM16-0231706`.' })
  caseNumber?: string | null;
}
