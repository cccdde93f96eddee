import {
  capitalised,
  dependents,
  drugLabels,
  drugs,
  fill,
  regions,
  requests,
  type Drug,
  type Region,
  type Request,
  type Topics,
} from './data.js';
import type { Decision, Laterality, Modification, Prescription, Service } from './letter.js';
import { weigh, type Random } from './random.js';

/** An item under review, before guidelines and rationale are chosen for it. */
export interface Disputed {
  readonly label: string;
  readonly service: Service;
  readonly modification: Modification | null;
  readonly decision: Decision;
  /** The family of its service; "dependent" where it follows a surgery. */
  readonly family: string;
  readonly topics: Topics;
  /** The body region whose guidelines treat of it. */
  readonly region: Region;
}

const itemCounts = weigh([
  [1, 50],
  [2, 20],
  [3, 11],
  [4, 7],
  [5, 4],
  [6, 3],
  [7, 2],
  [8, 1],
  [10, 1],
  [12, 1],
]);
const injuredRegions = weigh([
  ['Lumbar spine', 36],
  ['Cervical spine', 20],
  ['Shoulder', 16],
  ['Knee', 14],
  ['Wrist', 7],
  ['Ankle', 4],
  ['Thoracic spine', 3],
  ['Elbow', 3],
  ['Hip', 3],
  ['Hand', 3],
  ['Foot', 3],
  ['Head', 2],
]);
const allRequests = weigh(requests.map((request) => [request, request.weight]));
const allDrugs = weigh(drugs.map((drug) => [drug, drug.weight]));

const DRUGS = 0.42;
const MODIFIED = 0.1;
const RETROSPECTIVE = 0.04;

/** One or two regions that were injured. */
export function planInjury(random: Random): string[] {
  const first = random.weighted(injuredRegions);
  const second = random.chance(0.3) ? random.weighted(injuredRegions) : first;
  return [...new Set([first, second])];
}

/** The items of a letter, no two of the same name. One letter in nine or so overturns something. */
export function planItems(random: Random, injured: readonly string[], most: number): Disputed[] {
  const wanted = Math.min(random.weighted(itemCounts), most);
  const mood = random.below(100);
  const decide = (): Decision => {
    if (mood < 86) return 'UPHELD';
    return mood < 94 || random.chance(0.5) ? 'OVERTURNED' : 'UPHELD';
  };
  const items = new Map<string, Disputed>();
  for (let tries = 0; items.size < wanted && tries < 3 * wanted; tries++) {
    const item = planItem(random, injured, decide());
    if (items.has(item.label.toLowerCase())) continue;
    for (const next of [item, ...planDependents(random, item, wanted - items.size - 1)]) {
      if (!items.has(next.label.toLowerCase())) items.set(next.label.toLowerCase(), next);
    }
  }
  return [...items.values()];
}

function planItem(random: Random, injured: readonly string[], decision: Decision): Disputed {
  return random.chance(DRUGS)
    ? planDrug(random, injured, decision, random.weighted(allDrugs))
    : planRequest(random, injured, decision, random.weighted(allRequests));
}

function planDrug(random: Random, injured: readonly string[], decision: Decision, drug: Drug): Disputed {
  const slots = { drug: random.pick(drug.names), s: random.pick(drug.strengths) };
  const region = regions[injured[0] ?? ''] as Region;
  const prescribed = (phrase: string, quantity: number) => prescription(phrase, slots.s, quantity);
  const write = (phrase: string, q: number) => fill(phrase, { ...slots, q: String(q) });
  const total = random.pick(drug.counts);
  const swallowed = slots.s.endsWith('mg');
  const chosen = random.chance(0.06)
    ? drugLabels.bare
    : drugLabels.labels.filter((phrase) => swallowed || !/tablet|PO|prn/.test(phrase));
  const common = { decision, family: drug.family, topics: drug, region };
  const service = { ...identity(drug), bodyRegions: [] };
  if (random.chance(MODIFIED)) {
    if (random.chance(0.2))
      return { ...common, service, ...refills(random, write('{drug} {s} #{q}', total)) };
    const phrase = random.pick(drugLabels.counted);
    const { count, ...portions } = partly(random, (q) => write(phrase, q), total);
    return { ...common, service: { ...service, drug: prescribed(phrase, count) }, ...portions };
  }
  const phrase = random.pick(chosen);
  const drugService = { ...service, drug: prescribed(phrase, total) };
  return { ...common, ...retrospectively(random, write(phrase, total), drugService) };
}

/** What a label says of the drug, by the slots of its phrase. */
function prescription(phrase: string, strength: string, quantity: number): Prescription {
  const [, after, before] = /(?:with (\d) refill|refills:? (\d))/.exec(phrase) ?? [];
  const refills = after ?? before;
  return {
    strength: phrase.includes('{s}') ? strength.replace(/(?<=\d)(?=[a-z])/, ' ') : null,
    quantity: phrase.includes('{q}') ? quantity : null,
    refills: refills === undefined ? null : Number(refills),
  };
}

