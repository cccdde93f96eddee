import { layOut, planLayout } from './layout.js';
import type { Era } from './letter.js';
import { planSlips } from './noise.js';
import { planLetter } from './plan.js';
import { Random, weigh } from './random.js';
import { truthOf, type Expected } from './truth.js';
import { writeDecisions, writePilot, writeProfessionalReview } from './eras/2013.js';
import { write2014 } from './eras/2014.js';
import { write2016 } from './eras/2016.js';
import type { Writer } from './eras/writer.js';

export interface Recipe {
  /** Any integer; the same seed gives the same letters on every machine. */
  readonly seed: number;
  /** Only letters of this era; otherwise as many of each as were published, more or less. */
  readonly era?: Era;
  /** How much layout noise and how many typing errors: 0 none, 1 as in published letters. */
  readonly noise: number;
}

/** A letter that nobody wrote, and what is in it. */
export interface Generated {
  /** File name without its ending, in the order of the numbers. */
  readonly name: string;
  readonly text: string;
  readonly expected: Expected;
}

const WRITERS: Readonly<Record<Era, Writer>> = {
  e1: writeProfessionalReview,
  e2: writePilot,
  e3: writeDecisions,
  e4: write2014,
  e5: write2016,
  e6: write2016,
};

const eras = weigh<Era>([
  ['e1', 1],
  ['e2', 3],
  ['e3', 6],
  ['e4', 28],
  ['e5', 34],
  ['e6', 28],
]);

/** The independent streams of one letter: the noise changes nothing of its facts. */
const FACTS = 1;
const WORDS = 2;
const NOISE = 3;

/** The letter of this number, from 1; it depends on the recipe and its number alone. */
export function generateLetter(number: number, { seed, era, noise }: Recipe): Generated {
  const facts = new Random(seed, number, FACTS);
  const drawn = facts.weighted(eras);
  const letter = planLetter(facts, era ?? drawn, number);
  const disturbed = new Random(seed, number, NOISE);
  const blocks = WRITERS[letter.era](letter, new Random(seed, number, WORDS), planSlips(disturbed, noise));
  return {
    name: `${letter.era}-${String(number).padStart(7, '0')}`,
    text: layOut(blocks, planLayout(disturbed, noise, letter.era < 'e5')),
    // Only who checks a reading asks for it.
    get expected() {
      return truthOf(letter);
    },
  };
}
