import { yearOf } from './calendar.js';
import { guidelines, opioidSections } from './data.js';
import type { Disputed } from './items.js';
import type { Citation, Dates, Era, Party } from './letter.js';
import type { Random } from './random.js';

/** A guideline of the MTUS that treats of an item; `written` is its title as letters of the era give it. */
type Candidate = Omit<Citation, 'source' | 'written'> & {
  readonly chapter: string;
  readonly number?: number;
};

/** How the letters of an age write the MTUS. */
interface Manner {
  readonly candidates: (random: Random, item: Disputed, dates: Dates) => Candidate[];
  readonly write: (random: Random, candidate: Candidate, party: Party) => Citation;
}

/** What the MTUS guidelines of one party are: nearly always one, up to three. */
export function planMtus(random: Random, era: Era, item: Disputed, dates: Dates, party: Party): Citation[] {
  const { candidates, write } = MANNERS[era];
  const possible = new Map(candidates(random, item, dates).map((it) => [it.chapter, it]));
  const count = random.chance(0.86) ? 1 : random.between(2, 3);
  return random.sample([...possible.values()], count).map((candidate) => write(random, candidate, party));
}

const TITLES = {
  chronicPain: 'Chronic Pain Medical Treatment',
  acupuncture: 'Acupuncture Treatment',
  postsurgical: 'Postsurgical Treatment',
} as const;

const POSTSURGICAL_PAGES: Readonly<Record<string, string>> = {
  Shoulder: '26-27',
  Knee: '24-25',
  'Elbow & Upper Arm': '15-17',
  'Forearm, Wrist, & Hand': '18-22',
};

function complaints({ region }: Disputed): { chapter: string; number: number } | undefined {
  const chapter = region.acoem && guidelines.acoem[region.acoem];
  return chapter && region.acoem ? { chapter, number: region.acoem } : undefined;
}

/** Guidelines with pages, as the letters until 2015 cite them. */
function withPages(random: Random, item: Disputed): Candidate[] {
  const { topics, region } = item;
  const chapter = complaints(item);
  const postsurgical = topics.postsurgical && region.postsurgical;
  const found: Candidate[] = [
    ...(topics.acupuncture ? [{ chapter: TITLES.acupuncture, pages: [] }] : []),
    ...(topics.cp2009 ? [{ chapter: TITLES.chronicPain, pages: split(random.pick(topics.cp2009)) }] : []),
    ...(chapter && (topics.acoem || !topics.cp2009)
      ? [{ ...chapter, pages: split(random.pick(region.pages ?? [''])), tables: region.tables ?? [] }]
      : []),
    ...(postsurgical && random.chance(0.2)
      ? [{ chapter: TITLES.postsurgical, pages: split(POSTSURGICAL_PAGES[postsurgical] ?? '') }]
      : []),
  ];
  return found.length > 0 ? found : [{ chapter: TITLES.chronicPain, pages: [] }];
}

function split(pages: string): string[] {
  return pages === '' ? [] : pages.split(', ');
}

/** "ACOEM Chapter 12 Low Back Complaints Page(s): 303-305" */
function writePages(random: Random, candidate: Candidate): Citation {
  const { chapter, number, pages = [], tables = [] } = candidate;
  const plain = { source: 'MTUS', topics: [], pages: [], tables: [] };
  const title = `${chapter} Guidelines`;
  if (number === undefined) {
    return pages.length > 0 && random.chance(0.85)
      ? { ...plain, chapter, pages, written: `${title} Page(s): ${pages.join(', ')}` }
      : { ...plain, chapter, written: title };
  }
  if (random.chance(0.12)) return { ...plain, chapter: null, written: 'ACOEM' };
  const named = `ACOEM Chapter ${number} ${chapter}`;
  if (pages.length === 0 || random.chance(0.1)) return { ...plain, chapter, written: named };
  if (tables.length > 0 && random.chance(0.08)) {
    const [table = ''] = tables;
    const written = `${named} Page(s): Table ${table},${pages.join(', ')}`;
    return { ...plain, chapter, pages, tables: [table], written };
  }
  return { ...plain, chapter, pages, written: `${named} Page(s): ${pages.join(', ')}` };
}

