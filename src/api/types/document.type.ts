import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from './connection.type.js';
import { GlobalIdField, Node } from './node.type.js';

@ObjectType({ description: 'One file that a case was read from; one letter may come in several forms.' })
export class Document {
  @Field(() => String, { description: "SHA-256 of the file's bytes." })
  sha256!: string;

  @Field(() => String, { description: 'Path of the file, as it was ingested.' })
  path!: string;

  @Field(() => String, { description: 'Media type, for example `application/pdf`.' })
  mediaType!: string;

  @Field(() => Int, { description: 'Number of pages; 1 for forms without pages.' })
  pages!: number;

  @Field(() => String, { description: 'The template that the letter follows.' })
  template!: string;

  @Field(() => String, { description: 'Version of the parser that read it.' })
  parserVersion!: string;

  @Field(() => GraphQLDateTime, { description: 'When what the graph holds of it was read.' })
  readAt!: string;
}

@ObjectType({
  implements: Node,
  description: 'One file that could not be used: kept aside with the reason.',
})
export class QuarantinedDocument {
  @GlobalIdField('QuarantinedDocument', '`QuarantinedDocument:` and the path.')
  id!: string;

  @Field(() => String, { description: 'Path of the file, as it was ingested.' })
  path!: string;

  @Field(() => String, {
    nullable: true,
    description: "SHA-256 of the file's bytes; null when they could not be read.",
  })
  sha256!: string | null;

  @Field(() => String, { description: 'Why it was refused: a stable code in upper case.' })
  code!: string;

  @Field(() => String, { description: 'Why it was refused, for people.' })
  message!: string;

  @Field(() => GraphQLDateTime, { description: 'Since when it is refused, for this reason.' })
  quarantinedAt!: string;
}

@ObjectType({ description: 'One page of quarantined documents.' })
export class QuarantinedDocumentConnection extends connectionOf(QuarantinedDocument) {}
