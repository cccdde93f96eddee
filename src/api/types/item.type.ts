import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from './connection.type.js';
import { GlobalIdField, Node } from './node.type.js';

@ObjectType({
  implements: Node,
  description:
    'One treatment or service in canonical form, shared by all cases that dispute it. How a letter words it is the label of the finding.',
})
export class Item {
  @GlobalIdField('Item', '`Item:` and what follows from the name and the category.')
  id!: string;

  @Field(() => String, {
    description: 'The modality and the body regions, for example `MRI: Cervical spine`.',
  })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The kind of service; null when the catalogue does not know it.',
  })
  modality!: string | null;

  @Field(() => [String], {
    description: 'The parts of the body that it concerns; empty when the request names none.',
  })
  bodyRegions!: readonly string[];

  @Field(() => String, {
    nullable: true,
    description:
      "This project's own classification, in the terms of the DWC's treatment request categories; null when unsure.",
  })
  category!: string | null;
}

@ObjectType({ description: 'One page of items.' })
export class ItemConnection extends connectionOf(Item) {}
