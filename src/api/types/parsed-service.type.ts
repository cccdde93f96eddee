import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { Drug, ServiceRequest } from '../../normalise/determination.js';
import { Laterality, Timing } from '../enums/text-enums.js';

@ObjectType({ description: 'How much is asked for; of a range, its upper end.' })
export class Quantity {
  @Field(() => Float, { description: 'The number.' })
  amount!: number;

  @Field(() => String, { description: 'Of what: `visits`, `hours`, `days`, `tablets`, `g`, `count` …' })
  unit!: string;
}

@ObjectType({ description: 'One ingredient of a compounded drug.' })
export class Ingredient {
  @Field(() => String, { description: 'Generic name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Figures and unit, where the request says them.' })
  strength!: string | null;
}

@ObjectType({ description: 'A requested drug.' })
export class RequestedDrug {
  @Field(() => String, { description: 'Generic name; ingredients of a combination joined by `/`.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: "Of the DWC's list of drug classes; null when that has none for it.",
  })
  class!: string | null;

  @Field(() => String, { nullable: true, description: 'The brand, where the request names one.' })
  brand!: string | null;

  @Field(() => String, { nullable: true, description: 'Figures and unit: `10/325 mg`, `5%`.' })
  strength!: string | null;

  @Field(() => String, { nullable: true, description: '`tablet`, `cream`, `patch` …' })
  form!: string | null;

  @Field(() => Quantity, { nullable: true, description: 'How much is asked for.' })
  quantity!: Drug['quantity'];

  @Field(() => Int, { nullable: true, description: 'The number of refills.' })
  refills!: number | null;

  @Field(() => [Ingredient], { description: "Of a compound, in the request's order; otherwise empty." })
  ingredients!: Ingredient[];
}

@ObjectType({ description: 'A further service that a request names.' })
export class FurtherService {
  @Field(() => String, { nullable: true, description: 'The kind of service.' })
  modality!: string | null;

  @Field(() => String, { nullable: true, description: 'The treatment request category; null when unsure.' })
  category!: string | null;
}

@ObjectType({ description: 'The disputed treatment or service, as its label is read (docs/services.md).' })
export class ParsedService {
  @Field(() => String, {
    nullable: true,
    description: 'The kind of service; null when the catalogue does not know it.',
  })
  modality!: string | null;

  @Field(() => [String], {
    description: 'The parts of the body that it concerns; empty when the request names none.',
  })
  bodyRegions!: readonly string[];

  @Field(() => String, { nullable: true, description: 'The treatment request category; null when unsure.' })
  category!: string | null;

  @Field(() => Laterality, {
    nullable: true,
    description: 'Which side; null when none is said, or several regions have different ones.',
  })
  laterality!: ServiceRequest['laterality'];

  @Field(() => Timing, { nullable: true, description: 'When it is given, as seen from a surgery.' })
  timing!: ServiceRequest['timing'];

  @Field(() => Boolean, { description: 'Whether it is associated with a surgery, and falls with it.' })
  dependent!: boolean;

  @Field(() => RequestedDrug, {
    nullable: true,
    description: 'When the service is a drug, or the injection of one.',
  })
  drug!: ServiceRequest['drug'];

  @Field(() => Quantity, {
    nullable: true,
    description: "How much is asked for; a drug's is with the drug.",
  })
  quantity!: ServiceRequest['quantity'];

  @Field(() => [FurtherService], { description: 'Further services that the request names, in its order.' })
  also!: ServiceRequest['also'];

  @Field(() => Float, { description: 'How sure the classification is, from 0 to 1.' })
  confidence!: number;
}
