import { IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { GraphQLUpload, type FileUpload } from 'graphql-upload-minimal';
import { ArgsType, Field, InputType } from 'type-graphql';
import { IdField } from './keys.js';
import { LONGEST_LETTER, LONGEST_UPLOAD } from './limits.js';

@InputType({ description: 'A letter: exactly one of its text and its file.' })
export class IngestLetterInput {
  @IsOptional()
  @MaxLength(LONGEST_LETTER)
  @Field(() => String, {
    nullable: true,
    description: `The letter as plain text, or as a page of HTML; at most ${LONGEST_LETTER} characters.`,
  })
  text?: string | null;

  @Field(() => GraphQLUpload, {
    nullable: true,
    description: `The letter as a file (.txt, .pdf with a text layer, .html, .docx), by the GraphQL multipart request specification; at most ${LONGEST_UPLOAD / 1_000_000} MB. No archives.`,
  })
  upload?: Promise<FileUpload> | null;
}

@ArgsType()
export class CaseIdArgs {
  @IdField('Case', 'The id of the case, with `Case:` before it or without; its case number, if it has one.')
  id!: string;
}

@ArgsType()
export class IngestLetterArgs {
  @ValidateNested()
  @Field(() => IngestLetterInput, { description: 'The letter.' })
  input!: IngestLetterInput;
}
