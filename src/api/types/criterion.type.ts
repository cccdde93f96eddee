import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { AppliedCriterionRow } from '../../query/criteria.js';
import type { CriterionOutcome as OutcomeRow } from '../../query/criterion-outcomes.js';
import { CriterionKind, CriterionStatus } from '../enums/criterion-enums.js';
import { connectionOf } from './connection.type.js';
import { TallyFields } from './tally.type.js';

/** What the words say of a criterion. */
@ObjectType()
export abstract class AppliedCriterionFacts {
  @Field(() => CriterionKind, { description: 'Which condition.' })
  kind!: AppliedCriterionRow['kind'];

  @Field(() => CriterionStatus, { description: 'Whether it is satisfied.' })
  status!: AppliedCriterionRow['status'];

  @Field(() => Boolean, { description: 'Whether it is given as a reason for the decision.' })
  decisive!: boolean;

  @Field(() => Float, { description: 'How sure the reading is, from 0 to 1.' })
  confidence!: number;

  @Field(() => String, { description: "The shortest run of the rationale's own words that shows it." })
  quote!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Of the kind OTHER: which condition, where it is a known one.',
  })
  note!: string | null;
}

@ObjectType({
  description:
    'One statement of a rationale that a criterion is met or not met for this employee or request. Read by program: see its confidence.',
})
export class AppliedCriterion extends AppliedCriterionFacts {
  @Field(() => ID, { description: 'Id of the finding, the kind and the status.' })
  id!: string;
}

@ObjectType({ description: 'One page of statements that a criterion is met or not met.' })
export class AppliedCriterionConnection extends connectionOf(AppliedCriterion) {}

@ObjectType({ description: 'One criterion as one rationale quotes it, as part of a list.' })
export class QuotedCriterion {
  @Field(() => ID, { description: 'Id of the finding, and the place in its lists.' })
  id!: string;

  @Field(() => String, { description: "The letter's own words." })
  text!: string;
}

@ObjectType({ description: 'One page of quoted criteria.' })
export class QuotedCriterionConnection extends connectionOf(QuotedCriterion) {}

@ObjectType({ description: 'How the findings were decided that say the same of a criterion.' })
export class CriterionTally extends TallyFields {
  @Field(() => Int, { description: 'Of the findings: those that give it as a reason for the decision.' })
  decisive!: number;
}

@ObjectType({
  description:
    'What findings say of the criteria of one kind: in how many they are not met, in how many met, and how these were decided. A finding that says both (partly met) counts for both.',
})
export class CriterionOutcome {
  @Field(() => CriterionKind, { description: 'Which condition.' })
  kind!: OutcomeRow['kind'];

  @Field(() => CriterionTally, { description: 'The findings that say that it is not met, or not shown.' })
  notMet!: CriterionTally;

  @Field(() => CriterionTally, { description: 'The findings that say that it is met.' })
  met!: CriterionTally;
}

@ObjectType({ description: 'One page of criterion outcomes.' })
export class CriterionOutcomeConnection extends connectionOf(CriterionOutcome) {}
