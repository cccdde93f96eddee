import { Field, Int, ObjectType } from 'type-graphql';
import type { FindingRow } from '../../query/findings.js';
import { Basis, Decision } from '../enums/enums.js';
import { connectionOf } from './connection.type.js';
import { GlobalIdField, Node } from './node.type.js';
import { FieldSpan } from './span.type.js';

/** What a letter says of one disputed item. */
@ObjectType()
export abstract class FindingFacts {
  @Field(() => Int, { description: 'Place in the letter, from 1.' })
  ordinal!: number;

  @Field(() => String, {
    description:
      'The item under review as the letter words it; of a modified request, the remaining portion.',
  })
  label!: string;

  @Field(() => Decision, { description: 'Whether the denial stands.' })
  decision!: FindingRow['decision'];

  @Field(() => String, { nullable: true, description: "The reviewer's reasons." })
  rationale!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What was first requested, when the claims administrator authorized a part of it.',
  })
  originalRequest!: string | null;

  @Field(() => String, { nullable: true, description: 'The part that the claims administrator authorized.' })
  authorized!: string | null;

  @Field(() => Boolean, { description: 'Whether the treatment had been given before it was requested.' })
  retrospective!: boolean;

  @Field(() => Basis, { nullable: true, description: 'What the claims administrator based the denial on.' })
  claimsAdministratorBasis!: FindingRow['claimsAdministratorBasis'];

  @Field(() => Basis, { nullable: true, description: 'What the expert reviewer based the decision on.' })
  expertReviewerBasis!: FindingRow['expertReviewerBasis'];

  @Field(() => [FieldSpan], {
    description: 'Where each field of the finding was read in the text of the case.',
  })
  spans!: readonly FieldSpan[];
}

@ObjectType({
  implements: Node,
  description: "The expert reviewer's decision on one disputed item of one case.",
})
export class Finding extends FindingFacts {
  @GlobalIdField('Finding', '`Finding:`, the key of the case, `#`, and the place in the letter.')
  id!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Generic name of the drug that the item asks for, or asks to inject; the ingredients of a combination or compound joined by `/`.',
  })
  drug!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The drug's class in the DWC's list; null also when that has none for it, or when it depends on how the drug is given.",
  })
  drugClass!: string | null;
}

@ObjectType({ description: 'One page of findings.' })
export class FindingConnection extends connectionOf(Finding) {}
