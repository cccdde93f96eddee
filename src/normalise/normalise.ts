import type { Letter, LetterItem, Quote, Reading, Span, Warning } from '../parse/letter.js';
import { PARSER_VERSION } from '../parse/version.js';
import type { Warn } from './citation.js';
import { readCriteria } from './criteria.js';
import type { Basis, Citation, CitationRole, Determination, Finding } from './determination.js';
import { readGuidelineLine } from './guideline-line.js';
import { readGuidelineProse } from './guideline-prose.js';
import { readMtusClause } from './mtus-clause.js';
import { readNonMtusClause } from './non-mtus.js';
import { outcomeOf } from './outcome.js';
import { readRationaleCitations } from './rationale-citations.js';
import { canonicalSpecialty, eachSpecialty, stateCode } from './reviewer.js';
import { serviceOf } from './service.js';

/** Says in the catalogue's terms what a letter says in its own; nothing unknown is dropped, it is kept as written. */
export function normalise(letter: Letter): Determination {
  const warnings: Warning[] = [...letter.warnings];
  const warn: Warn = (warning) => warnings.push(warning);
  const findings = letter.items.map((item) => finding(item, warn));
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

function finding(item: LetterItem, warn: Warn): Finding {
  const administrator = readParty(item.claimsAdministratorGuideline, 'CLAIMS_ADMINISTRATOR', warn);
  const reviewer = readParty(item.reviewerGuideline, 'EXPERT_REVIEWER', warn);
  const inLines = [...administrator.citations, ...reviewer.citations];
  const { label, decision, modification, rationale } = item;
  return {
    label: label.value,
    decision: decision.value,
    modification: modification
      ? { originalRequest: modification.originalRequest.value, authorized: modification.authorized.value }
      : null,
    service: serviceOf(label.value),
    bases: { CLAIMS_ADMINISTRATOR: valueOf(administrator.basis), EXPERT_REVIEWER: valueOf(reviewer.basis) },
    citations: [...inLines, ...(rationale ? readRationaleCitations(rationale, inLines) : [])],
    rationale: valueOf(rationale),
    criteria: rationale ? readCriteria(rationale) : [],
    appliedCriteria: [],
    spans: {
      ...itemSpans(item),
      ...spansOf({
        'bases.CLAIMS_ADMINISTRATOR': administrator.basis,
        'bases.EXPERT_REVIEWER': reviewer.basis,
      }),
    },
  };
}

/** What one party's guideline line says; a letter without the line says nothing of it. */
function readParty(
  line: Quote | undefined,
  role: CitationRole,
  warn: Warn,
): { basis: Reading<Basis> | undefined; citations: Citation[] } {
  if (!line) return { basis: undefined, citations: [] };
  const prose = readGuidelineProse(line, role);
  if (prose) return { basis: prose.basis, citations: [...prose.citations] };
  const { basis, mtus, nonMtus } = readGuidelineLine(line);
  return {
    basis,
    citations: [
      ...mtus.flatMap((clause) => readMtusClause(clause, role, warn)),
      ...nonMtus.flatMap((clause) => readNonMtusClause(clause, role)),
    ],
  };
}

type Places = Readonly<Record<string, { readonly span: Span } | undefined>>;

function spansOf(places: Places): Record<string, Span> {
  return Object.fromEntries(
    Object.entries(places).flatMap(([name, place]) => (place ? [[name, place.span]] : [])),
  );
}

function letterSpans(letter: Letter, specialties: readonly Quote[]): Record<string, Span> {
  const { caseNumber, priority, age, sex, clinicalSummary } = letter;
  return {
    ...spansOf({ caseNumber, priority, ...letter.dates, age, sex, clinicalSummary }),
    ...spansOf(Object.fromEntries(specialties.map((place, i) => [`specialties.${i}`, place]))),
    ...spansOf(Object.fromEntries(letter.licensureStates.map((place, i) => [`licensureStates.${i}`, place]))),
  };
}

function itemSpans(item: LetterItem): Record<string, Span> {
  const {
    label,
    heading,
    decision,
    modification,
    claimsAdministratorGuideline,
    reviewerGuideline,
    rationale,
  } = item;
  return spansOf({
    label,
    heading,
    decision,
    originalRequest: modification?.originalRequest,
    authorized: modification?.authorized,
    claimsAdministratorGuideline,
    reviewerGuideline,
    rationale,
  });
}
