import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({
  description: "A run of the letter's words: offsets into the `text` of the case, in UTF-16 code units.",
})
export class Span {
  @Field(() => Int, { description: 'Offset of the first character.' })
  start!: number;

  @Field(() => Int, { description: 'Offset behind the last character.' })
  end!: number;
}

@ObjectType({ description: 'Where one field was read.' })
export class FieldSpan extends Span {
  @Field(() => String, {
    description: 'Name of the field; of an entry of a list, with its place: `specialties.0`.',
  })
  field!: string;
}
