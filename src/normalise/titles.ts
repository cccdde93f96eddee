import { generalApproaches, mtusTitles, spellings, type MtusTitle } from './catalogue.js';
import type { Resolution } from './determination.js';
import { fold, nearest } from './names.js';
import { TermIndex } from './term-index.js';

/** What a name of the MTUS or of ACOEM means: a title, or a section of one that was a chapter of its own. */
export interface Guideline {
  readonly title: MtusTitle;
  readonly section?: string;
}

/** How a title may be named. */
export interface TitleTerm {
  /** All that go by this name. */
  readonly guidelines: readonly Guideline[];
  /** A plain word, or the beginning of a longer title: in running text only "Guidelines" or the like makes it a title. */
  readonly isPlain: boolean;
}

/** The year of the ACOEM Practice Guidelines' 2nd edition, whose chapters were the MTUS until December 2017 … */
export const SECOND_EDITION = 2004;
/** … and that of the last of them to be revised, on elbows. */
export const LAST_OF_SECOND_EDITION = 2007;

const namesOf = (title: MtusTitle) => [...spellings(title), ...title.sharedNames];
const sectionGuidelines: readonly Guideline[] = mtusTitles
  .filter(({ id }) => id === generalApproaches.title)
  .flatMap((title) => generalApproaches.chapters.map(({ section }) => ({ title, section })));

function collectTerms(): Map<string, TitleTerm> {
  const entries: readonly (readonly [string, Guideline])[] = [
    ...mtusTitles.flatMap((title) => namesOf(title).map((name) => [name, { title }] as const)),
    ...sectionGuidelines.map((guideline) => [guideline.section ?? '', guideline] as const),
  ];
  const byName = new Map<string, Guideline[]>();
  for (const [name, guideline] of entries) {
    byName.set(fold(name), [...(byName.get(fold(name)) ?? []), guideline]);
  }
  const names = [...byName.keys()];
  const isPlain = (name: string) =>
    !name.includes(' ') || names.some((other) => other.startsWith(`${name} `));
  return new Map([...byName].map(([name, guidelines]) => [name, { guidelines, isPlain: isPlain(name) }]));
}

const terms = collectTerms();
export const titleNames: readonly string[] = [...terms.keys()];

/** All names of titles, to be found in texts. */
export const titleTerms = new TermIndex<TitleTerm>(terms);

/** What is said beside a title, or known of the letter, and tells which of several is meant. */
export interface TitleContext {
  /** The year of the edition. */
  readonly year?: number | null;
  /** A day (ISO 8601) on which the letter was or may have been decided. */
  readonly asOf?: string | null;
}

/** The guidelines that a name can mean, also when mistyped by a letter or two: none, one, or several. */
export function guidelinesNamed(written: string, context: TitleContext): readonly Guideline[] {
  const name = terms.get(fold(written)) ?? terms.get(nearest(written, titleNames) ?? '');
  return narrow(name?.guidelines ?? [], context);
}

/** The guidelines whose names begin with the words: "Chronic Pain Medical" for "Chronic Pain Medical Treatment". */
export function guidelinesBeginning(written: string, context: TitleContext): readonly Guideline[] {
  const named = guidelinesNamed(written, context);
  if (named.length > 0) return named;
  const start = `${fold(written)} `;
  const found = [...terms].filter(([name]) => name.startsWith(start)).flatMap(([, term]) => term.guidelines);
  return narrow([...new Map(found.map((guideline) => [guideline.title.id, guideline])).values()], context);
}

/** Of several the ones of that year, and of those the ones that were in force; where that leaves none, it tells nothing. */
export function narrow(guidelines: readonly Guideline[], { year, asOf }: TitleContext): readonly Guideline[] {
  if (guidelines.length < 2) return guidelines;
  const ofYear = guidelines.filter(({ title }) => title.editions.some((edition) => edition.year === year));
  const left = ofYear.length > 0 ? ofYear : guidelines;
  const adopted = left.filter(({ title }) => asOf && firstDay(title) <= asOf);
  return adopted.length > 0 ? adopted : left;
}

/** The earliest day on which a title can have been cited: no edition is older than its year. */
function firstDay({ editions }: MtusTitle): string {
  const [first] = editions;
  return first?.from ?? `${first?.year ?? ''}-01-01`;
}

const firstDays: readonly string[] = [...new Set(mtusTitles.map(firstDay))].sort().reverse();

/** The last day up to `asOf` on which a title was adopted: names mean the same on both. */
export function lastAdoption(asOf: string | null): string | null {
  return asOf === null ? null : (firstDays.find((day) => day <= asOf) ?? null);
}

/** The MTUS guideline that is a chapter of the ACOEM Practice Guidelines, 2nd edition, by the chapter's number. */
export function acoemChapter(number: number): Guideline | undefined {
  const title = mtusTitles.find((candidate) => candidate.acoemChapter === number);
  if (title) return { title };
  const place = generalApproaches.chapters.findIndex(({ chapter }) => chapter === number);
  return sectionGuidelines[place];
}

/** "MTUS > General Approaches > Prevention". */
export function candidateName(source: string, { title, section }: Guideline): string {
  return [source, title.name, ...(section ? [section] : [])].join(' > ');
}

/** What a number of guidelines that can be meant makes of a citation. */
export function resolutionOf(
  guidelines: readonly Guideline[],
  source: string,
): { resolution: Resolution; candidates: readonly string[] } {
  if (guidelines.length === 1) return { resolution: 'RESOLVED', candidates: [] };
  return {
    resolution: guidelines.length > 1 ? 'AMBIGUOUS' : 'NO_MATCH',
    candidates: guidelines.map((guideline) => candidateName(source, guideline)),
  };
}

/** Words that so many titles hold that they tell nothing. */
const COMMON = new Set([
  'and',
  'of',
  'to',
  'the',
  'medical',
  'treatment',
  'disorders',
  'complaints',
  'guidelines',
]);
const MOST_NEAR_MISSES = 3;

/** Titles that have half of the telling words of a name that none has. */
export function nearMisses(written: string, source: string): readonly string[] {
  const words = fold(written)
    .split(' ')
    .filter((word) => !COMMON.has(word) && !/^\d*$/.test(word));
  if (words.length === 0 || words.length > 8) return [];
  return mtusTitles
    .filter((title) => {
      const own = new Set(fold(title.name).split(' '));
      return words.filter((word) => own.has(word)).length * 2 >= words.length;
    })
    .slice(0, MOST_NEAR_MISSES)
    .map((title) => candidateName(source, { title }));
}
