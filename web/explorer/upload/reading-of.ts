import type { AnswerOf } from '../api/graphql.js';
import type { ReadLetter } from '../case/facts.js';
import type { PARSE } from './operations.js';

export type Parsed = Extract<AnswerOf<typeof PARSE>['parseLetter'], { __typename: 'ParsedLetter' }>;

/** A parsed letter in the form in which letters of the graph are shown. */
export function readingOf(letter: Parsed): ReadLetter {
  return {
    ...letter,
    findings: letter.findings.map((finding) => ({
      ...finding,
      citations: finding.citations.map(({ source, chapter, topics, guidelineId, ...citation }) => ({
        ...citation,
        guideline: {
          id: guidelineId,
          path: [source, chapter, ...topics].filter((name) => name !== null).join(' > '),
        },
      })),
    })),
  };
}

/** How many of the things that were read are not sure. */
export function unsureCount({ findings, warnings }: Parsed): number {
  const ofFindings = findings.flatMap(({ citations, appliedCriteria, service }) => [
    ...citations.map(({ resolution, inferred }) => resolution !== 'RESOLVED' || inferred),
    ...appliedCriteria.map(({ confidence }) => confidence < 0.5),
    service.modality === null,
  ]);
  return warnings.length + ofFindings.filter(Boolean).length;
}
