import { guidelines, type OtherSource } from './data.js';
import type { Disputed } from './items.js';
import type { Citation } from './letter.js';
import { weigh, type Random } from './random.js';

const sources = weigh(Object.entries(guidelines.odgSources));
const others = weigh(guidelines.otherSources.map((source) => [source, source.weight]));

const forms = weigh([
  ['chapter', 34],
  ['chapter and topic', 44],
  ['bare', 14],
  ['own list', 5],
  ['topic first', 3],
] as const);

/** One or two sources outside of the MTUS; the Official Disability Guidelines in nine of ten. */
export function planOutside(random: Random, item: Disputed): Citation[] {
  const first = random.chance(0.9) ? planOdg(random, item) : other(random.weighted(others));
  if (!random.chance(0.1)) return [first];
  const second = other(random.weighted(others));
  return first.source === second.source ? [first] : [first, second];
}

function other({ source, written, chapter, pages }: OtherSource): Citation {
  return {
    source,
    written,
    ...(chapter === undefined ? {} : { chapter }),
    ...(pages === undefined ? {} : { pages }),
  };
}

/** The Official Disability Guidelines in one of their many spellings. */
function planOdg(random: Random, { topics, region }: Disputed): Citation {
  const chapter = topics.odgChapter ?? region.odg;
  const topic = topics.odg;
  const source = random.weighted(sources);
  const form = random.weighted(forms);
  if (form === 'bare') return { source: 'ODG', chapter: null, topics: [], written: source };
  if (form === 'own list') {
    const list = random.pick(guidelines.odgChapterless);
    return { source: 'ODG', chapter: null, topics: [list], written: `${source}, ${list}` };
  }
  const title = random.pick(guidelines.odgChapters[chapter] ?? [chapter]);
  if (topic === undefined || form === 'chapter') {
    const note = random.chance(0.08) ? ` ${random.pick(guidelines.odgNotes)}` : '';
    const written = source + random.pick([', ', ' ', ', ', ': ']) + title + note;
    return { source: 'ODG', chapter, topics: [], written };
  }
  const subject = random.pick(guidelines.odgTopics[topic] ?? [topic]);
  const written =
    form === 'topic first'
      ? `${source} ${subject}, ${title}`
      : source + random.pick([', ', ' ', ', ', ': ']) + title + attached(random, subject);
  return { source: 'ODG', chapter, topics: [topic], written };
}

function attached(random: Random, subject: string): string {
  if (random.chance(0.03)) return `, ${subject} Topic`;
  const separator = random.pick([', ', ', ', ', ', ': ', ' - ', '/', '(']);
  return separator === '(' ? ` (${subject})` : separator + subject;
}

/** Joins several sources as one free text does. */
export function joinOutside(random: Random, citations: readonly Citation[]): string {
  const separator = random.pick(['; ', '; ', ', ', ' and Other Medical Treatment Guidelines ']);
  return citations.map(({ written }) => written).join(separator);
}
