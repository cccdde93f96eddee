import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import type { CaseRow } from '../../query/cases.js';
import { CaseOutcome, Priority, Sex } from '../enums/enums.js';
import { connectionOf } from './connection.type.js';
import { GlobalIdField, Node } from './node.type.js';
import { FieldSpan } from './span.type.js';

@ObjectType({ description: 'Something that was read with doubt; the letter is used all the same.' })
export class Warning {
  @Field(() => String, { description: 'What kind of doubt: a stable code in upper case.' })
  code!: string;

  @Field(() => String, { description: 'The doubt, for people.' })
  message!: string;
}

@ObjectType({ description: 'What the facts of a case were read from, and how.' })
export class Provenance {
  @Field(() => String, { description: 'The template of the letter, for example `2016-header-table`.' })
  template!: string;

  @Field(() => String, { description: 'Version of the parser that read it.' })
  parserVersion!: string;

  @Field(() => String, { description: 'SHA-256 of the file that the facts were read from.' })
  documentSha256!: string;

  @Field(() => String, { description: 'Media type of that file.' })
  documentMediaType!: string;

  @Field(() => Int, { description: 'Number of pages of that file.' })
  documentPages!: number;
}

/** What a letter says of its case. */
@ObjectType()
export abstract class CaseFacts {
  @Field(() => String, { nullable: true, description: 'The case number, for example `CM16-0231706`.' })
  caseNumber!: string | null;

  @Field(() => CaseOutcome, { description: 'The outcome of the whole case, derived from its findings.' })
  outcome!: CaseRow['outcome'];

  @Field(() => Priority, { nullable: true, description: 'How urgently the case was reviewed.' })
  priority!: CaseRow['priority'];

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Day of the injury.' })
  dateOfInjury!: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Day on which the case was assigned for review.',
  })
  dateAssigned!: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Day of the decision.' })
  decisionDate!: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Day of the utilization review that denied the treatment.',
  })
  utilizationReviewDate!: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Day on which the application for review arrived.',
  })
  applicationReceivedDate!: string | null;

  @Field(() => Int, { nullable: true, description: 'Age of the employee in years, as the letter says.' })
  employeeAge!: number | null;

  @Field(() => Sex, { nullable: true, description: 'Sex of the employee, as the letter says.' })
  employeeSex!: CaseRow['employeeSex'];

  @Field(() => String, { nullable: true, description: "The letter's clinical case summary." })
  clinicalSummary!: string | null;

  @Field(() => [FieldSpan], { description: 'Where each field of the case was read in its text.' })
  spans!: readonly FieldSpan[];
}

@ObjectType({
  implements: Node,
  description: 'One Independent Medical Review: one final determination letter.',
})
export class Case extends CaseFacts {
  @GlobalIdField(
    'Case',
    '`Case:` and the case number; for a letter that prints none, `Case:sha256:` and the hash of its text.',
  )
  id!: string;

  @Field(() => [Warning], { description: 'What was read with doubt.' })
  warnings!: readonly Warning[];
}

@ObjectType({ description: 'One page of cases.' })
export class CaseConnection extends connectionOf(Case) {}
