import { CRITERION_KINDS } from '../../normalise/criteria/kinds.js';
import type { AppliedCriterion, GuidelinePlace, QuotedCriterion } from '../../normalise/determination.js';
import { SURE_ENOUGH } from '../../query/filter/filters.js';
import type { Draft } from './fact.js';
import { inWords } from './words.js';

/** A criterion that a rationale applies: met or not, whether it decides, and how sure the reading is. */
export function appliedFact(criterion: AppliedCriterion): Draft {
  const { kind, status, decisive, confidence, note, span } = criterion;
  const isMet = status === 'MET';
  const isUnsure = confidence < SURE_ENOUGH;
  const sign = isMet ? '✓' : '✗';
  return {
    kind: isMet ? 'met' : 'unmet',
    name: `${sign} ${isMet ? 'Met' : 'Not met'}`,
    chip: `${sign} ${inWords(kind)}${isUnsure ? ' ?' : ''}`,
    value: CRITERION_KINDS[kind],
    span,
    traits: [...(decisive ? ['decisive'] : []), ...(isUnsure ? ['unsure'] : [])],
    notes: [
      decisive ? 'decides' : 'does not decide',
      `confidence ${confidence.toFixed(2)}${isUnsure ? ' (unsure)' : ''}`,
      ...(note === null ? [] : [note]),
      ofGuideline(criterion),
    ],
  };
}

/** A criterion that a rationale quotes from a guideline's list. */
export function quotedFact(criterion: QuotedCriterion, index: number): Draft {
  const { text, span, kind } = criterion;
  return {
    kind: 'criterion',
    name: `Criterion ${index + 1}`,
    value: text,
    span,
    notes: [kind === null ? 'kind unsure' : CRITERION_KINDS[kind], ofGuideline(criterion)],
  };
}

function ofGuideline({ reliesOn }: { readonly reliesOn: GuidelinePlace | null }): string {
  if (!reliesOn) return 'of no guideline that is cited';
  const { source, chapter, edition, topics } = reliesOn;
  const place = [source, chapter, edition].filter((part) => part !== null).join(' › ');
  return `of ${[place, ...topics.map((topic) => `§ ${topic}`)].join(' ')}`;
}
