import { Field, Float, Int, ObjectType } from 'type-graphql';
import { FindingTally } from './tally.type.js';

@ObjectType({ description: 'A service in the terms of the catalogue, as it was read from free words.' })
export class UnderstoodService {
  @Field(() => String, { description: 'The kind of service, for example `MRI`.' })
  modality!: string;

  @Field(() => [String], {
    description: 'The body regions; findings on any of them count. Empty: findings on any region at all.',
  })
  bodyRegions!: readonly string[];

  @Field(() => String, { nullable: true, description: 'The treatment request category; null when unsure.' })
  category!: string | null;

  @Field(() => [String], { description: 'Further services that the words name, which are left aside.' })
  leftAside!: readonly string[];

  @Field(() => Float, { description: 'How sure the reading is, from 0 to 1.' })
  confidence!: number;
}

@ObjectType({ description: 'What became of the diagnosis that was asked for.' })
export class DiagnosisReading {
  @Field(() => [String], {
    description:
      'The words that were looked for, in any case and also as a part of a longer word: each must be in the rationale or in the clinical case summary.',
  })
  words!: readonly string[];

  @Field(() => Int, { description: 'Findings on the service that hold them all.' })
  findings!: number;

  @Field(() => Boolean, {
    description:
      'Whether the checklist is narrowed to those; false when there is none, and it is left as without a diagnosis.',
  })
  applied!: boolean;
}

@ObjectType({ description: 'What a checklist rests on: findings on the service, and how they were decided.' })
export class ChecklistBasis extends FindingTally {
  @Field(() => Int, { description: 'The number of letters that the findings are from.' })
  letters!: number;

  @Field(() => Int, {
    description: 'Of the findings: those that say of at least one criterion that it is met or not met.',
  })
  withCriteria!: number;
}

@ObjectType({ description: 'A guideline that reviewers cite for the service: it, or something below it.' })
export class ChecklistGuideline extends FindingTally {}

@ObjectType({
  description:
    'For somebody about to request a service: which guidelines reviewers rely on for it, and which of their criteria decide. It tells what past decisions said, not what the next one will.',
})
export class RequestChecklist {
  @Field(() => UnderstoodService, { description: 'What the request was understood as.' })
  understoodAs!: UnderstoodService;

  @Field(() => DiagnosisReading, {
    nullable: true,
    description: 'What became of the diagnosis; null when none was asked for.',
  })
  diagnosis!: DiagnosisReading | null;

  @Field(() => ChecklistBasis, { description: 'What it rests on.' })
  basis!: ChecklistBasis;
}
