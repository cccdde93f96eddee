import { ArrayMaxSize, MaxLength } from 'class-validator';
import { ArgsType, Field, ID } from 'type-graphql';
import type { NodeType } from '../global-id.js';
import { IdField } from './keys.js';
import { LONGEST_GLOBAL_ID, LONGEST_ID, LONGEST_PAGE } from './limits.js';

/** The class that the arguments of a single node of this type extend. */
function idArgsOf(type: NodeType) {
  @ArgsType()
  abstract class IdArgsOf {
    @IdField(type, `The id of the node, with \`${type}:\` before it or without.`)
    id!: string;
  }
  return IdArgsOf;
}

@ArgsType()
export class FindingIdArgs extends idArgsOf('Finding') {}

@ArgsType()
export class GuidelineIdArgs extends idArgsOf('Guideline') {}

@ArgsType()
export class ItemIdArgs extends idArgsOf('Item') {}

@ArgsType()
export class ReviewerIdArgs extends idArgsOf('Reviewer') {}

@ArgsType()
export class CaseArgs {
  @IdField('Case', 'The id of the case, with `Case:` before it or without.', { nullable: true })
  id?: string | null;

  @MaxLength(LONGEST_ID)
  @Field(() => String, { nullable: true, description: 'The case number, for example `CM16-0231706`.' })
  caseNumber?: string | null;
}

@ArgsType()
export class NodeArgs {
  @MaxLength(LONGEST_GLOBAL_ID)
  @Field(() => ID, { description: 'The `id` of any node, for example `Guideline:ODG > Knee & Leg`.' })
  id!: string;
}

@ArgsType()
export class NodesArgs {
  @ArrayMaxSize(LONGEST_PAGE)
  @MaxLength(LONGEST_GLOBAL_ID, { each: true })
  @Field(() => [ID], { description: `The \`id\`s of nodes of any types, at most ${LONGEST_PAGE}.` })
  ids!: string[];
}
