import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from './connection.type.js';
import { GlobalIdField, Node } from './node.type.js';

@ObjectType({
  implements: Node,
  description:
    'A credential profile, not a person: reviewers are anonymous, so all letters whose reviewer has the same specialties and licences share one, even if several people wrote them.',
})
export class Reviewer {
  @GlobalIdField('Reviewer', '`Reviewer:`, and the specialties and states, sorted.')
  id!: string;

  @Field(() => [String], { description: 'Board specialties, one canonical name each.' })
  specialties!: readonly string[];

  @Field(() => [String], { description: 'States of licensure, as USPS codes.' })
  licensureStates!: readonly string[];
}

@ObjectType({ description: 'One page of reviewer profiles.' })
export class ReviewerConnection extends connectionOf(Reviewer) {}