function planRequest(
  random: Random,
  injured: readonly string[],
  decision: Decision,
  request: Request,
): Disputed {
  const place = request.regions && placeOf(random, injured, request.regions);
  const named = place?.name ?? request.fixedRegions?.[0] ?? injured[0] ?? '';
  const region = regions[named] as Region;
  const frequency = random.between(1, 3);
  const weeks = random.pick([2, 3, 4, 6]);
  const slots = {
    r: place?.written ?? '',
    R: capitalised(place?.written ?? ''),
    U: (place?.written ?? '').toUpperCase(),
    R1: region.adjective ?? '',
    lv: random.pick(region.levels ?? ['']),
    side: random.pick(['Right', 'Left', 'Bilateral']),
    f: String(frequency),
    w: String(weeks),
  };
  const write = (phrase: string, n: number) => capitalised(fill(phrase, { ...slots, n: String(n) }));
  const bodyRegions = request.regions ? [named] : (request.fixedRegions ?? []);
  const service = { ...identity(request), bodyRegions };
  const sideOf = (phrase: string) => request.laterality ?? laterality(phrase, slots);
  const common = { decision, family: request.family, topics: request, region };
  const total = Math.max(2, frequency * weeks);
  if (request.counted && random.chance(2 * MODIFIED)) {
    const phrase = random.pick(request.counted);
    const { count: _count, ...portions } = partly(random, (n) => write(phrase, n), total);
    return { ...common, service: { ...service, laterality: sideOf(phrase) }, ...portions };
  }
  const phrase = random.pick(request.labels);
  return {
    ...common,
    ...retrospectively(random, write(phrase, total), { ...service, laterality: sideOf(phrase) }),
  };
}

/** The side that a label names: only one with a slot for it does. */
function laterality(
  phrase: string,
  { r, side }: { readonly r: string; readonly side: string },
): Laterality | null {
  const written = /\{[rRU]\}/.test(phrase) ? r : phrase.includes('{side}') ? side : '';
  const [named = ''] = /^(?:right|left|bilateral)\b/i.exec(written) ?? [];
  return named === '' ? null : (named.toUpperCase() as Laterality);
}

function placeOf(random: Random, injured: readonly string[], possible: readonly string[]) {
  const fitting = injured.filter((name) => possible.includes(name));
  const name = random.pick(fitting.length > 0 ? fitting : possible);
  const { written, plural } = regions[name] as Region;
  const word = random.pick(written);
  if (plural === undefined) return { name, written: word };
  const side = random.pick(['right', 'left', 'right', 'left', 'bilateral']);
  return { name, written: side === 'bilateral' ? `bilateral ${plural}` : `${side} ${word}` };
}

function identity({ modality, category }: Pick<Request, 'modality' | 'category'>) {
  return { modality, category, retrospective: false, laterality: null };
}

/** A request that was authorised for a part of its number. */
function partly(random: Random, write: (count: number) => string, total: number) {
  const authorized = random.between(1, total - 1);
  const originalRequest = write(total);
  const disputed = random.chance(0.15) ? ('WHOLE' as const) : ('REMAINDER' as const);
  return {
    count: disputed === 'WHOLE' ? total : total - authorized,
    label: disputed === 'WHOLE' ? originalRequest : write(total - authorized),
    modification: { originalRequest, authorized: write(authorized), disputed },
  };
}

/** A prescription that was authorised without its refills. */
function refills(random: Random, prescription: string) {
  const [number, word] = random.pick([
    ['2', 'Two'],
    ['3', 'Three'],
  ] as const);
  return {
    label: `${word} refills of ${prescription}`,
    modification: {
      originalRequest: `${prescription} with ${number} refills`,
      authorized: prescription,
      disputed: 'REMAINDER' as const,
    },
  };
}

function retrospectively(random: Random, label: string, service: Service) {
  if (!random.chance(RETROSPECTIVE)) return { label, service, modification: null };
  const day = `${random.between(1, 12)}/${random.between(1, 28)}`;
  const written = random.pick([
    `Retrospective ${label}`,
    `Retrospective request for ${label}`,
    `Retrospective ${label} (DOS ${day}/16)`,
    `Retrospective ${label} DOS: ${day}/2016`,
  ]);
  return { label: written, service: { ...service, retrospective: true }, modification: null };
}

/** What a surgery entails; it is decided with the surgery. */
function planDependents(random: Random, surgery: Disputed, most: number): Disputed[] {
  if (surgery.family !== 'surgery' || most < 1) return [];
  return random.sample(dependents, random.between(1, most)).map((dependent) => ({
    label: fill(random.pick(dependent.labels), {
      f: String(random.between(2, 3)),
      w: String(random.between(3, 6)),
      n: String(random.between(6, 18)),
    }),
    service: { ...identity(dependent), bodyRegions: [] },
    modification: null,
    decision: surgery.decision,
    family: 'dependent',
    topics: {},
    region: surgery.region,
  }));
}
