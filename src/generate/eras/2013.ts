import { paddedDate, PROSE_DATES, shortDate } from '../calendar.js';
import { people } from '../data.js';
import type { Decision, Grounds, Item, Letter } from '../letter.js';
import type { Block } from '../layout.js';
import { joinOutside } from '../odg.js';
import type { Random } from '../random.js';
import { credentialsInProse, HOW, ISSUES_LEAD, SELECTION, SUMMARY, SUMMARY_LEAD } from './body.js';
import { text, tight, title, type Writer } from './writer.js';

const NAME = 'MAXIMUS FEDERAL SERVICES, INC.';
const NECESSARY: Readonly<Record<Decision, string>> = {
  UPHELD: 'not medically necessary and appropriate',
  OVERTURNED: 'medically necessary and appropriate',
};

/** What a party cites, as one phrase; `null` where it cites nothing. */
function sources(random: Random, { basis, mtus, outside }: Grounds): string | null {
  if (basis === 'NONE') return null;
  const ofMtus = mtus.map(({ written }) => `the ${written}`);
  const article = ['ODG', 'ACOEM'].includes(outside[0]?.source ?? '') ? 'the ' : '';
  const others = outside.length > 0 ? [article + joinOutside(random, outside)] : [];
  return [...ofMtus, ...others].join(', and ');
}

function sentence(random: Random, grounds: Grounds, party: string, verb: string): string {
  const cited = sources(random, grounds);
  return cited === null
    ? `${party} did not cite any medical evidence for its decision.`
    : `${party} ${verb} ${cited}.`;
}

function records(random: Random): Block[] {
  const named = random.sample(people.records, random.between(3, 6)).map((record) => `  ${record}`);
  return named.map((record, i) => (i < named.length - 1 ? tight(record) : text(record)));
}

/** Early 2013: a professional review of one request. */
export const writeProfessionalReview: Writer = (letter, random) => {
  const [item] = letter.items;
  if (!item) return [];
  const negation = item.decision === 'UPHELD' ? 'NOT ' : '';
  return [
    title('MEDICAL PROFESSIONAL REVIEW'),
    text(letter.caseNumber),
    tight('ISSUE AT DISPUTE:'),
    text(item.label),
    tight('CASE SUMMARY:'),
    text(letter.summary.text),
    tight('DOCUMENTS REVIEWED FOR DETERMINATION:'),
    ...records(random),
    tight('MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL REVIEWER AND WHY:'),
    text(sentence(random, item.grounds.EXPERT_REVIEWER, 'The Professional Reviewer', 'relied on')),
    tight(`RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS ${negation}MEDICALLY NECESSARY:`),
    text(item.rationale.text),
    tight('MEDICAL REVIEWER QUALIFICATIONS:'),
    text(credentialsInProse(letter, random, 'The reviewer')),
  ];
};

/** The pilot of 2013: each decision is given twice, and the dates are in sentences. */
export const writePilot: Writer = (letter, random) => {
  const { dates, items } = letter;
  const decisions = items.map((item, i) =>
    text(
      `${i + 1}) MAXIMUS Federal Services, Inc. has determined the request for ${item.label} is ` +
        `${NECESSARY[item.decision]}.`,
    ),
  );
  return [
    title(NAME),
    title('Notice of Independent Medical Review Determination'),
    text(`Dated: ${shortDate(dates.decided)}`),
    pilotHeader(letter),
    ...decisions,
    title('INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE'),
    text(
      `An application for Independent Medical Review was filed on ${shortDate(dates.received)} disputing the ` +
        `Utilization Review Denial dated ${shortDate(dates.review)}. A Notice of Assignment and Request for ` +
        `Information was provided to the above parties on ${shortDate(dates.assigned)}. A decision has been made ` +
        'for each of the treatments and/or services that were in dispute:',
    ),
    ...decisions,
    tight('Medical Qualifications of the Expert Reviewer:'),
    text(credentialsInProse(letter, random, 'The physician who made the decision')),
    tight('Case Summary:'),
    text(
      `Disclaimer: The following case summary was taken from the utilization review denial dated ` +
        `${random.pick(PROSE_DATES)(dates.review)}. ${letter.summary.text}`,
    ),
    tight('Documents Reviewed for Determination:'),
    ...records(random),
    ...items.flatMap((item, i) => pilotItem(random, item, i + 1)),
  ];
};

function pilotHeader({ caseNumber, dates }: Letter): Block {
  return {
    kind: 'table',
    rows: [
      [['Date of UR Decision:', shortDate(dates.review)]],
      [['Date of Injury:', shortDate(dates.injury)]],
      [['IMR Application Received:', shortDate(dates.received)]],
      [['MAXIMUS Case Number:', caseNumber]],
    ].map((row) => row.map(([label = '', value = '']) => [label, value] as const)),
  };
}

function pilotItem(random: Random, { label, decision, grounds, rationale }: Item, number: number): Block[] {
  const ofAdministrator = sentence(
    random,
    grounds.CLAIMS_ADMINISTRATOR,
    'The Claims Administrator',
    'based its decision on',
  );
  const ofReviewer = sentence(
    random,
    grounds.EXPERT_REVIEWER,
    'The Expert Reviewer',
    'based his/her decision on',
  );
  return [
    text(`${number}) Regarding the request for ${label}:`),
    tight(
      'Section of the Medical Treatment Utilization Schedule Relied Upon by the Expert Reviewer to Make His/Her ' +
        'Decision:',
    ),
    text(`${ofAdministrator} ${ofReviewer}`),
    tight('Rationale for the Decision:'),
    text(`${rationale.text} The request for ${label} is ${NECESSARY[decision]}.`),
  ];
}

/** Late 2013 and 2014: numbered items, each decided by a sentence. */
export const writeDecisions: Writer = (letter, random) => [
  title(NAME),
  title('Independent Medical Review'),
  decisionsHeader(letter),
  title(HOW),
  text(`${SELECTION} ${credentialsInProse(letter, random, 'The physician reviewer')}`),
  title('DOCUMENTS REVIEWED'),
  tight('The following relevant documents received from the interested parties were reviewed:'),
  ...records(random),
  title(SUMMARY),
  text(SUMMARY_LEAD),
  text(letter.summary.text),
  title('IMR DECISION(S) AND RATIONALE(S)'),
  text(ISSUES_LEAD),
  ...letter.items.flatMap(({ label, decision, grounds, rationale }, i) => [
    text(`${i + 1}. ${label} is ${NECESSARY[decision]}.`),
    text(sentence(random, grounds.CLAIMS_ADMINISTRATOR, 'The Claims Administrator', 'based its decision on')),
    text(sentence(random, grounds.EXPERT_REVIEWER, 'The Physician Reviewer', 'based his/her decision on')),
    text(`The Physician Reviewer's decision rationale: ${rationale.text}`),
  ]),
];

function decisionsHeader({ caseNumber, dates }: Letter): Block {
  return {
    kind: 'table',
    rows: [
      [
        ['Case Number:', caseNumber],
        ['Date of Injury:', paddedDate(dates.injury)],
      ],
      [
        ['Application Received:', paddedDate(dates.received)],
        ['UR Denial Date:', paddedDate(dates.review)],
      ],
      [
        ['Date Assigned:', paddedDate(dates.assigned)],
        ['Decision Date:', paddedDate(dates.decided)],
      ],
    ],
  };
}
