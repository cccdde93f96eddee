import { DATE, isoDate } from './dates.js';
import type { LetterDates, Quote, Reading } from './letter.js';
import { groupOf } from './quote.js';

/** "to his right knee", "at work"; words that tell of something else end it: the date of a visit is not the injury's. */
const WHERE_INJURED = String.raw`(?: (?:to|at|of|his|her|their) (?:(?!was|were|and then|seen|when|while)[a-z,/-]{1,20} ){1,12}?| )`;
const UR = String.raw`(?:utilization review|UR)\b`;

/** The date in each pattern is the group `date`; the first pattern that finds a day of the calendar wins. */
const WORDINGS = {
  dateOfInjury: [
    // "date of injury: 10/13/2016", "date of injury (DOI) is 3/1/05"
    String.raw`\b(?:date of injury|DOI)(?: \(DOI\))?:?(?: (?:of|on|is|was))? (?<date>${DATE})`,
    // "an industrial injury on 10-13-16", "injury date of 03/31/08", "occupational claim from 10/23/2016"; not the
    // date of a "report of injury"
    String.raw`(?<!\breport of (?:\w{1,20} ){0,2})\b(?:injury|injuries|claim) (?:dated? )?(?:(?:of|on|from|is|was|(?:that )?occurred on) )?(?<date>${DATE})`,
    // "an injury to the low back on 10/13/2016", "was injured at work on 10/13/2016"
    String.raw`\b(?:injury|injuries|injured(?! worker| employee))${WHERE_INJURED}on (?<date>${DATE})`,
    // "with a 10/13/2016 date of injury"
    String.raw`\b(?<date>${DATE}) (?:date of|(?:industrial|work|occupational)(?:[ -]related)?) injury\b`,
  ],
  utilizationReviewDate: [
    // "the utilization review determination being challenged is dated 11/26/14", "Utilization Review (UR) (12-2-2016)"
    String.raw`\b(?<!\bby )${UR}(?: (?:\(UR\)|report|determination|documentation|letter|form|decision|denial|date|being|challenged|rendered|issued|is|was))*,? (?:(?:dated|on|of) )?\(?(?<date>${DATE})`,
    // "were denied by utilization review on January 23, 2017"
    String.raw`\bby (?:the )?${UR} on (?<date>${DATE})`,
    // "On 11-22-2016, Utilization Review non-certified", "the 11/3/16 utilization review decision"
    String.raw`\b(?<date>${DATE}),? (?:the )?${UR}`,
  ],
} as const;

/** The dates that the clinical summary tells in its sentences; no date is concluded from another. */
export function readProseDates(summary: Quote): Pick<LetterDates, keyof typeof WORDINGS> {
  const dateOfInjury = firstDate(summary, WORDINGS.dateOfInjury);
  const utilizationReviewDate = firstDate(summary, WORDINGS.utilizationReviewDate);
  return { ...(dateOfInjury && { dateOfInjury }), ...(utilizationReviewDate && { utilizationReviewDate }) };
}

function firstDate(summary: Quote, wordings: readonly string[]): Reading<string> | undefined {
  for (const wording of wordings) {
    const match = new RegExp(wording, 'di').exec(summary.value);
    const words = match && groupOf(summary, match, 'date');
    const value = words && isoDate(words.value);
    if (value) return { value, span: words.span };
  }
  return undefined;
}
