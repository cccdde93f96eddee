import { Field, ID, ObjectType } from 'type-graphql';
import { connectionOf } from './connection.type.js';

@ObjectType({
  description:
    'A credential profile, not a person: reviewers are anonymous, so all letters whose reviewer has the same specialties and licences share one, even if several people wrote them.',
})
export class Reviewer {
  @Field(() => ID, { description: 'The specialties and states, sorted.' })
  id!: string;

  @Field(() => [String], { description: 'Board specialties, one canonical name each.' })
  specialties!: readonly string[];

  @Field(() => [String], { description: 'States of licensure, as USPS codes.' })
  licensureStates!: readonly string[];
}

@ObjectType({ description: 'One page of reviewer profiles.' })
export class ReviewerConnection extends connectionOf(Reviewer) {}
