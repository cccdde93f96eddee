import { ImrError } from '../../common/errors.js';
import { caseId, guidelineNodes } from '../../graph/identity.js';
import { readAppliedCriteria } from '../../normalise/criteria/applied.js';
import { sentencesOf, type Range } from '../../normalise/criteria/sentences.js';
import type {
  AppliedCriterion,
  Citation,
  Determination,
  ServiceRequest,
} from '../../normalise/determination.js';
import { everyMention } from '../../normalise/rationale-citations.js';
import { isDrug, servicesIn } from '../../normalise/service/named.js';
import { Strength } from '../../normalise/service/catalogue.js';
import { readService } from '../../normalise/service/service.js';
import { wordsOf } from '../../normalise/term-index.js';
import type { Decision } from '../../parse/letter.js';
import { detectTemplate } from '../../parse/templates/detect.js';
import { SURE_ENOUGH } from '../filter/filters.js';
import { eachGuideline, itemFacts, type Seed, type SeedItem, type StatedCriterion } from './seed.js';

/** Does a piece of work that takes the thread some milliseconds, others being let in between. */
export type InTurn = <Result>(work: () => Result) => Promise<Result>;

/** Sentences that name a service and are read for it at most, those that request first. */
const MOST_SENTENCES = 100;
/** Most items that a text is taken to ask for, and the least weight of one. */
const MOST_ITEMS = 3;
const LEAST_WEIGHT = 0.34;
/** How much more a sentence counts that requests. */
const REQUEST_COUNTS = 3;
/** Criteria are looked for in parts of about so many characters, so that none holds up the thread for long. */
const PART_LENGTH = 8_000;

/** What says that a service is asked for, and not only mentioned. */
const REQUEST =
  /\b(?:requests?|requested|requesting|authori[sz](?:e|ed|ation)|certif(?:y|ied|ication)|appeal(?:s|ed|ing)?|prescribed|RFA|medical(?:ly)? necess(?:ary|ity)|denied|denial)\b/i;

/** What a text that is no letter says, as what findings are to be similar to. */
export async function textSeed(text: string, inTurn: InTurn): Promise<Seed> {
  const sentences = await inTurn(() => sentencesOf(text));
  const { items, service } = await inTurn(() => itemsIn(text, sentences));
  const mentions = await inTurn(() => mentionsIn(text));
  const decisions = decisionsOf(text);
  const criteria: AppliedCriterion[] = [];
  for (const part of partsOf(text, sentences)) {
    criteria.push(...(await inTurn(() => criteriaIn(part, service, decisions))));
  }
  return {
    form: 'TEXT',
    caseId: null,
    items,
    guidelines: eachGuideline(mentions.flatMap(toCitations)),
    criteria: eachCriterion(criteria),
    words: text,
  };
}

/** Whether a text may be a whole determination letter, which the parser then reads. */
export function isLikeLetter(text: string): boolean {
  try {
    detectTemplate(text);
    return true;
  } catch (error) {
    if (error instanceof ImrError) return false;
    throw error;
  }
}

/** What a whole letter says, of all its findings together. */
export function letterSeed(determination: Determination): Seed {
  const { findings } = determination;
  return {
    form: 'LETTER',
    caseId: caseId(determination),
    items: findings.map(({ service, label }) => ({ ...itemFacts(service, label), weight: 1 })),
    guidelines: eachGuideline(findings.flatMap(({ citations }) => citations).flatMap(toCitations)),
    criteria: eachCriterion(findings.flatMap(({ appliedCriteria }) => appliedCriteria)),
    words: findings.map(({ label, rationale }) => rationale ?? label).join('\n'),
  };
}

function mentionsIn(text: string): readonly Citation[] {
  return everyMention(
    { value: text, span: [0, text.length] },
    { role: 'RATIONALE', asOf: null, warn: () => undefined },
  );
}

function toCitations(citation: Citation) {
  if (citation.silent) return [];
  const { targets, ancestors } = guidelineNodes(citation);
  const above = ancestors.map(({ id }) => id);
  return targets.map(({ id }) => ({ id, above, role: citation.role }));
}

interface NamedItem {
  readonly sentence: string;
  readonly service: ServiceRequest;
  readonly weight: number;
}

