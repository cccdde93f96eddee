import specialtiesData from './data/specialties.json' with { type: 'json' };
import statesData from './data/states.json' with { type: 'json' };
import type { Quote } from '../parse/letter.js';
import { splitQuote } from '../parse/quote.js';
import type { Warn } from './citation.js';
import { fold, nearest } from './names.js';

const specialtyIndex = new Map(
  specialtiesData.specialties.flatMap(({ name, aliases }) =>
    [name, ...aliases].map((s) => [fold(s), name] as const),
  ),
);
const specialtyNames = specialtiesData.specialties.map(({ name }) => name);
const stateIndex = new Map(
  statesData.states.flatMap(({ code, name, aliases }) =>
    [code, name, ...aliases].map((s) => [fold(s), code] as const),
  ),
);
const stateNames = statesData.states.map(({ name }) => name);

/** Words of more than this many characters name no specialty, nor two. */
const LONGEST_SPECIALTY = 1000;

/** "Pulmonary Disease and Critical Care Medicine", "Anesthesiology/Pain Medicine": two, where each alone is known. */
export function eachSpecialty(written: Quote): readonly Quote[] {
  if (written.value.length > LONGEST_SPECIALTY || knownSpecialty(written) !== undefined) return [written];
  const parts = splitQuote(written, / and |\//g);
  return parts.every(knownSpecialty) ? parts : [written];
}

/** The specialty's one name, also when mistyped; an unknown one is kept as written, with a warning. */
export function canonicalSpecialty(written: Quote, warn: Warn): string {
  const name = knownSpecialty(written);
  if (name === undefined) {
    warn({
      code: 'UNKNOWN_SPECIALTY',
      message: `"${written.value}" is no known specialty.`,
      span: written.span,
    });
  }
  return name ?? written.value;
}

function knownSpecialty({ value }: Quote): string | undefined {
  if (value.length > LONGEST_SPECIALTY) return undefined;
  return specialtyIndex.get(fold(value)) ?? nearest(value, specialtyNames);
}

/** The state's USPS code; an unknown one is kept as written, with a warning. */
export function stateCode(written: Quote, warn: Warn): string {
  const code =
    stateIndex.get(fold(written.value)) ?? stateIndex.get(fold(nearest(written.value, stateNames) ?? ''));
  if (code === undefined) {
    warn({ code: 'UNKNOWN_STATE', message: `"${written.value}" is no known state.`, span: written.span });
  }
  return code ?? written.value;
}
