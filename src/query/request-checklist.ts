import type { GraphClient } from '../graph/client.js';
import type { GuidelineLevel } from '../graph/identity.js';
import { fold } from '../normalise/names.js';
import type { CriterionGrouping, CriterionScope } from './criterion-filter.js';
import { rankedOutcomes, type CriterionOutcome } from './criterion-outcomes.js';
import { SURE_ENOUGH } from './filter/filters.js';
import { findingCounts } from './finding-counts.js';
import { InputError } from './input-error.js';
import type { Optional } from './page.js';
import { ranking } from './ranking.js';
import { readRequest, type UnderstoodService } from './request-reading.js';
import { tally, type Tally } from './tally.js';

/** What somebody is about to request. */
export interface PlannedRequest {
  readonly service: string;
  readonly bodyRegion?: Optional<string>;
  readonly diagnosis?: Optional<string>;
  readonly minConfidence?: Optional<number>;
}

/** What a checklist rests on. */
export interface ChecklistBasis extends Tally {
  readonly letters: number;
  /** Findings that say of at least one criterion that it is met or not met. */
  readonly withCriteria: number;
}

/** What a diagnosis narrowed. */
export interface DiagnosisReading {
  /** Looked for in the rationale and the clinical summary, all of them, also as parts of words. */
  readonly words: readonly string[];
  /** Findings on the service that hold all the words. */
  readonly findings: number;
  /** False when none did: the checklist is then that of the service, whatever the diagnosis. */
  readonly applied: boolean;
}

export interface RequestChecklist {
  readonly understoodAs: UnderstoodService;
  readonly diagnosis: DiagnosisReading | null;
  readonly basis: ChecklistBasis;
  /** The findings that the rest is counted out of. */
  readonly scope: CriterionScope;
}

/** One guideline that reviewers rely on for the service. */
export interface ChecklistGuideline extends Tally {
  readonly guidelineId: string;
  readonly scope: CriterionScope;
  readonly level: GuidelineLevel;
}

/** Longer than any diagnosis in words. */
const MOST_WORDS = 10;

/**
 * What the findings on a service say for somebody who is about to request it.
 * @throws {InputError} when the service, the body region or the diagnosis says nothing that can be looked for
 */
export async function requestChecklist(
  client: GraphClient,
  { service, bodyRegion, diagnosis, minConfidence }: PlannedRequest,
): Promise<RequestChecklist> {
  const understoodAs = readRequest(service, bodyRegion);
  const { modality, bodyRegions } = understoodAs;
  const scope: CriterionScope = {
    modality: [modality],
    minConfidence: minConfidence ?? SURE_ENOUGH,
    decisiveOnly: false,
    ...(bodyRegions.length > 0 && { bodyRegion: bodyRegions }),
  };
  const words = typeof diagnosis === 'string' ? diagnosisWords(diagnosis) : [];
  const narrowed = await readBasis(client, { ...scope, words });
  const applied = words.length > 0 && narrowed.findings > 0;
  return {
    understoodAs,
    diagnosis: words.length > 0 ? { words, findings: narrowed.findings, applied } : null,
    basis: applied || words.length === 0 ? narrowed : await readBasis(client, scope),
    scope: applied ? { ...scope, words } : scope,
  };
}

function diagnosisWords(diagnosis: string): string[] {
  const words = [
    ...new Set(
      fold(diagnosis)
        .split(' ')
        .filter((word) => word.length > 1),
    ),
  ];
  if (words.length === 0) throw new InputError('diagnosis', 'holds no word that can be looked for');
  if (words.length > MOST_WORDS) throw new InputError('diagnosis', `holds more than ${MOST_WORDS} words`);
  return words;
}

async function readBasis(client: GraphClient, scope: CriterionScope): Promise<ChecklistBasis> {
  type Counts = Pick<ChecklistBasis, 'findings' | 'upheld' | 'letters' | 'withCriteria'>;
  const [counts] = await client.read<Counts>('read/checklist-basis', {
    modality: scope.modality,
    bodyRegion: scope.bodyRegion,
    words: scope.words ?? [],
    minConfidence: scope.minConfidence,
  });
  const { findings, upheld, letters, withCriteria } = counts ?? NOTHING;
  return { ...tally(findings, upheld), letters, withCriteria };
}

/** The basis of a checklist, for people. */
export function basisInWords({ understoodAs, diagnosis, basis }: RequestChecklist): string {
  const { modality, bodyRegions } = understoodAs;
  const asked = bodyRegions.length > 0 ? `${modality}: ${bodyRegions.join(' or ')}` : modality;
  const { findings, letters, upheld, withCriteria } = basis;
  if (findings === 0) return `${asked}: no finding is on it.`;
  const parts = [
    `${asked}: ${counted(findings, 'finding')} of ${counted(letters, 'letter')}, ${upheld} upheld;` +
      ` in ${withCriteria} a criterion is said to be met or not met.`,
  ];
  if (diagnosis) {
    const words = diagnosis.words.join(' ');
    parts.push(
      diagnosis.applied
        ? `All hold the words of the diagnosis: ${words}.`
        : `None holds all words of the diagnosis (${words}), which is therefore left out.`,
    );
  }
  return parts.join(' ');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

const NOTHING = { findings: 0, upheld: 0, letters: 0, withCriteria: 0 };

/** The guidelines of a level that reviewers cite for the service, or something below it, most often first. */
export async function checklistGuidelines(
  client: GraphClient,
  scope: CriterionScope,
  level: GuidelineLevel,
  first: number,
): Promise<ChecklistGuideline[]> {
  const counts = await findingCounts(client, scope, [level]);
  return [...counts.values()]
    .map(({ group, ...counted }) => ({ ...counted, guidelineId: group.guidelineId ?? '', scope, level }))
    .sort(
      ranking(
        ({ findings }) => findings,
        'DESC',
        ({ guidelineId }) => guidelineId,
      ),
    )
    .slice(0, first);
}

/** The criteria of the service in the order of how often they decide, equals by how often they are applied. */
export function checklistCriteria(
  client: GraphClient,
  scope: CriterionScope,
  groupBy: readonly CriterionGrouping[] = [],
): Promise<CriterionOutcome[]> {
  return rankedOutcomes(client, { scope, groupBy }, { field: 'DECISIVE', direction: 'DESC' });
}