/** The services that a text most likely asks for; `service` is the surest, as it was read. */
function itemsIn(
  text: string,
  sentences: readonly Range[],
): { items: readonly SeedItem[]; service: ServiceRequest } {
  const named = namedItems(text, sentences);
  const byModality = new Map<string, { weight: number; best: NamedItem }>();
  for (const one of named) {
    const modality = one.service.modality ?? '';
    const known = byModality.get(modality);
    const best = known && !tellsMore(one, known.best) ? known.best : one;
    byModality.set(modality, { weight: (known?.weight ?? 0) + one.weight, best });
  }
  const strongest = Math.max(...[...byModality.values()].map(({ weight }) => weight));
  const items = [...byModality.values()]
    .map(({ weight, best }) => ({ best, weight: weight / strongest }))
    .sort((a, b) => b.weight - a.weight)
    .filter(({ weight }) => weight >= LEAST_WEIGHT)
    .slice(0, MOST_ITEMS);
  return {
    items: items.map(({ best, weight }) => ({ ...itemFacts(best.service, best.sentence), weight })),
    service: items[0]?.best.service ?? readService('').service,
  };
}

/** Of two sentences on one kind of service, the one that requests, then the one that says for which region. */
function tellsMore(one: NamedItem, other: NamedItem): boolean {
  if (one.weight !== other.weight) return one.weight > other.weight;
  return other.service.bodyRegions.length === 0 && one.service.bodyRegions.length > 0;
}

function namedItems(text: string, sentences: readonly Range[]): NamedItem[] {
  return sentences
    .map(({ start, end }) => text.slice(start, end))
    .filter((sentence) => sentences.length === 1 || namesService(sentence))
    .map((sentence) => ({ sentence, weight: REQUEST.test(sentence) ? REQUEST_COUNTS : 1 }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_SENTENCES)
    .map((one) => ({ ...one, service: readService(one.sentence).service }))
    .filter(({ service }) => service.modality !== null);
}

/** In running text "injection" or "surgery" alone are too little; a text of one sentence is read as a label is. */
function namesService(sentence: string): boolean {
  const { main } = servicesIn(wordsOf(sentence));
  return main !== undefined && (isDrug(main) || main.value.strength === Strength.Definite);
}

/** Runs of whole sentences; one that has no end is cut. */
function partsOf(text: string, sentences: readonly Range[]): string[] {
  const parts: string[] = [];
  let [start, end] = [0, 0];
  for (const sentence of sentences) {
    if (sentence.end - start > PART_LENGTH && end > start) {
      parts.push(text.slice(start, end));
      start = sentence.start;
    }
    end = sentence.end;
    for (; end - start > PART_LENGTH; start += PART_LENGTH)
      parts.push(text.slice(start, start + PART_LENGTH));
  }
  return end > start ? [...parts, text.slice(start, end)] : parts;
}

/**
 * The reading leans on the decision, and a text has none: one that denies is read as the reason for a denial, any other as the reason
 * for an approval, and an appeal, which tells of a denial, as both.
 */
function criteriaIn(
  text: string,
  service: ServiceRequest,
  decisions: readonly Decision[],
): AppliedCriterion[] {
  const context = { service, grounds: { inLines: [], mentions: [] } };
  return decisions.flatMap((decision) =>
    readAppliedCriteria({ value: text, span: [0, text.length] }, { decision, ...context }),
  );
}

const DENIES =
  /\b(?:not (?:been )?(?:found |established as )?medical(?:ly)? necess|not (?:established|certified|authori[sz]ed|supported)|non-?certif|upheld|den(?:y|ied|ies|ial)\b)/i;
const PLEADS =
  /\b(?:appeal|(?:I|we) (?:hereby |therefore )?(?:request|ask)|request for authori[sz]ation|RFA|overturn|reconsider|please (?:approve|authori[sz]e))/i;

function decisionsOf(text: string): readonly Decision[] {
  if (!DENIES.test(text)) return ['OVERTURNED'];
  return PLEADS.test(text) ? ['UPHELD', 'OVERTURNED'] : ['UPHELD'];
}

/** Each pair of kind and status once. */
function eachCriterion(applied: readonly AppliedCriterion[]): StatedCriterion[] {
  const byKey = new Map<string, StatedCriterion>();
  for (const { kind, status, decisive, confidence } of applied) {
    if (confidence < SURE_ENOUGH) continue;
    const key = `${kind} ${status}`;
    byKey.set(key, { kind, status, decisive: decisive || byKey.get(key)?.decisive === true });
  }
  return [...byKey.values()];
}
