import type { Letter, LetterItem, Quote, Reading, Span, Warning } from '../parse/letter.js';
import { PARSER_VERSION } from '../parse/version.js';
import type { CitationContext, Warn } from './citation.js';
import { readAppliedCriteria } from './criteria/applied.js';
import { readQuotedCriteria } from './criteria/quoted-lists.js';
import type { CitationRole, Determination, Finding } from './determination.js';
import { outcomeOf } from './outcome.js';
import { readParty } from './party.js';
import { placeMentions, type Mentions } from './rationale-citations.js';
import { canonicalSpecialty, eachSpecialty, stateCode } from './reviewer.js';
import { readService, type ServiceReading } from './service/service.js';

/** Says in the catalogue's terms what a letter says in its own; nothing unknown is dropped, it is kept as written. */
export function normalise(letter: Letter): Determination {
  const warnings: Warning[] = [...letter.warnings];
  const warn: Warn = (warning) => warnings.push(warning);
  const asOf = latestDay(letter);
  const findings = letter.items.map((item) => finding(item, asOf, warn));
  const specialties = letter.specialties.flatMap(eachSpecialty);
  return {
    source: letter.source,
    template: letter.template,
    parserVersion: PARSER_VERSION,
    case: {
      caseNumber: valueOf(letter.caseNumber),
      outcome: outcomeOf(findings.map(({ decision }) => decision)),
      priority: valueOf(letter.priority),
      dateOfInjury: valueOf(letter.dates.dateOfInjury),
      dateAssigned: valueOf(letter.dates.dateAssigned),
      decisionDate: valueOf(letter.dates.decisionDate),
      utilizationReviewDate: valueOf(letter.dates.utilizationReviewDate),
      applicationReceivedDate: valueOf(letter.dates.applicationReceivedDate),
    },
    employee: { age: valueOf(letter.age), sex: valueOf(letter.sex) },
    reviewer: {
      specialties: specialties.map((specialty) => canonicalSpecialty(specialty, warn)),
      licensureStates: letter.licensureStates.map((state) => stateCode(state, warn)),
    },
    clinicalSummary: valueOf(letter.clinicalSummary),
    findings,
    spans: letterSpans(letter, specialties),
    text: letter.text,
    warnings,
  };
}

function valueOf<T>(reading: Reading<T> | undefined): T | null {
  return reading?.value ?? null;
}

/** A day on which the letter was decided, or, when it prints none, the last one of the year that its template is named for. */
function latestDay({ dates, template }: Letter): string | null {
  const year = /^\d{4}/.exec(template)?.[0];
  return dates.decisionDate?.value ?? (year ? `${year}-12-31` : null);
}

function finding(item: LetterItem, asOf: string | null, warn: Warn): Finding {
  const context = (role: CitationRole): CitationContext => ({ role, asOf, warn });
  const administrator = readParty(item.claimsAdministratorGuideline, context('CLAIMS_ADMINISTRATOR'));
  const reviewer = readParty(item.reviewerGuideline, context('EXPERT_REVIEWER'));
  const inLines = [...administrator.citations, ...reviewer.citations];
  const { label, decision, modification, rationale } = item;
  const requested = readService(label.value);
  const spans = itemSpans(item);
  addServiceSpans(spans, requested, label);
  if (administrator.basis) spans['bases.CLAIMS_ADMINISTRATOR'] = administrator.basis.span;
  if (reviewer.basis) spans['bases.EXPERT_REVIEWER'] = reviewer.basis.span;
  const mentions = rationale ? placeMentions(rationale, inLines, context('RATIONALE')) : NO_MENTIONS;
  const grounds = { inLines, mentions: mentions.places };
  return {
    label: label.value,
    decision: decision.value,
    modification: modification
      ? { originalRequest: modification.originalRequest.value, authorized: modification.authorized.value }
      : null,
    service: requested.service,
    bases: { CLAIMS_ADMINISTRATOR: valueOf(administrator.basis), EXPERT_REVIEWER: valueOf(reviewer.basis) },
    citations: [...inLines, ...mentions.citations],
    rationale: valueOf(rationale),
    criteria: rationale ? readQuotedCriteria(rationale, grounds) : [],
    appliedCriteria: rationale
      ? readAppliedCriteria(rationale, { decision: decision.value, service: requested.service, grounds })
      : [],
    spans,
  };
}

const NO_MENTIONS: Mentions = { citations: [], places: [] };

type Spans = Record<string, Span>;
type Places = Readonly<Record<string, { readonly span: Span } | undefined>>;

/** Adds where each thing stands, by its name; what is not said stands nowhere. */
function addSpans(spans: Spans, places: Places): Spans {
  for (const name in places) {
    const place = places[name];
    if (place) spans[name] = place.span;
  }
  return spans;
}

function letterSpans(letter: Letter, specialties: readonly Quote[]): Spans {
  const { caseNumber, priority, dates, age, sex, clinicalSummary } = letter;
  const spans = addSpans({}, { caseNumber, priority, ...dates, age, sex, clinicalSummary });
  specialties.forEach(({ span }, i) => (spans[`specialties.${i}`] = span));
  letter.licensureStates.forEach(({ span }, i) => (spans[`licensureStates.${i}`] = span));
  return spans;
}

function itemSpans(item: LetterItem): Spans {
  const { label, heading, decision, modification, rationale } = item;
  const { claimsAdministratorGuideline, reviewerGuideline } = item;
  const spans: Spans = { label: label.span, heading: heading.span, decision: decision.span };
  if (modification) addSpans(spans, { ...modification });
  return addSpans(spans, { claimsAdministratorGuideline, reviewerGuideline, rationale });
}

/** `service.modality`, `service.bodyRegions.0` … : where the label says each of them. */
function addServiceSpans(spans: Spans, { places }: ServiceReading, label: Quote): void {
  const [offset] = label.span;
  for (const name in places) {
    const [start, end] = places[name] ?? [0, 0];
    spans[`service.${name}`] = [offset + start, offset + end];
  }
}
