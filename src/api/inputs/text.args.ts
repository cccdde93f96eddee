import { IsOptional, MaxLength } from 'class-validator';
import { GraphQLLocalDate } from 'graphql-scalars';
import { GraphQLUpload, type FileUpload } from 'graphql-upload-minimal';
import { ArgsType, Field } from 'type-graphql';
import type { TextForm as Form } from '../../query/citation-lookup.js';
import { TextForm } from '../enums/text-enums.js';
import { LONGEST_LETTER, LONGEST_TEXT, LONGEST_UPLOAD } from './limits.js';
import { PageArgs } from './page.args.js';

@ArgsType()
export class LookupCitationsArgs extends PageArgs {
  @MaxLength(LONGEST_TEXT)
  @Field(() => String, {
    description: `The text to look through, at most ${LONGEST_TEXT} characters. It is not kept.`,
  })
  text!: string;

  @Field(() => TextForm, { defaultValue: TextForm.PROSE, description: 'What the text is.' })
  as!: Form;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'A day on which the text was written: guidelines adopted later are not meant.',
  })
  asOf?: string | null;
}

@ArgsType()
export class ParseLetterArgs {
  @IsOptional()
  @MaxLength(LONGEST_LETTER)
  @Field(() => String, {
    nullable: true,
    description: `The letter as plain text, or as a page of HTML; at most ${LONGEST_LETTER} characters. It is not kept.`,
  })
  text?: string | null;

  @Field(() => GraphQLUpload, {
    nullable: true,
    description: `In place of the text: the letter as a file (.txt, .pdf with a text layer, .html, .docx), by the GraphQL multipart request specification; at most ${LONGEST_UPLOAD / 1_000_000} MB. It is not kept. Needs the server’s token for writing, as \`Authorization: Bearer\`.`,
  })
  upload?: Promise<FileUpload> | null;
}
