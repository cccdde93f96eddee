import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { CriterionKind as Kind } from '../../normalise/criteria/kinds.js';
import type { FindingRow } from '../../query/findings.js';
import type { Cap } from '../../query/similar/candidates.js';
import type { Reason } from '../../query/similar/likeness.js';
import type { Seed, SeedGuideline } from '../../query/similar/seed.js';
import { MOST_SUMMARISED, SUMMARISED_FROM, type SimilarFinding } from '../../query/similar/similar.js';
import type { SimilarCriterion as CriterionCounts } from '../../query/similar/summary.js';
import type { TellingWord } from '../../query/similar/telling-words.js';
import { CriterionKind, CriterionStatus } from '../enums/criterion-enums.js';
import { CitationRole } from '../enums/enums.js';
import { SimilarityCapOf, SimilarityForm, SimilarityReasonKind } from '../enums/similar-enums.js';
import { connectionOf, edgeOf } from './connection.type.js';
import { Finding } from './finding.type.js';
import { FindingTally } from './tally.type.js';

@ObjectType({ description: 'Why a finding is similar.' })
export class SimilarityReason {
  @Field(() => SimilarityReasonKind, { description: 'What both have in common.' })
  kind!: Reason['kind'];

  @Field(() => Float, { description: 'What it adds to the score.' })
  weight!: number;

  @Field(() => String, { description: 'The reason in a sentence.' })
  says!: string;

  @Field(() => [CitationRole], {
    description: 'Of a guideline: who cites it, or something below it, for the finding; otherwise empty.',
  })
  citedBy!: Reason['citedBy'];

  @Field(() => CriterionKind, {
    nullable: true,
    description: 'Of a criterion: which condition; otherwise null.',
  })
  criterion!: Reason['criterion'];

  @Field(() => [CriterionStatus], {
    description: 'Of a criterion: what is said of it by what is compared; both when it is partly met.',
  })
  here!: Reason['here'];

  @Field(() => [CriterionStatus], { description: 'Of a criterion: what the finding says of it.' })
  there!: Reason['there'];

  @Field(() => [String], {
    description: 'Of the wording: telling words that the rationale has too, the most telling first.',
  })
  words!: readonly string[];

  guidelineId!: string | null;
}

@ObjectType({ description: 'A finding that is similar.' })
export class SimilarFindingEdge extends edgeOf(Finding) {
  declare node: FindingRow;

  @Field(() => Float, {
    description:
      'How similar, from 0 to 1: the sum of the weights of the reasons. To be compared within one answer.',
  })
  score!: number;

  @Field(() => Int, {
    description:
      'How many further findings with the same decision, in the same words, are similar too, and no more so than this one; they are not listed.',
  })
  alike!: number;

  similarity!: { readonly reasons: SimilarFinding['reasons']; readonly words: readonly TellingWord[] };
}

@ObjectType({ description: 'An item that a text, a letter or a finding asks for.' })
export class UnderstoodItem {
  @Field(() => String, {
    description: 'Its name: `MRI: Knee`; of one that is not in the catalogue, its words.',
  })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The kind of service; null when it is not in the catalogue.',
  })
  modality!: string | null;

  @Field(() => [String], { description: 'The body regions.' })
  bodyRegions!: readonly string[];

  @Field(() => String, { nullable: true, description: 'The treatment request category; null when unsure.' })
  category!: string | null;

  @Field(() => String, { nullable: true, description: 'Generic name of the drug.' })
  drug!: string | null;

  @Field(() => String, { nullable: true, description: "The drug's class in the DWC's list." })
  drugClass!: string | null;

  @Field(() => Float, {
    description: 'How sure it is that this is asked for, beside the others: 1 of the surest.',
  })
  weight!: number;
}

@ObjectType({ description: 'A guideline that is cited.' })
export class UnderstoodGuideline {
  @Field(() => String, { description: 'The names from the source down: `ODG > Knee & Leg`.' })
  path!: string;

