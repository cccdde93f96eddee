import { paddedDate } from '../calendar.js';
import type { Grounds, Letter } from '../letter.js';
import type { Block } from '../layout.js';
import { body, joinMtus } from './body.js';
import type { Writer } from './writer.js';

/** Letters since 2016: a table of case number and dates above the body; the MTUS by title, year and section. */
export const write2016: Writer = (letter, random, slips) => {
  // What a mistyped section of the newer guidelines should be, nobody could tell: they were not seen.
  const typed = letter.era === 'e5' ? slips.typed : (section: string) => section;
  const mtusLine = ({ basis, mtus }: Grounds, party: string) =>
    basis === 'MTUS'
      ? `Decision based on MTUS ${joinMtus(mtus, typed)}.`
      : `${party} based their decision on recommendation(s) outside of the MTUS Guidelines.`;
  return [header(letter), ...body(letter, random, slips, { prose: false, mtusLine })];
};

function header({ caseNumber, dates, priority }: Letter): Block {
  return {
    kind: 'table',
    rows: [
      [['Case Number:', caseNumber]],
      [
        ['Date Assigned:', paddedDate(dates.assigned)],
        ['Date of Injury:', paddedDate(dates.injury)],
      ],
      [
        ['Decision Date:', paddedDate(dates.decided)],
        ['UR Denial Date:', paddedDate(dates.review)],
      ],
      [
        ['Priority:', priority],
        ['Application Received:', paddedDate(dates.received)],
      ],
    ],
  };
}
