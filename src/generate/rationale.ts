import { capitalised, criteria, fill, guidelines } from './data.js';
import type { Disputed } from './items.js';
import type { AppliedCriterion, Citation, Decision, Employee, Era, Grounds, Rationale } from './letter.js';
import { weigh, type Random } from './random.js';

const OPPOSITE = { MET: 'NOT_MET', NOT_MET: 'MET' } as const;
const DECISIVE: Readonly<Record<Decision, AppliedCriterion['status']>> = {
  UPHELD: 'NOT_MET',
  OVERTURNED: 'MET',
};

const UNSPECIFIC = 'DOCUMENTATION';
const kindCounts = weigh([
  [1, 30],
  [2, 38],
  [3, 25],
  [4, 7],
]);

/** The reviewer's rationale: facts, a guideline in general, how its criteria apply here, and the conclusion. */
export function planRationale(
  random: Random,
  era: Era,
  item: Disputed,
  { person }: Employee,
  grounds: Grounds,
): Rationale {
  const { label, decision, family, region } = item;
  const slots = {
    person,
    label,
    complaint: region.complaint,
    site: random.pick(region.written),
    diagnosis: random.pick(region.diagnoses),
  };
  if (family === 'dependent') return followingSurgery(random, decision, slots);
  const applied = planApplied(random, family, decision, slots);
  const cited = random.chance(0.8) ? planMentions(random, era, item, grounds) : [];
  const list = cited.length > 0 && random.chance(0.06) ? random.pick(criteria.criteriaLists) : [];
  const general = cited.map((citation, i) =>
    i === 0 && list.length > 0 ? listed(citation, list) : inGeneral(random, family, citation),
  );
  const sentences = [
    ...random.sample(criteria.facts, random.between(0, 2)),
    ...general,
    ...applied.map(({ quote }, i) => `${turns(applied, i) ? 'However, ' : ''}${quote}.`),
    ...repeated(random, cited, decision),
    random.pick(criteria.conclusions[decision]),
    ...(family === 'opioid' && decision === 'UPHELD' && random.chance(0.3) ? [criteria.tapering] : []),
  ];
  const text = sentences.map((sentence) => capitalised(fill(sentence, slots))).join(' ');
  const place = cited.length > 0 ? { reliesOn: placeOf(cited) } : {};
  const appliedCriteria = applied.map((it) => ({ ...it, ...place }));
  return { text, citations: cited, criteria: list, appliedCriteria };
}

/** The guideline that is named last before the criteria are applied. */
function placeOf(cited: readonly Citation[]): NonNullable<AppliedCriterion['reliesOn']> {
  const { source = '', chapter } = cited.at(-1) ?? {};
  return typeof chapter === 'string' ? { source, chapter } : { source };
}

function followingSurgery(
  random: Random,
  decision: Decision,
  slots: Readonly<Record<string, string>>,
): Rationale {
  const criterion = { kind: 'PRIMARY_SERVICE_APPROVED', status: DECISIVE[decision], decisive: true };
  const quote = fill(random.pick(statementsOf(criterion.kind, 'dependent', criterion.status)), slots);
  const conclusion = random.chance(0.5) ? ` ${fill(random.pick(criteria.conclusions[decision]), slots)}` : '';
  const text = `${quote}.${conclusion}`;
  return { text, citations: [], criteria: [], appliedCriteria: [{ ...criterion, quote }] };
}

/** How a kind is worded: some kinds ask for other things of one family than of the rest. */
function statementsOf(kind: string, family: string, status: AppliedCriterion['status']): readonly string[] {
  const statements = criteria.statements[`${kind}/${family}`] ?? criteria.statements[kind];
  return statements?.[status] ?? [];
}

/** One to four criteria, the first of which now and then speaks for the other side. */
function planApplied(
  random: Random,
  family: string,
  decision: Decision,
  slots: Readonly<Record<string, string>>,
): AppliedCriterion[] {
  const kinds = planKinds(random, family);
  const contrary = kinds.length > 1 && random.chance(0.25);
  const applied = kinds.map((kind, i) => {
    const decisive = !(contrary && i === 0);
    const status = decisive ? DECISIVE[decision] : OPPOSITE[DECISIVE[decision]];
    const quote = fill(random.pick(statementsOf(kind, family, status)), slots);
    return { kind, status, decisive, quote };
  });
  return applied.map((it, i) => (turns(applied, i) ? { ...it, quote: uncapitalised(it.quote) } : it));
}

