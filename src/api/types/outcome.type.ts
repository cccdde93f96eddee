import { Field, ObjectType } from 'type-graphql';
import type { Outcome as OutcomeRow } from '../../query/outcomes.js';
import { Dimension } from '../enums/outcome-enums.js';
import { connectionOf } from './connection.type.js';
import { TallyFields } from './tally.type.js';

type Value = OutcomeRow['values'][number];

@ObjectType({ description: 'What the findings of a row share.' })
export class DimensionValue {
  @Field(() => Dimension, { description: 'What is counted by.' })
  dimension!: Value['dimension'];

  @Field(() => String, {
    description: 'The value; `Dimension` says how it is derived. Of guidelines it is the `path`.',
  })
  value!: string;
}

@ObjectType({
  description: 'How the findings were decided that share a value of each dimension. Each counts once.',
})
export class Outcome extends TallyFields {
  @Field(() => [DimensionValue], { description: 'One value for each dimension, in their order.' })
  values!: readonly Value[];
}

@ObjectType({ description: 'One page of outcomes.' })
export class OutcomeConnection extends connectionOf(Outcome) {}
