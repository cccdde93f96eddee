import type { Block } from '../layout.js';
import type { Citation, Grounds, Item, Letter, Party } from '../letter.js';
import { joinOutside } from '../odg.js';
import type { Slips } from '../noise.js';
import type { Random } from '../random.js';
import { text, tight, title } from './writer.js';

/** The parts that the letters since 2014 share. */

export const HOW = 'HOW THE IMR FINAL DETERMINATION WAS MADE';
export const SUMMARY = 'CLINICAL CASE SUMMARY';
const ISSUES = 'IMR ISSUES, DECISIONS AND RATIONALES';

export const SELECTION =
  'MAXIMUS Federal Services sent the complete case file to an expert reviewer. He/she has no affiliation with the ' +
  'employer, employee, providers or the claims administrator. He/she has been in active clinical practice for more ' +
  'than five years and is currently working at least 24 hours a week in active practice. The expert reviewer was ' +
  'selected based on his/her clinical experience, education, background, and expertise in the same or similar ' +
  'specialties that evaluate and/or treat the medical condition and disputed items/Service. He/she is familiar with ' +
  'governing laws and regulations, including the strength of evidence hierarchy that applies to Independent Medical ' +
  'Review determinations.';
export const SUMMARY_LEAD =
  'The expert reviewer developed the following clinical case summary based on a review of the case file, including ' +
  'all medical records:';
export const ISSUES_LEAD =
  'The Final Determination was based on decisions for the disputed items/services set forth below:';

const PARTIES: Readonly<Record<Party, string>> = {
  CLAIMS_ADMINISTRATOR: 'The Claims Administrator',
  EXPERT_REVIEWER: 'The Expert Reviewer',
};

/** Reviewer, summary and items. @param mtusLine how the era writes what a party cites of the MTUS, or that it does not */
export function body(
  letter: Letter,
  random: Random,
  slips: Slips,
  style: { readonly prose: boolean; readonly mtusLine: (grounds: Grounds, party: string) => string },
): Block[] {
  const line = (item: Item, party: Party) =>
    guidelineLine(random, slips, item.grounds[party], party, style.mtusLine);
  return [
    title(HOW),
    text(SELECTION),
    ...(style.prose ? [text(credentialsInProse(letter, random))] : credentials(letter, slips)),
    title(SUMMARY),
    text(SUMMARY_LEAD),
    text(slips.extracted(letter.summary.text)),
    title(ISSUES),
    text(ISSUES_LEAD),
    ...letter.items.flatMap((item) => [
      text(heading(random, item)),
      text(`Claims Administrator guideline: ${line(item, 'CLAIMS_ADMINISTRATOR')}`),
      text(`MAXIMUS guideline: ${line(item, 'EXPERT_REVIEWER')}`),
      text(`Decision rationale: ${slips.extracted(item.rationale.text)}`),
    ]),
  ];
}

function credentials({ reviewer }: Letter, slips: Slips): Block[] {
  const comma = slips.comma();
  return [
    tight('The Expert Reviewer has the following credentials:'),
    tight(`State(s) of Licensure: ${reviewer.states.join(comma)}`),
    text(`Certification(s)/Specialty: ${reviewer.specialties.map(slips.typed).join(', ')}`),
  ];
}

/** "The expert reviewer is Board Certified in Neurology, and is licensed to practice in Texas and Ohio." */
export function credentialsInProse(
  { reviewer }: Letter,
  random: Random,
  who = 'The expert reviewer',
): string {
  const comma = random.chance(0.5) ? ',' : '';
  const boards = reviewer.specialties.join(', has a subspecialty in ');
  return `${who} is Board Certified in ${boards}${comma} and is licensed to practice in ${enumerated(reviewer.states)}.`;
}

function enumerated(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

function heading(random: Random, { label, decision, modification }: Item): string {
  const printed = `: ${decision === 'UPHELD' ? 'Upheld' : 'Overturned'}`;
  if (modification === null) return label + printed;
  const { originalRequest, authorized, disputed } = modification;
  const is = random.chance(0.92) ? ' is' : '';
  const original = `${originalRequest} was the original request.`;
  return disputed === 'REMAINDER'
    ? `${original} ${authorized} was authorized by the Claims Administrator. The remaining IMR eligible portion of ` +
        `the original request, ${label}${is}${printed}`
    : `${original} The Claims Administrator authorized ${authorized}, leaving the original request IMR eligible. The ` +
        `original request, ${label}${is}${printed}`;
}

function guidelineLine(
  random: Random,
  slips: Slips,
  grounds: Grounds,
  party: Party,
  mtusLine: (grounds: Grounds, party: string) => string,
): string {
  const who = PARTIES[party];
  if (grounds.basis === 'NONE') return `${who} did not cite any medical evidence for its decision.`;
  const lead = mtusLine(grounds, who);
  if (grounds.outside.length === 0) return lead;
  const citation = random.chance(0.99) ? 'Citation ' : '';
  const sources = joinOutside(random, grounds.outside);
  return slips.extracted(`${lead} Decision based on Non-MTUS ${citation}${sources}.`);
}

/** The citations of the MTUS as 2016 writes them. @param typed gives a section as it was typed */
export function joinMtus(citations: readonly Citation[], typed: (section: string) => string): string {
  return citations
    .map(({ written }) => {
      const [name = '', sections] = written.split(', Section(s): ');
      return sections === undefined ? name : `${name}, Section(s): ${typed(sections)}`;
    })
    .join(', and ');
}
