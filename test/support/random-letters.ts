import type { Random } from '../../src/generate/random.js';
import type { CriterionKind } from '../../src/normalise/criteria/kinds.js';
import type { Determination, Finding } from '../../src/normalise/determination.js';
import { applies, cites, determination, finding, quotes } from './determinations.js';

const some = <Value>(random: Random, most: number, make: () => Value): Value[] =>
  Array.from({ length: random.below(most + 1) }, make);

const PLACES = [
  cites('MTUS', 'Knee Complaints', { topics: ['Special Studies'] }),
  cites('MTUS', 'Knee Complaints', { topics: ['Special Studies', 'Summary'] }),
  cites('ODG', 'Knee & Leg'),
  cites('ODG', 'Shoulder', { topics: ['Physical therapy'] }),
  cites('Journal of Invented Medicine', null, { resolution: 'NO_MATCH' }),
];
const KINDS: readonly CriterionKind[] = ['RED_FLAG', 'NEUROLOGIC_DEFICIT', 'DOCUMENTATION'];
/** So unlike that none is taken for another, whichever was there first. */
const QUOTED = ['Acute trauma to the knee', 'Suspected tumor or infection', 'Numbness along a dermatome'];

/** A letter at random that shares its items, reviewer and guidelines with few or many others. */
export function randomLetter(random: Random, caseNumber: string, serial: number): Determination {
  const findings = [1, ...some(random, 2, () => 1)].map((_, i) => randomFinding(random, i));
  const letter = determination(caseNumber, {
    findings,
    reviewer: { specialties: [random.pick(['Pain Management', 'Neurology', 'Psychiatry'])] },
  });
  // No two versions of a letter say the same, so that the graph tells which one it holds; the text is long enough for all spans.
  const text = `${letter.text} Version ${serial}. ${'Nothing more is said. '.repeat(10)}`;
  return { ...letter, clinicalSummary: `Version ${serial} of the letter.`, text };
}

function randomFinding(random: Random, ordinal: number): Finding {
  const reliesOn = random.chance(0.3) ? null : random.pick(PLACES);
  const kinds = new Set(some(random, 2, () => random.pick(KINDS)));
  const texts = new Set(some(random, 2, () => random.pick(QUOTED)));
  return finding({
    label: `Item ${ordinal}`,
    decision: random.pick(['UPHELD', 'OVERTURNED']),
    service: { bodyRegions: [random.pick(['Knee', 'Shoulder', 'Neck', 'Hip'])] },
    citations: some(random, 4, () => random.pick(PLACES)),
    appliedCriteria: [...kinds].map((kind) => applies(kind, { reliesOn })),
    criteria: [...texts].map((text) => quotes(text, { reliesOn, kind: random.pick([null, 'RED_FLAG']) })),
  });
}
