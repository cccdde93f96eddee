import { Field, Float, ObjectType } from 'type-graphql';
import { connectionOf } from './connection.type.js';
import { FindingTally, TallyFields } from './tally.type.js';

@ObjectType({
  description:
    'Two guidelines that are cited in one finding, and how the findings that cite both were decided. That is how they go together, not why.',
})
export class GuidelinePair extends TallyFields {
  @Field(() => FindingTally, {
    description:
      'All findings in which `role` cites `guideline`; with `inPlace`, those in which `withRole` does not.',
  })
  guidelineTally!: FindingTally;

  @Field(() => FindingTally, {
    description:
      'All findings in which `withRole` cites `withGuideline`; with `inPlace`, those in which `role` does not.',
  })
  withGuidelineTally!: FindingTally;

  @Field(() => Float, {
    description:
      'Findings that cite both, over as many as would if neither went with the other: findings × base / (guidelineTally × withGuidelineTally), in findings. Above 1, they go together.',
  })
  lift!: number;

  @Field(() => Float, {
    description:
      "p-value of Fisher's exact test, two-sided: whether findings that cite the one cite the other more or less often than the rest of the base, as if findings of one letter were independent. It is of citing, not of the decision. One of many tests: see `qValue`.",
  })
  pValue!: number;

  @Field(() => Float, {
    description:
      'The p-value adjusted by Benjamini and Hochberg for all pairs that are tested (`totalCount`): of those with 0.05 at most, 5% are expected to be there by chance. Pairs of few findings are not tested, so what is never cited together is not there.',
  })
  qValue!: number;
}

@ObjectType({
  description: 'One page of pairs of guidelines; `totalCount` is the number of pairs that were tested.',
})
export class GuidelinePairConnection extends connectionOf(GuidelinePair) {
  @Field(() => FindingTally, { description: 'All findings that pass the filter, whatever they cite.' })
  base!: FindingTally;
}
