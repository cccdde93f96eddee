import type { Determination, Finding } from '../../src/normalise/determination.js';
import { canonicalSpecialty, stateCode } from '../../src/normalise/reviewer.js';
import { isoDate } from '../../src/parse/dates.js';
import type { Span } from '../../src/parse/letter.js';
import { yearsOf } from '../../src/parse/number-words.js';

/** A fact that a document prints, and where it says to have read it. */
export interface PlacedFact {
  /** `case.dateOfInjury`, `findings.0.citations.2` … */
  readonly path: string;
  readonly value: unknown;
  readonly span: Span | undefined;
  /** Whether the words between the offsets say the value. */
  readonly saidBy: (words: string) => boolean;
}

/** What a fact lacks: a span, one within the text without blanks at its edges, or words that say the value. */
export interface Misplaced {
  readonly path: string;
  readonly value: unknown;
  readonly problem: 'no span' | 'not in the text' | 'other words';
  readonly words?: string;
}

type Spans = Readonly<Record<string, Span>>;

const same = (value: string) => (words: string) => words === value;
const something = (words: string) => words !== '';
const quote = { value: '', span: [0, 0] as const };
const silent = () => 0;

/**
 * Every fact of a document that a letter states; the outcome is derived, a service's category is our own, and `false`
 * says that something is not stated.
 */
export function factsOf(document: Determination): readonly PlacedFact[] {
  const { clinicalSummary, spans, findings } = document;
  return [
    ...caseFacts(document),
    ...employeeFacts(document),
    ...document.reviewer.specialties.map((value, i) => ({
      path: `reviewer.specialties.${i}`,
      value,
      span: spans[`specialties.${i}`],
      saidBy: (words: string) => canonicalSpecialty({ ...quote, value: words }, silent) === value,
    })),
    ...document.reviewer.licensureStates.map((value, i) => ({
      path: `reviewer.licensureStates.${i}`,
      value,
      span: spans[`licensureStates.${i}`],
      saidBy: (words: string) => stateCode({ ...quote, value: words }, silent) === value,
    })),
    ...stated('clinicalSummary', clinicalSummary, spans['clinicalSummary']),
    ...findings.flatMap((finding, i) => findingFacts(finding, `findings.${i}`)),
  ];
}

function caseFacts({ case: fields, spans }: Determination): PlacedFact[] {
  return Object.entries(fields).flatMap(([field, value]) => {
    if (value === null || field === 'outcome') return [];
    const saidBy = (words: string) => isoDate(words) === value || words.toUpperCase() === value.toUpperCase();
    return [{ path: `case.${field}`, value, span: spans[field], saidBy }];
  });
}

function employeeFacts({ employee: { age, sex }, spans }: Determination): PlacedFact[] {
  const saysAge = (words: string) => yearsOf(words) === age;
  const saysSex = (words: string) => /^(?:f|w|l)/i.test(words) === (sex === 'FEMALE');
  return [
    ...(age === null ? [] : [{ path: 'employee.age', value: age, span: spans['age'], saidBy: saysAge }]),
    ...(sex === null ? [] : [{ path: 'employee.sex', value: sex, span: spans['sex'], saidBy: saysSex }]),
  ];
}

function findingFacts(finding: Finding, at: string): PlacedFact[] {
  const { label, decision, modification, service, bases, citations, rationale, criteria, spans } = finding;
  return [
    ...stated(`${at}.label`, label, spans['label']),
    { path: `${at}.decision`, value: decision, span: spans['decision'], saidBy: something },
    ...stated(`${at}.modification.originalRequest`, modification?.originalRequest, spans['originalRequest']),
    ...stated(`${at}.modification.authorized`, modification?.authorized, spans['authorized']),
    ...Object.entries(bases).flatMap(([party, value]) =>
      value === null
        ? []
        : [{ path: `${at}.bases.${party}`, value, span: spans[`bases.${party}`], saidBy: saysBasis(value) }],
    ),
    ...partsOf('service', service, spans).map((fact) => ({ ...fact, path: `${at}.${fact.path}` })),
    ...citations.flatMap(({ raw, span }, i) => stated(`${at}.citations.${i}`, raw, span)),
    ...stated(`${at}.rationale`, rationale, spans['rationale']),
    ...criteria.flatMap(({ text, span }, i) => stated(`${at}.criteria.${i}`, text, span)),
  ];
}

function stated(path: string, value: string | null | undefined, span: Span | undefined): PlacedFact[] {
  return value === null || value === undefined ? [] : [{ path, value, span, saidBy: same(value) }];
}

function saysBasis(basis: string): (words: string) => boolean {
  return (words) => (basis === 'NONE' ? /\bnot\b|\bno\b/i.test(words) : words !== '');
}

/** Our own classification of a service; no words of the letter say it. */
const CONCLUDED = /\.(?:category|class|confidence)$/;

/** The parts of a service, each value of a list alone; a part of several values may have one span for all. */
function partsOf(path: string, value: unknown, spans: Spans): PlacedFact[] {
  if (value === null || value === undefined || value === false || CONCLUDED.test(path)) return [];
  if (typeof value === 'object' && !spans[path])
    return Object.entries(value).flatMap(([key, part]) => partsOf(`${path}.${key}`, part, spans));
  return [{ path, value, span: spans[path], saidBy: something }];
}

/** The facts of a document whose spans do not hold what was read. */
export function misplacedIn(document: Determination): readonly Misplaced[] {
  const facts = factsOf(document).flatMap((fact) => {
    const problem = problemOf(fact, document.text);
    return problem ? [problem] : [];
  });
  const warnings = document.warnings.flatMap(({ code, span }) =>
    span && !isWithin(span, document.text)
      ? [{ path: `warning ${code}`, value: span, problem: 'not in the text' as const }]
      : [],
  );
  return [...facts, ...warnings];
}

function problemOf({ path, value, span, saidBy }: PlacedFact, text: string): Misplaced | undefined {
  if (!span) return { path, value, problem: 'no span' };
  const words = text.slice(...span);
  if (!isWithin(span, text)) return { path, value, problem: 'not in the text', words };
  return saidBy(words) ? undefined : { path, value, problem: 'other words', words };
}

function isWithin([start, end]: Span, text: string): boolean {
  const words = text.slice(start, end);
  return start >= 0 && start < end && end <= text.length && words === words.trim();
}
