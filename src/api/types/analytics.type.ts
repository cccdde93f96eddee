import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { CitationAgreementOutcome as AgreementRow } from '../../query/citation-agreement.js';
import { CitationAgreement } from '../enums/outcome-enums.js';
import { SMALL } from '../../query/tally.js';
import { connectionOf } from './connection.type.js';
import { DimensionValue } from './outcome.type.js';
import { FindingTally, TallyFields } from './tally.type.js';

@ObjectType({
  description: 'How the findings were decided in which the citations of both parties compare in one way.',
})
export class CitationAgreementOutcome extends TallyFields {
  @Field(() => CitationAgreement, {
    description: 'How what the claims administrator cites compares with what the expert reviewer cites.',
  })
  agreement!: AgreementRow['agreement'];
}

@ObjectType({ description: 'Bounds of a lift, both from 0 up.' })
export class LiftInterval {
  @Field(() => Float, { description: 'The lower bound.' })
  low!: number;

  @Field(() => Float, { description: 'The upper bound.' })
  high!: number;
}

@ObjectType({
  description:
    'How much more or less often denials stand where the expert reviewer cites one guideline, or one below it, than in all findings. That is how they go together, not why.',
})
export class GuidelineLift extends TallyFields {
  @Field(() => Float, {
    nullable: true,
    description:
      'Its uphold rate over that of the base: above 1, denials stand more often. Null when no finding of the base is upheld.',
  })
  lift!: number | null;

  @Field(() => LiftInterval, {
    nullable: true,
    description:
      'The 95% Wilson score interval of its uphold rate over the rate of the base, which is taken as known.',
  })
  liftInterval!: LiftInterval | null;

  @Field(() => Float, {
    description:
      "p-value of Fisher's exact test, two-sided: the findings that cite it against the rest of the base, as if findings of one letter were independent. One of many tests: see `qValue`.",
  })
  pValue!: number;

  @Field(() => Float, {
    description:
      'The p-value adjusted by Benjamini and Hochberg for all guidelines that are tested (`totalCount`): of those with 0.05 at most, 5% are expected to be there by chance.',
  })
  qValue!: number;
}

@ObjectType({ description: 'One page of lifts; `totalCount` is the number of guidelines that were tested.' })
export class GuidelineLiftConnection extends connectionOf(GuidelineLift) {
  @Field(() => FindingTally, { description: 'All findings that pass the filter, whatever they cite.' })
  base!: FindingTally;
}

/** Of days, in letters. */
@ObjectType()
abstract class DecisionTimeFields {
  @Field(() => Int, { description: 'The number of letters that print both dates; each counts once.' })
  letters!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'A quarter of the letters took at most so many days; null when there is no letter.',
  })
  lowerQuartile!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Half of the letters took at most so many days; null when there is no letter.',
  })
  median!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Three quarters of the letters took at most so many days; null when there is no letter.',
  })
  upperQuartile!: number | null;

  @Field(() => Boolean, {
    description: `Whether there are fewer than ${SMALL} letters: too few to say much.`,
  })
  small!: boolean;
}

@ObjectType({
  description:
    'Days from the date assigned to the decision date. Between two letters, a quartile is the point between them.',
})
export class DecisionTime extends DecisionTimeFields {}

@ObjectType({ description: 'How many days letters took that have an item with one value of the dimension.' })
export class DecisionTimeOf extends DecisionTimeFields {
  @Field(() => DimensionValue, { description: 'What the items share.' })
  of!: DimensionValue;
}

@ObjectType({ description: 'One page of decision times.' })
export class DecisionTimeConnection extends connectionOf(DecisionTimeOf) {
  @Field(() => DecisionTime, { description: 'All letters with an item that passes the filter.' })
  base!: DecisionTime;
}
