import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { GuidelineRow } from '../../query/guidelines.js';
import { CriterionKind } from '../enums/criterion-enums.js';
import { GuidelineLevel, Resolution } from '../enums/enums.js';
import { connectionOf } from './connection.type.js';
import { GlobalIdField, Node } from './node.type.js';
import { TallyFields } from './tally.type.js';

@ObjectType({
  implements: Node,
  description:
    'A body of guidelines, a chapter of one, a topic of a chapter, or a criterion of any of these: one node of a tree.',
})
export class Guideline {
  @GlobalIdField('Guideline', '`Guideline:` and the `path`.')
  id!: string;

  @Field(() => GuidelineLevel, { description: 'How far down the tree it stands.' })
  level!: GuidelineRow['level'];

  @Field(() => String, { description: 'Its own name.' })
  name!: string;

  @Field(() => CriterionKind, {
    nullable: true,
    description: 'Of a criterion: which condition it is; null when unsure. Other levels have none.',
  })
  kind!: GuidelineRow['kind'];

  @Field(() => String, {
    nullable: true,
    description: 'Of a criterion that letters quote: its words, as in the first of them. Otherwise null.',
  })
  text!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the source that it belongs to; null for criteria of findings that cite none.',
  })
  source!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Year of the edition; only MTUS chapters are told apart by edition.',
  })
  edition!: number | null;

  @Field(() => Resolution, {
    description:
      'Whether the catalogue knows it as one guideline; if not, its name is as the letter writes it.',
  })
  resolution!: GuidelineRow['resolution'];
}

@ObjectType({ description: 'One page of guidelines.' })
export class GuidelineConnection extends connectionOf(Guideline) {}

@ObjectType({
  description:
    'How the findings that cite a guideline, or one below it, were decided. A finding counts once, however often it cites.',
})
export class GuidelineOutcome extends TallyFields {
  @Field(() => Float, { description: 'Upheld out of all findings, from 0 to 1.' })
  declare upholdRate: number;
}

@ObjectType({ description: 'One page of guideline outcomes.' })
export class GuidelineOutcomeConnection extends connectionOf(GuidelineOutcome) {}
