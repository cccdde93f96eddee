import type { Quote } from '../parse/letter.js';
import { within } from '../parse/quote.js';
import { acoemEdition, SECOND_EDITION } from './acoem.js';
import { acoemChapter, mtusTitles, odgChapter, odgTopic, onlyEdition, spellings } from './catalogue.js';
import { citation, type CitationParts } from './citation.js';
import type { Citation } from './determination.js';
import { readLocators } from './locators.js';
import { findMentions, type Mention } from './mentions.js';
import { fold } from './names.js';

/** The year of the elbow chapter, the last of the ACOEM Practice Guidelines' 2nd edition to be revised. */
const LAST_OF_SECOND_EDITION = 2007;

/**
 * The guidelines that a rationale names, each once.
 * @param cited what the finding's guideline lines cite: "ACOEM" alone means the MTUS's ACOEM chapters when a line cites
 * the MTUS, and a shortened title means the line's guideline.
 */
export function readRationaleCitations(rationale: Quote, cited: readonly Citation[]): readonly Citation[] {
  const found = findMentions(rationale.value).map((mention) => {
    const raw = within(rationale, mention.start, mention.end);
    return citation('RATIONALE', raw, resolve(mention, cited));
  });
  const byContent = new Map<string, Citation>();
  for (const one of found) {
    const key = JSON.stringify([one.source, one.chapter, one.edition, one.topics, one.pages, one.tables]);
    if (!byContent.has(key)) byContent.set(key, one);
  }
  return [...byContent.values()];
}

function resolve(mention: Mention, cited: readonly Citation[]): CitationParts {
  const topics = mention.said.topic ? [odgTopic(mention.said.topic)] : [];
  const parts = { topics, ...readLocators(mention.words) };
  if (mention.source === 'ODG') {
    const written = mention.said.chapter ?? mention.said.title;
    const chapter = written === undefined ? undefined : (odgChapter(written)?.name ?? written);
    return {
      ...parts,
      source: 'ODG',
      chapter: chapter ?? null,
      resolved: !written || odgChapter(written) !== undefined,
    };
  }
  const { chapter, edition, section, resolved } = titleOf(mention, cited);
  const isMtus = mention.source === 'MTUS' || acoemMeansMtus(mention, chapter, edition, cited);
  return {
    ...parts,
    source: isMtus ? 'MTUS' : 'ACOEM',
    chapter,
    edition: isMtus ? edition : acoemEdition(mention.words),
    topics: section ? [section, ...topics] : topics,
    inferred: mention.isTitleAlone || (isMtus && mention.source === 'ACOEM'),
    resolved,
  };
}

/** The chapters of 2004 and 2007 are the MTUS; other editions are only where a guideline line cites them as MTUS. */
function acoemMeansMtus(
  { said }: Mention,
  chapter: string | null,
  edition: number | null,
  cited: readonly Citation[],
) {
  if (said.acoemEdition && acoemEdition(said.acoemEdition) !== SECOND_EDITION) return false;
  const inMtus = cited.filter(({ source }) => source === 'MTUS');
  if (chapter === null) return inMtus.length > 0;
  return (
    (edition !== null && edition <= LAST_OF_SECOND_EDITION) || inMtus.some((one) => one.chapter === chapter)
  );
}

interface Title {
  readonly chapter: string | null;
  readonly edition: number | null;
  readonly section?: string | undefined;
  readonly resolved: boolean;
}

function titleOf({ said }: Mention, cited: readonly Citation[]): Title {
  const year = said.year ? Number(said.year) : null;
  const byNumber = said.number ? acoemChapter(Number(said.number)) : undefined;
  if (byNumber) {
    const { title, section } = byNumber;
    return { chapter: title.name, edition: year ?? onlyEdition(title), section, resolved: true };
  }
  const written = said.title ?? said.chapter;
  if (written === undefined) return { chapter: null, edition: null, resolved: true };
  return inGuidelineLine(written, year, cited) ?? inCatalogue(written, year);
}

/** The one guideline of the lines whose name holds the words: "Chronic Pain" for "Chronic Pain Medical Treatment". */
function inGuidelineLine(
  written: string,
  year: number | null,
  cited: readonly Citation[],
): Title | undefined {
  const meant = cited.filter(
    ({ source, chapter, edition }) =>
      source === 'MTUS' && fold(chapter ?? '').includes(fold(written)) && (year === null || year === edition),
  );
  const [one] = meant;
  const isSame = meant.every((other) => other.chapter === one?.chapter && other.edition === one.edition);
  return one && isSame ? { chapter: one.chapter, edition: one.edition, resolved: one.resolved } : undefined;
}

/** The one title that begins with the words and has an edition of the year; of several none, so it stays as written. */
function inCatalogue(written: string, year: number | null): Title {
  const candidates = mtusTitles.filter(
    (title) =>
      spellings(title).some((name) => `${fold(name)} `.startsWith(`${fold(written)} `)) &&
      (year === null || title.editions.some((edition) => edition.year === year)),
  );
  const [title] = candidates;
  if (title && candidates.length === 1)
    return { chapter: title.name, edition: year ?? onlyEdition(title), resolved: true };
  return { chapter: written, edition: year, resolved: false };
}
