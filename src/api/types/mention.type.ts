import { Field, Int, ObjectType } from 'type-graphql';
import type { GuidelinePlace as Place } from '../../normalise/determination.js';
import type { GuidelineMentionRow } from '../../query/citation-lookup.js';
import { Resolution } from '../enums/enums.js';
import { CitationFacts } from './citation.type.js';
import { connectionOf } from './connection.type.js';

const SOURCE = 'Name of the source: `MTUS`, `ODG`, `ACOEM` …; of one that the catalogue lacks, as written.';
const CHAPTER =
  "The catalogue's name of the chapter, or the words as written when it is not resolved; null when only the source is named.";
const TOPICS = 'The topics or sections named within the chapter, or within the source; empty when none is.';

@ObjectType({ description: 'A guideline by its names: a topic or section, a chapter, or a source alone.' })
export class GuidelinePlace {
  @Field(() => String, { description: SOURCE })
  source!: string;

  @Field(() => String, { nullable: true, description: CHAPTER })
  chapter!: string | null;

  @Field(() => Int, { nullable: true, description: 'Year of the edition; null when it is open.' })
  edition!: number | null;

  @Field(() => [String], { description: TOPICS })
  topics!: readonly string[];

  @Field(() => Resolution, { description: 'What the catalogue makes of the words.' })
  resolution!: Place['resolution'];
}

/** What the words say that cite a guideline, with its names. */
@ObjectType()
export abstract class NamedCitation extends CitationFacts {
  @Field(() => String, { description: SOURCE })
  source!: string;

  @Field(() => String, { nullable: true, description: CHAPTER })
  chapter!: string | null;

  @Field(() => [String], { description: TOPICS })
  topics!: readonly string[];
}

@ObjectType({ description: 'One place of a text that names a guideline.' })
export class GuidelineMention extends NamedCitation implements Partial<GuidelineMentionRow> {
  @Field(() => Int, {
    description: 'Offset of its first character in the text as given, in UTF-16 code units.',
  })
  start!: number;

  @Field(() => Int, { description: 'Offset behind its last character.' })
  end!: number;
}

@ObjectType({
  description: 'One page of the places of a text that name guidelines, in the order of the text.',
})
export class GuidelineMentionConnection extends connectionOf(GuidelineMention) {}