/** Insufficient records are a reason where nothing more specific is said, and so only by themselves. */
function planKinds(random: Random, family: string): readonly string[] {
  const kinds = random.sample(criteria.families[family] ?? [UNSPECIFIC], random.weighted(kindCounts));
  return kinds[0] === UNSPECIFIC ? [UNSPECIFIC] : kinds.filter((kind) => kind !== UNSPECIFIC);
}

/** Whether the text turns here from what speaks for the other side to what decides. */
function turns(applied: readonly AppliedCriterion[], i: number): boolean {
  return applied[i - 1]?.decisive === false;
}

function uncapitalised(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function inGeneral(random: Random, family: string, { written }: Citation): string {
  const phrase = random.pick(criteria.general[family] ?? ['{cite} address this service']);
  return `${fill(phrase, { cite: written })}.`;
}

function listed({ written }: Citation, list: readonly string[]): string {
  const items = list.map((criterion, i) => `(${i + 1}) ${criterion}`).join('; ');
  return `${written} list the following criteria: ${items}. The record was compared with these.`;
}

/** The guidelines that the text names: mostly those of the reviewer's own line, in looser words. */
function planMentions(random: Random, era: Era, item: Disputed, { mtus, outside }: Grounds): Citation[] {
  const [own] = mtus;
  const odg = outside.find(({ source }) => source === 'ODG');
  const first = own ? mentionOfMtus(random, era, own) : odg ? mentionOfOdg(random, odg) : looseMtus(random);
  const second = own && odg && random.chance(0.5) ? mentionOfOdg(random, odg) : undefined;
  return second ? [first, second] : [first];
}

/** A guideline that is named again in the same words is the same citation. */
function repeated(random: Random, cited: readonly Citation[], decision: Decision): string[] {
  const last = cited.at(-1);
  if (!last || !random.chance(0.1)) return [];
  const name = last.written.replace(/^The /, 'the ').replace(/,$/, '');
  return [`The conditions of ${name} are ${decision === 'UPHELD' ? 'not met' : 'met'}.`];
}

function looseMtus(random: Random): Citation {
  const written = random.pick([
    'The CA MTUS/ACOEM Guidelines',
    'The California MTUS Guidelines',
    'MTUS guidelines',
    'The MTUS Guidelines',
  ]);
  return { source: 'MTUS', chapter: null, topics: [], pages: [], written };
}

function mentionOfMtus(random: Random, era: Era, { chapter, pages = [] }: Citation): Citation {
  if (chapter === null || chapter === undefined || random.chance(0.4)) return looseMtus(random);
  const some = pages.length > 0 && random.chance(0.5);
  const several = pages.length > 1 || pages.some((page) => page.includes('-'));
  const where = some ? `, ${several ? 'pages' : 'page'} ${pages.join(' and ')}` : '';
  const mention = { source: 'MTUS', chapter, topics: [], pages: some ? pages : [] };
  const number = Object.entries(guidelines.acoem).find(([, title]) => title === chapter)?.[0];
  if (number === undefined || era === 'e6') {
    const who = random.pick(['The MTUS', 'MTUS', 'The CA MTUS', 'The California MTUS']);
    return { ...mention, written: `${who} ${titleInProse(random, chapter)}${where}${some ? ',' : ''}` };
  }
  const who = random.pick(['The MTUS ACOEM Guidelines', 'ACOEM Guidelines', 'The MTUS/ACOEM Guidelines']);
  const what = random.pick([`Chapter ${number}`, `chapter ${number}`, `Chapter ${number}, ${chapter}`]);
  return { ...mention, written: `${who}, ${what}${where},` };
}

function titleInProse(random: Random, chapter: string): string {
  const isLong = chapter === 'Chronic Pain Medical Treatment' && random.chance(0.2);
  return `${isLong ? 'Chronic Pain Treatment' : chapter} Guidelines`;
}

function mentionOfOdg(random: Random, { chapter }: Citation): Citation {
  if (typeof chapter === 'string' && random.chance(0.4)) {
    const title = random
      .pick(guidelines.odgChapters[chapter] ?? [chapter])
      .replace(/ (?:chapter|section|procedure summary)$/i, '');
    const written = random.pick([
      `The ODG ${title} Chapter`,
      `The Official Disability Guidelines, ${title} Chapter,`,
    ]);
    return { source: 'ODG', chapter, topics: [], pages: [], written };
  }
  const written = random.pick(['The ODG', 'The Official Disability Guidelines (ODG)', 'ODG guidelines']);
  return { source: 'ODG', chapter: null, topics: [], pages: [], written };
}
