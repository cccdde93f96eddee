import type { Determination, Finding } from '../../src/normalise/determination.js';
import { applies, cites, determination, finding } from './determinations.js';

/** What the seed's reviewer cites, and something else of the same chapter. */
export const KNEE_MRI = cites('ODG', 'Knee & Leg', { topics: ['Magnetic resonance imaging (MRI)'] });
const KNEE_BRACE = cites('ODG', 'Knee & Leg', { topics: ['Knee brace'] });
const HUB = cites('MTUS', 'Chronic Pain Medical Treatment');

export const MENISCUS =
  'The McMurray test was negative and the quadriceps were strong; bracing and taping of the patella were never tried.';

/** An item that has nothing to do with the seed's. */
const elsewhere = {
  modality: 'Massage',
  bodyRegions: ['Head'],
  category: 'Rehabilitation > Other Therapies',
};
const unlike = {
  service: elsewhere,
  label: 'Massage',
  rationale: 'Sleeplessness alone does not warrant it.',
};
const stock = 'Surgery being denied, so is whatever accompanies surgery.';

const letters: [number: number, ...findings: Finding[]][] = [
  [
    1,
    finding({
      rationale: MENISCUS,
      citations: [KNEE_MRI, HUB, { ...cites('ACOEM'), silent: true }],
      appliedCriteria: [applies('CONSERVATIVE_CARE_FAILED'), applies('RED_FLAG', { confidence: 0.3 })],
    }),
    finding({ rationale: `${MENISCUS} It is of the same letter.`, citations: [KNEE_MRI] }),
  ],
  [2, finding({ rationale: 'Sleeplessness alone does not warrant an image.' })],
  [3, finding({ ...unlike, citations: [KNEE_MRI] })],
  [
    4,
    finding({
      ...unlike,
      rationale: 'Headaches persist without taping.',
      appliedCriteria: [applies('CONSERVATIVE_CARE_FAILED')],
    }),
  ],
  [5, finding({ ...unlike, rationale: `${MENISCUS} Nor was massage.` })],
  [
    6,
    finding({
      rationale: `${MENISCUS} So an image is premature.`,
      citations: [KNEE_MRI, HUB],
      appliedCriteria: [applies('CONSERVATIVE_CARE_FAILED')],
    }),
  ],
  [
    7,
    finding({
      decision: 'OVERTURNED',
      rationale: 'Three months of therapy failed, and it locks.',
      citations: [{ ...KNEE_BRACE, role: 'CLAIMS_ADMINISTRATOR' }],
      appliedCriteria: [applies('CONSERVATIVE_CARE_FAILED', { status: 'MET' })],
    }),
  ],
  [8, finding({ ...unlike, decision: 'OVERTURNED', rationale: 'Hub alone.', citations: [HUB] })],
  ...[9, 10, 11].map((number): [number, Finding] => [number, finding({ rationale: stock })]),
  [12, finding({ rationale: stock, decision: 'OVERTURNED' })],
  ...[13, 14, 15, 16, 17, 18].map((number): [number, Finding] => [
    number,
    finding({ ...unlike, rationale: `Filler of letter ${number}.`, citations: [HUB] }),
  ]),
];

/** The id of the only or first finding of one of the letters. */
export const idOf = (number: number): string => `CM16-30000${String(number).padStart(2, '0')}#1`;

/**
 * Letters around the finding of letter 1, an MRI of the knee: 2 has its item alone, 3 its guideline, 4 its criterion and one word, 5 its words,
 * 6 all of these; 7 says the opposite of the criterion, and was overturned; 8 and 13 to 18 share a guideline that most cite; 9 to 11
 * are in the same words, and 12 too, but overturned.
 */
export const SIMILAR_CORPUS: readonly Determination[] = letters.map(([number, ...findings]) =>
  determination(idOf(number).slice(0, -2), { findings }),
);
