/** What people call the names of the schema. */

const WORDS: Readonly<Record<string, string>> = {
  UPHELD: 'Upheld',
  OVERTURNED: 'Overturned',
  UPHOLD: 'All upheld',
  OVERTURN: 'All overturned',
  PARTIAL_OVERTURN: 'Partly overturned',
  MET: 'Met',
  NOT_MET: 'Not met',
  CLAIMS_ADMINISTRATOR: 'Claims administrator',
  EXPERT_REVIEWER: 'Expert reviewer',
  RATIONALE: 'Rationale',
  MTUS: 'MTUS',
  OUTSIDE_MTUS: 'Outside of the MTUS',
  NONE: 'None',
  NO_MATCH: 'Not in the catalogue',
};

/** `NOT_MET` → `Not met`; of a name that has no words of its own, its own letters: `RED_FLAG` → `Red flag`. */
export function words(name: string): string {
  return WORDS[name] ?? sentence(name.replaceAll('_', ' ').toLowerCase());
}

/** `decisionDate` → `Decision date`, `specialties.0` → `Specialties`, `bases.EXPERT_REVIEWER` → `Bases: Expert reviewer`. */
export function fieldWords(field: string): string {
  const [name = '', ...parts] = field.replace(/\.\d+$/, '').split('.');
  const own = sentence(name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
  return [own, ...parts.map(words)].join(': ');
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
