import { Field, Float, Int, ObjectType } from 'type-graphql';
import { SMALL } from '../../query/tally.js';

@ObjectType({ description: 'Bounds of a rate, both from 0 to 1.' })
export class RateInterval {
  @Field(() => Float, { description: 'The lower bound.' })
  low!: number;

  @Field(() => Float, { description: 'The upper bound.' })
  high!: number;
}

/** How findings were decided. */
@ObjectType()
export abstract class TallyFields {
  @Field(() => Int, { description: 'The number of findings; each counts once.' })
  findings!: number;

  @Field(() => Int, { description: 'Of those: the denial stands.' })
  upheld!: number;

  @Field(() => Int, { description: 'Of those: the denial is set aside.' })
  overturned!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Upheld out of all findings, from 0 to 1; null when there is none.',
  })
  upholdRate!: number | null;

  @Field(() => RateInterval, {
    description:
      '95% Wilson score interval of the uphold rate: how sure so many findings make it; 0 to 1 when there is none.',
  })
  upholdRateInterval!: RateInterval;

  @Field(() => Boolean, {
    description: `Whether there are fewer than ${SMALL} findings: too few for the rate to say much.`,
  })
  small!: boolean;
}

@ObjectType({ description: 'How a group of findings was decided.' })
export class FindingTally extends TallyFields {}
