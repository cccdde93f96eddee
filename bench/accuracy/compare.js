// @ts-check
import { outputFacts } from './output.js';

/**
 * @typedef {import('./facts.js').Judged} Judged
 * @typedef {import('./parser.js').Parsed} Parsed
 *
 * GAIN: right only in head, or wrongly found only in base. LOSS: the reverse. DIFFERENCE: the output differs, and the
 * truth does not say which is right (or both are wrong).
 * @typedef {{ document: string, kind: 'GAIN' | 'LOSS' | 'DIFFERENCE', group: string, fact: string, how: string }} Change
 *
 * A letter as one version reads it; `facts` only when there is a truth for it.
 * @typedef {{ facts?: readonly Judged[], parsed?: Parsed | undefined, rejection?: string | undefined }} Reading
 */

/**
 * What head reads otherwise than base, letter by letter.
 * @param {ReadonlyMap<string, Reading>} base by document
 * @param {ReadonlyMap<string, Reading>} head the same documents
 * @returns {Change[]}
 */
export function compareVersions(base, head) {
  return [...head].flatMap(([document, now]) => {
    const before = base.get(document) ?? {};
    const judged = compareFacts(before.facts ?? [], now.facts ?? []);
    const explained = new Set(judged.map(({ group }) => group));
    const differing = compareOutput(before, now).filter(({ group }) => !explained.has(group));
    return [...judged, ...differing].map((change) => ({ document, ...change }));
  });
}

/**
 * Gains and losses of one letter.
 * @param {readonly Judged[]} base
 * @param {readonly Judged[]} head
 * @returns {Omit<Change, 'document'>[]}
 */
export function compareFacts(base, head) {
  const right = compareSets(ofVerdict(base, 'RIGHT'), ofVerdict(head, 'RIGHT'));
  const extra = compareSets(ofVerdict(base, 'EXTRA'), ofVerdict(head, 'EXTRA'));
  const paired = pairByGroup(extra.onlyBase, extra.onlyHead);
  return [
    ...right.onlyHead.map((fact) => change('GAIN', fact, 'now right')),
    ...right.onlyBase.map((fact) => change('LOSS', fact, 'no longer right')),
    ...paired.base.map((fact) => change('GAIN', fact, 'no longer found, was wrong')),
    ...paired.head.map((fact) => change('LOSS', fact, 'now found, is wrong')),
    ...paired.both.map((fact) => change('DIFFERENCE', fact, 'wrong in another way')),
  ];
}

/**
 * @param {Change['kind']} kind
 * @param {{ group: string, fact: string }} fact
 * @param {string} how
 */
function change(kind, { group, fact }, how) {
  return { kind, group, fact, how };
}

/**
 * @param {readonly Judged[]} facts
 * @param {Judged['verdict']} wanted
 */
function ofVerdict(facts, wanted) {
  return facts.filter(({ verdict }) => verdict === wanted);
}

/**
 * @template {{ group: string, fact: string }} T
 * @param {readonly T[]} base
 * @param {readonly T[]} head
 */
function compareSets(base, head) {
  const key = (/** @type {T} */ { group, fact }) => `${group}\t${fact}`;
  const [inBase, inHead] = [new Set(base.map(key)), new Set(head.map(key))];
  return {
    onlyBase: base.filter((fact) => !inHead.has(key(fact))),
    onlyHead: head.filter((fact) => !inBase.has(key(fact))),
  };
}

/**
 * A wrong fact that took the place of another wrong one in its group is neither a gain nor a loss.
 * @param {readonly Judged[]} onlyBase
 * @param {readonly Judged[]} onlyHead
 */
function pairByGroup(onlyBase, onlyHead) {
  const base = [...onlyBase];
  /** @type {Judged[]} */
  const both = [];
  const head = onlyHead.filter((fact) => {
    const place = base.findIndex(({ group }) => group === fact.group);
    if (place < 0) return true;
    base.splice(place, 1);
    both.push(fact);
    return false;
  });
  return { base, head, both };
}

/**
 * @param {Reading} base
 * @param {Reading} head
 * @returns {Omit<Change, 'document'>[]}
 */
function compareOutput(base, head) {
  // Of a letter that one version does not read there is nothing to compare but that.
  const comparable = (/** @type {{ group: string }} */ { group }) =>
    (base.parsed && head.parsed) || group === 'template';
  const { onlyBase, onlyHead } = compareSets(
    output(base).filter(comparable),
    output(head).filter(comparable),
  );
  return [
    ...onlyBase.map((fact) => change('DIFFERENCE', fact, 'only in base')),
    ...onlyHead.map((fact) => change('DIFFERENCE', fact, 'only in head')),
  ];
}

/** @param {Reading} reading */
function output({ parsed, rejection }) {
  return outputFacts(parsed, rejection);
}