/** "MTUS ACOEM Guidelines, Chapter 12, Low Back Complaints, pages 303-305", as in the prose of 2013. */
function writeProse(random: Random, candidate: Candidate): Citation {
  const { chapter, number, pages = [] } = candidate;
  const plain = { source: 'MTUS', topics: [], pages: [], tables: [] };
  const title =
    number === undefined ? `${chapter} Guidelines` : `ACOEM Guidelines, Chapter ${number}, ${chapter}`;
  if (pages.length === 0 || random.chance(0.15)) return { ...plain, chapter, written: `MTUS ${title}` };
  const several = pages.length > 1 || pages.some((page) => page.includes('-'));
  const written = `MTUS ${title}, ${several ? 'pages' : 'page'} ${pages.join(', ')}`;
  return { ...plain, chapter, pages, written };
}

/** Guidelines with editions and sections, as in 2016 and 2017. */
function withSections(random: Random, item: Disputed): Candidate[] {
  const { topics, region, family } = item;
  const chapter = complaints(item);
  const found: Candidate[] = [
    ...(topics.acupuncture ? [{ chapter: TITLES.acupuncture, edition: 2007, topics: [] }] : []),
    ...(topics.general ? [{ chapter: 'General Approaches', edition: 2004, topics: topics.general }] : []),
    ...(chapter && topics.acoem
      ? [{ chapter: chapter.chapter, edition: chapter.number === 10 ? 2007 : 2004, topics: topics.acoem }]
      : []),
    ...(topics.cp2016 ? [{ chapter: TITLES.chronicPain, edition: 2016, topics: topics.cp2016 }] : []),
    ...(topics.opioid2016 ? [{ chapter: 'Opioid Treatment', edition: 2016, topics: topics.opioid2016 }] : []),
    ...(family === 'opioid' ? [{ chapter: 'Opioid Treatment', edition: 2016, topics: opioidSections }] : []),
    ...(topics.postsurgical && region.postsurgical && random.chance(0.15)
      ? [{ chapter: TITLES.postsurgical, edition: 2009, topics: [region.postsurgical] }]
      : []),
  ];
  return found.length > 0 ? found : [{ chapter: TITLES.chronicPain, edition: 2016, topics: [] }];
}

/** Guidelines adopted since December 2017; of several editions nearly always the newest of its day. */
function since2017(random: Random, { topics, region, family }: Disputed, { decided }: Dates): Candidate[] {
  const general = family === 'opioid' ? 'Opioids' : 'Chronic Pain';
  const title = topics.since2017Title ?? (topics.since2017 ? region.since2017 : general);
  const chosen = random.chance(0.15) ? ['Initial Approaches to Treatment'] : [];
  return [title, ...chosen].map((chapter) => {
    const years = guidelines.since2017[chapter] ?? [2017];
    const inForce = years.filter((year) => year <= yearOf(decided));
    const newest = inForce.at(-1) ?? years[0] ?? 2017;
    const edition = random.chance(0.85) ? newest : random.pick(inForce.length > 0 ? inForce : [newest]);
    return { chapter, edition, topics: chapter === title ? (topics.since2017 ?? []) : [] };
  });
}

/** Sections of the newer guidelines were not seen, so where one would end in a list is not known: one at a time. */
function writeOneSection(random: Random, candidate: Candidate, party: Party): Citation {
  const { topics = [] } = candidate;
  const one = topics.length > 0 ? [random.pick(topics)] : [];
  return writeSections(random, { ...candidate, topics: one }, party);
}

/** "Low Back Complaints 2004, Section(s): Special Studies" */
function writeSections(random: Random, candidate: Candidate, party: Party): Citation {
  const { chapter, edition = 0, topics: sections = [] } = candidate;
  const given = random.chance(party === 'EXPERT_REVIEWER' ? 0.85 : 0.6);
  const topics = given ? random.sample(sections, random.chance(0.85) ? 1 : 2) : [];
  const title = `${chapter} ${edition}${random.chance(0.03) ? ' Guidelines' : ''}`;
  const written = topics.length > 0 ? `${title}, Section(s): ${topics.join(', ')}` : title;
  return { source: 'MTUS', chapter, edition, topics, written };
}

const prose: Manner = { candidates: withPages, write: writeProse };

const MANNERS: Readonly<Record<Era, Manner>> = {
  e1: prose,
  e2: prose,
  e3: prose,
  e4: { candidates: withPages, write: writePages },
  e5: { candidates: withSections, write: writeSections },
  e6: { candidates: since2017, write: writeOneSection },
};
