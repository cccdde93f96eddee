import { createUnionType, Field, ObjectType } from 'type-graphql';
import type { ParsedCitation as CitationRow, ParsedLetter as LetterRow } from '../../query/parsed-letter.js';
import { CriterionKind } from '../enums/criterion-enums.js';
import { CitationRole } from '../enums/enums.js';
import { CaseFacts, Warning } from './case.type.js';
import { AppliedCriterionFacts } from './criterion.type.js';
import { FindingFacts } from './finding.type.js';
import { GuidelinePlace, NamedCitation } from './mention.type.js';
import { GlobalIdField } from './node.type.js';
import { ParsedService } from './parsed-service.type.js';
import { Span } from './span.type.js';

@ObjectType({ description: 'Something that was read with doubt, and where.' })
export class ParsedWarning extends Warning {
  @Field(() => Span, { nullable: true, description: 'Where; null when it is about the whole letter.' })
  span!: Span | null;
}

@ObjectType({ description: 'One guideline that one party cites, as it was read.' })
export class ParsedCitation extends NamedCitation {
  @Field(() => CitationRole, { description: 'Who cites the guideline.' })
  role!: CitationRow['role'];

  @Field(() => Span, { description: 'Where it was read.' })
  span!: Span;

  @GlobalIdField('Guideline', 'Id of the guideline in a graph that holds it: see `guideline`.')
  guidelineId!: string;
}

@ObjectType({ description: 'One statement that a criterion is met or not met, as it was read.' })
export class ParsedCriterion extends AppliedCriterionFacts {
  @Field(() => Span, { description: 'Where the quote was read.' })
  span!: Span;

  @Field(() => GuidelinePlace, {
    nullable: true,
    description: 'The guideline that the rationale relies on for it; null when the finding cites none.',
  })
  reliesOn!: GuidelinePlace | null;

  @GlobalIdField('Guideline', 'Id of the criterion in a graph that holds it: see `guideline`.')
  criterionId!: string;
}

@ObjectType({ description: 'One criterion that a rationale quotes as part of a list, as it was read.' })
export class ParsedQuotation {
  @Field(() => String, { description: "The letter's own words." })
  text!: string;

  @Field(() => Span, { description: 'Where it was read.' })
  span!: Span;

  @Field(() => CriterionKind, { nullable: true, description: 'Which condition; null when unsure.' })
  kind!: keyof typeof CriterionKind | null;

  @Field(() => GuidelinePlace, {
    nullable: true,
    description: 'The guideline that it is quoted from; null when the finding cites none.',
  })
  reliesOn!: GuidelinePlace | null;
}

@ObjectType({ description: 'The decision on one disputed item, as it was read.' })
export class ParsedFinding extends FindingFacts {
  @GlobalIdField('Item', 'Id of the item in a graph that holds it: see `item`.')
  itemId!: string;

  @Field(() => ParsedService, { description: 'The disputed treatment or service.' })
  service!: ParsedService;

  @Field(() => [ParsedCitation], {
    description: "The guidelines cited: those of the two guideline lines, then the rationale's.",
  })
  citations!: readonly ParsedCitation[];

  @Field(() => [ParsedCriterion], {
    description: 'What the rationale says to be met or not met, in the order of its words.',
  })
  appliedCriteria!: readonly ParsedCriterion[];

  @Field(() => [ParsedQuotation], {
    description: "The criteria that the rationale quotes as a list, in the list's order.",
  })
  quotedCriteria!: readonly ParsedQuotation[];
}

@ObjectType({ description: 'A determination letter as the parser reads it. It is not kept.' })
export class ParsedLetter extends CaseFacts {
  @GlobalIdField('Case', 'Id of the case in a graph that holds the letter: see `case`.')
  caseId!: string;

  @Field(() => String, { description: 'The template of the letter, for example `2016-header-table`.' })
  template!: string;

  @Field(() => String, { description: 'Version of the parser.' })
  parserVersion!: string;

  @Field(() => [String], { description: "The reviewer's board specialties, one canonical name each." })
  specialties!: readonly string[];

  @Field(() => [String], { description: "The reviewer's states of licensure, as USPS codes." })
  licensureStates!: readonly string[];

  @Field(() => String, { description: 'The cleaned text, which all spans point into.' })
  text!: string;

  @Field(() => [ParsedWarning], { description: 'What was read with doubt.' })
  warnings!: readonly ParsedWarning[];

  @Field(() => [ParsedFinding], {
    description: "The decisions on its disputed items, in the letter's order.",
  })
  findings!: readonly ParsedFinding[];
}

@ObjectType({ description: 'Why a text cannot be used as a determination letter.' })
export class LetterRefusal {
  @Field(() => String, {
    description:
      'A stable code in upper case, as in `quarantinedDocuments`: `UNKNOWN_TEMPLATE`, `INCOMPLETE_LETTER`, `SEVERAL_LETTERS`, `EMPTY_FILE`, `DOCUMENT_TIMEOUT` …',
  })
  code!: string;

  @Field(() => String, { description: 'The reason, for people.' })
  message!: string;
}

export const LetterReading = createUnionType({
  name: 'LetterReading',
  description: 'What comes of reading a text as a determination letter.',
  types: () => [ParsedLetter, LetterRefusal] as const,
  resolveType: (reading) => ('code' in reading ? LetterRefusal : ParsedLetter),
});

export type LetterReading = LetterRow | LetterRefusal;
