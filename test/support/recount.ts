import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/common/project.js';
import { readDetermination } from '../../src/corpus/read-determination.js';
import { caseId } from '../../src/graph/identity.js';
import type { Citation, Determination, Finding } from '../../src/normalise/determination.js';

export const samples = join(projectFolder, 'samples');

/** The sample letters as they are read, each case once. */
export async function readSamples(): Promise<readonly Determination[]> {
  const paths = readdirSync(samples).filter((name) => /\.(txt|pdf|html|docx)$/.test(name));
  const read = await Promise.all(paths.map((name) => readDetermination(join(samples, name))));
  const letters = read.flatMap((letter) => ('findings' in letter ? [letter] : []));
  return [...new Map(letters.map((letter) => [caseId(letter), letter])).values()];
}

export type Counted = readonly [letter: Determination, finding: Finding];

/** Ids of the guidelines of a level that a party cites, themselves or something below them. */
export function citedBy(
  { citations }: Finding,
  role: Citation['role'],
  level: 'SOURCE' | 'CHAPTER' | 'TOPIC',
): string[] {
  return citations
    .filter((citation) => citation.role === role && !citation.silent)
    .flatMap(({ source, chapter, edition, topics }) => {
      if (level === 'SOURCE') return [source];
      const named =
        chapter === null ? [] : [source === 'MTUS' && edition !== null ? `${chapter} (${edition})` : chapter];
      const path = [source, ...named].join(' > ');
      if (level === 'CHAPTER') return chapter === null ? [] : [path];
      return topics.map((topic) => `${path} > ${topic}`);
    });
}

/** How what both parties cite compares. */
export function agreement(finding: Finding, level: 'SOURCE' | 'CHAPTER' | 'TOPIC'): string {
  const theirs = new Set(citedBy(finding, 'CLAIMS_ADMINISTRATOR', level));
  const own = new Set(citedBy(finding, 'EXPERT_REVIEWER', level));
  if (theirs.size === 0) return own.size === 0 ? 'NEITHER' : 'ONLY_EXPERT_REVIEWER';
  if (own.size === 0) return 'ONLY_CLAIMS_ADMINISTRATOR';
  const shared = [...theirs].filter((id) => own.has(id)).length;
  if (shared === 0) return 'DISJOINT';
  return shared === theirs.size && shared === own.size ? 'SAME' : 'OVERLAPPING';
}

/** Days from assignment to decision; null when a date is missing, or they are in the wrong order. */
export function daysOf({ case: { dateAssigned, decisionDate } }: Determination): number | null {
  if (dateAssigned === null || decisionDate === null || decisionDate < dateAssigned) return null;
  return (Date.parse(decisionDate) - Date.parse(dateAssigned)) / 86_400_000;
}

/** Rows as `value findings upheld`, sorted: each finding once for each of its values, however often it has it. */
export function recount(
  letters: readonly Determination[],
  passes: (...counted: Counted) => boolean,
  valuesOf: (...counted: Counted) => readonly unknown[],
): string[] {
  const counts = new Map<string, [findings: number, upheld: number]>();
  for (const letter of letters) {
    for (const finding of letter.findings.filter((one) => passes(letter, one))) {
      for (const value of new Set(valuesOf(letter, finding).filter(isPresent).map(String))) {
        const [findings, upheld] = counts.get(value) ?? [0, 0];
        counts.set(value, [findings + 1, upheld + Number(finding.decision === 'UPHELD')]);
      }
    }
  }
  return [...counts].map(([value, row]) => `${value}: ${row.join(' ')}`).sort();
}

function isPresent(value: unknown): boolean {
  return value !== null && value !== undefined;
}