  @Field(() => [CitationRole], { description: 'Who cites it; of a text that is no letter: RATIONALE.' })
  citedBy!: SeedGuideline['citedBy'];
}

@ObjectType({ description: 'What is said of a criterion.' })
export class UnderstoodCriterion {
  @Field(() => CriterionKind, { description: 'Which condition.' })
  kind!: Kind;

  @Field(() => CriterionStatus, { description: 'Whether it is met.' })
  status!: Seed['criteria'][number]['status'];
}

@ObjectType({ description: 'What findings are compared with, as it was read.' })
export class SimilarityReading {
  @Field(() => SimilarityForm, { description: 'What it is.' })
  form!: Seed['form'];

  @Field(() => [UnderstoodItem], {
    description: 'What it asks for, the surest first; empty when nothing is known.',
  })
  items!: readonly UnderstoodItem[];

  @Field(() => [UnderstoodGuideline], { description: 'The guidelines that it cites.' })
  guidelines!: readonly UnderstoodGuideline[];

  @Field(() => [UnderstoodCriterion], { description: 'The criteria that it says to be met or not met.' })
  criteria!: readonly UnderstoodCriterion[];

  @Field(() => [String], {
    description: 'The words that rationales are compared by, the most telling first.',
  })
  words!: readonly string[];
}

@ObjectType({ description: 'What the nearest findings say of one kind of criterion.' })
export class SimilarCriterion {
  @Field(() => CriterionKind, { description: 'Which condition.' })
  kind!: CriterionCounts['kind'];

  @Field(() => FindingTally, { description: 'Of those that say that it is met: how they were decided.' })
  met!: FindingTally;

  @Field(() => FindingTally, { description: 'Of those that say that it is not met: how they were decided.' })
  notMet!: FindingTally;

  @Field(() => Float, {
    nullable: true,
    description:
      'How well it tells the overturned from the upheld, from -1 to 1: positive when it is met where the denial is set aside, and not met where it stands. Null when the nearest were all decided alike.',
  })
  separation!: number | null;
}

@ObjectType({
  description: `How the nearest findings were decided, whatever their order and the page: ${MOST_SUMMARISED} at most, those with at least ${SUMMARISED_FROM} of the score of the nearest. Findings in the same words count once.`,
})
export class SimilaritySummary {
  @Field(() => FindingTally, { description: 'How they were decided.' })
  nearest!: FindingTally;

  @Field(() => [SimilarCriterion], {
    description: 'What they say of criteria: first what tells the overturned from the upheld best.',
  })
  criteria!: readonly SimilarCriterion[];
}

@ObjectType({
  description:
    'A bound that was met, so that not all findings were looked at: say 1,000 of 9,000 findings on the same item.',
})
export class SimilarityCap {
  @Field(() => SimilarityCapOf, { description: 'Of what.' })
  of!: Cap['of'];

  @Field(() => String, { description: 'The id of the item or guideline, or the decision.' })
  name!: string;

  @Field(() => Int, { nullable: true, description: 'How many there are; null when that is not known.' })
  findings!: number | null;

  @Field(() => Int, { description: 'How many were looked at.' })
  considered!: number;
}

@ObjectType({ description: 'One page of the findings that are similar, and what is told of all of them.' })
export class SimilarFindingConnection extends connectionOf(Finding, SimilarFindingEdge) {
  declare edges: SimilarFindingEdge[];

  @Field(() => SimilarityReading, { description: 'What they are compared with, as it was read.' })
  understoodAs!: SimilarityReading;

  @Field(() => SimilaritySummary, { description: 'How the nearest were decided.' })
  summary!: SimilaritySummary;

  @Field(() => Int, { description: 'How many findings were compared.' })
  considered!: number;

  @Field(() => [SimilarityCap], {
    description: 'What limited the choice of the findings that were compared; empty when nothing did.',
  })
  caps!: readonly SimilarityCap[];
}
