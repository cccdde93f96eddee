import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { projectFolder } from '../../../src/common/project.js';
import { isRejection } from '../../../src/documents/document.js';
import { walkFiles } from '../../../src/documents/files.js';
import { readDocument } from '../../../src/documents/read.js';
import type { Citation, Determination, Finding } from '../../../src/normalise/determination.js';
import { normalise } from '../../../src/normalise/normalise.js';
import { parseLetter } from '../../../src/parse/parse-letter.js';

const folder = process.env['IMR_LETTERS_DIR'] ?? join(projectFolder, '..', 'shared', 'letters');
const answersFile = join(folder, 'known-answers-2016.json');
const isThere = existsSync(answersFile);

interface Tally {
  findings: number;
  upheld: number;
  overturned: number;
}

/** How many findings name something in what their reviewer's guideline line cites; a finding counts once for each name. */
function tally(
  findings: readonly Finding[],
  namesOf: (citation: Citation) => readonly string[],
): Record<string, Tally> {
  const counts: Record<string, Tally> = {};
  for (const { citations, decision } of findings) {
    const byReviewer = citations.filter(({ role }) => role === 'EXPERT_REVIEWER');
    for (const name of new Set(byReviewer.flatMap(namesOf))) {
      const count = (counts[name] ??= { findings: 0, upheld: 0, overturned: 0 });
      count.findings++;
      count[decision === 'UPHELD' ? 'upheld' : 'overturned']++;
    }
  }
  return counts;
}

const mtusChapter = ({ source, chapter, edition }: Citation) =>
  source === 'MTUS' && chapter !== null ? [`${chapter} (${edition ?? '?'})`] : [];

describe(
  isThere ? 'the real letters of 2016' : 'the real letters of 2016: skipped, there is no ../shared/letters',
  () => {
    const onLetters = isThere ? test : test.skip;
    let determinations: Determination[] = [];
    let answers: Record<string, unknown> = {};

    beforeAll(async () => {
      if (!isThere) return;
      answers = JSON.parse(readFileSync(answersFile, 'utf8')) as Record<string, unknown>;
      const letters = [];
      for await (const path of walkFiles([join(folder, '2016')])) {
        if (!path.endsWith('.txt')) continue;
        const document = await readDocument(path);
        if (!isRejection(document)) letters.push(parseLetter(document));
      }
      determinations = letters.map(normalise);
    });

    const findings = () => determinations.flatMap((determination) => determination.findings);

    onLetters('name MTUS chapters, MTUS topics and ODG chapters as often as the known answers say', () => {
      const topics = (citation: Citation) =>
        mtusChapter(citation).flatMap((chapter) => citation.topics.map((topic) => `${chapter} > ${topic}`));
      const odgChapters = ({ source, chapter }: Citation) =>
        source === 'ODG' && chapter !== null ? [chapter] : [];
      expect(tally(findings(), mtusChapter)).toEqual(answers['reviewerCitesMtusChapter']);
      expect(tally(findings(), topics)).toEqual(answers['reviewerCitesMtusTopic']);
      expect(tally(findings(), odgChapters)).toEqual(answers['reviewerCitesOdgChapter']);
    });

    onLetters('have the bases and outcomes of the known answers', () => {
      const count = (values: readonly (string | null)[]) =>
        values.reduce<Record<string, number>>(
          (all, value) => ({ ...all, [value ?? 'null']: (all[value ?? 'null'] ?? 0) + 1 }),
          {},
        );
      expect({
        CLAIMS_ADMINISTRATOR: count(findings().map(({ bases }) => bases.CLAIMS_ADMINISTRATOR)),
        EXPERT_REVIEWER: count(findings().map(({ bases }) => bases.EXPERT_REVIEWER)),
      }).toEqual(answers['bases']);
      expect(count(determinations.map((determination) => determination.case.outcome))).toEqual(
        answers['caseOutcome'],
      );
    });

    onLetters('quote every citation and criterion at its place', () => {
      const wrong = determinations.flatMap(({ text, findings: all }) =>
        all.flatMap(({ citations, criteria }) => [
          ...citations.filter(({ raw, span }) => text.slice(...span) !== raw),
          ...criteria.filter((criterion) => text.slice(...criterion.span) !== criterion.text),
        ]),
      );
      expect(wrong).toEqual([]);
    });
  },
);
