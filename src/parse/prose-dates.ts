import { DATE, datesIn, dayOf } from './dates.js';
import type { LetterDates, Quote, Reading, Warning } from './letter.js';

/** What the clinical summary tells of dates; a warning where it tells a time, but no day. */
export interface ProseDates {
  readonly dates: Pick<LetterDates, 'dateOfInjury' | 'utilizationReviewDate'>;
  readonly warnings: readonly Warning[];
}

type Field = keyof ProseDates['dates'];

/** How many characters of its sentence before a date, and how many after it, tell what it is the date of. */
const BEFORE = 240;
const AFTER = 60;

const UR = String.raw`(?:utilization review|UR)\b`;

/** "to his right knee", "at work"; words that tell of something else end it: the date of a visit is not the injury's. */
const WHERE_INJURED = String.raw`(?: (?:to|at|of|in|his|her|their|while|when) (?:(?!was|were|and then|seen)[a-z,/-]{1,20} ){1,12}?|,? )`;

/** The words around a date that say what it is the date of: those that end before it, or those that begin after it. */
interface Wording {
  readonly before?: RegExp;
  readonly after?: RegExp;
}

/** Tried in turn: of the dates that a wording fits the first one counts, and of wordings the first that fits any. */
const WORDINGS: Readonly<Record<Field, readonly Wording[]>> = {
  dateOfInjury: [
    // "date of injury: 10/13/2016", "date of injury (DOI) is 3/1/05", "DOI 3/1/05"
    {
      before:
        /\b(?:date of (?:the )?(?:(?:industrial|work|occupational)[ -]?(?:related )?)?(?:injury|accident|loss)|DOI|D\/I)(?: \(DOI\))?:?(?: (?:of|on|is|was|listed as|reported as))? ?$/i,
    },
    // "an industrial injury on 10-13-16", "injury date of 03/31/08", "occupational claim from 10/23/2016", "injured on";
    // not the date of a "report of injury"
    {
      before:
        /(?<!\breport of (?:\w{1,20} ){0,2})\b(?:(?:injury|injuries|claim|accident) (?:dated? )?(?:(?:of|on|from|is|was|dating (?:back )?to|(?:that |which )?(?:occurred|happened) on) )?|injured (?:on )?)(?:or about )?$/i,
    },
    // "an injury to the low back on 10/13/2016", "was injured at work on 10/13/2016"
    {
      before: new RegExp(
        String.raw`\b(?:injury|injuries|injured(?! worker| employee)|hurt)${WHERE_INJURED}on (?:or about )?$`,
        'i',
      ),
    },
    // "cumulative trauma on 10/13/2016", "a trauma that occurred on 10/13/2016"
    { before: /\btrauma (?:injury |claim )?(?:of|on|dated|from|between|(?:that )?occurred on) $/i },
    // "with a 10/13/2016 date of injury", "10/13/2016 (DOI)"
    {
      after:
        /^ \(?(?:DOI|date of (?:injury|accident)|(?:industrial|work|occupational)(?:[ -]related)? (?:injury|accident))\b/i,
    },
    // "On 10/13/2016, the applicant was injured", "who on 10/13/2016 sustained a crush injury"
    {
      before: /(?:^|\bwho )on (?:or about )?$/i,
      after:
        /^,? (?:(?:the |this )?(?:injured worker|applicant|patient|claimant|employee|IW|he|she) )?(?:was injured|sustained (?:an|a|the) [a-z -]{0,20}injur)/i,
    },
  ],
  utilizationReviewDate: [
    // "the utilization review determination being challenged is dated 11/26/14", "Utilization Review (UR) (12-2-2016)"
    {
      before: new RegExp(
        String.raw`\b(?<!\bby )${UR}(?: (?:\(UR\)|report|determination|documentation|letter|form|decision|denial|date|being|challenged|rendered|issued|is|was))*[,:]? (?:(?:dated|on|of) )?\(?$`,
        'i',
      ),
    },
    // "were denied by utilization review on January 23, 2017"
    { before: new RegExp(String.raw`\bby (?:the )?${UR} on $`, 'i') },
    // "Utilization review denied the injection on 11-22-2016", not what "was requested on" a date
    {
      before: new RegExp(
        String.raw`\b${UR} (?:has |had )?(?:denied|non-?certified|modified|did not (?:certify|approve|authorize))(?: (?!requested|ordered|prescribed|performed|done|dated|seen|that|which|from)[\w/-]{1,20}){0,6} on $`,
        'i',
      ),
    },
    // "On 11-22-2016, Utilization Review non-certified", "the 11/3/16 utilization review decision"
    { after: new RegExp(`^,? (?:the )?${UR}`, 'i') },
  ],
};

/** One of these words stands in every wording. */
const KEYWORDS: Readonly<Record<Field, RegExp>> = {
  dateOfInjury: /injur|claim|accident|\bDOI\b|D\/I|loss|trauma|hurt/i,
  utilizationReviewDate: /utilization|\bUR\b/i,
};

/** "10/1/2010 to 3/4/2015", "10/1/2010 through the present": a cumulative injury has no day. */
const PERIOD = new RegExp(
  String.raw`^,? (?:to|through|thru|until|up to|-|–) (?:and including )?(?:${DATE}|(?:the )?present\b)`,
  'i',
);
const BETWEEN = /\bbetween $/i;

/** The dates that the clinical summary tells in its sentences; no date is concluded from another. */
export function readProseDates(summary: Quote): ProseDates {
  const places = datesIn(summary).map((words) => placeOf(summary, words));
  const dateOfInjury = firstOf(places, 'dateOfInjury', isDay);
  const utilizationReviewDate = firstOf(places, 'utilizationReviewDate', isDay);
  const period = dateOfInjury ? undefined : firstOf(places, 'dateOfInjury', isPeriod);
  return {
    dates: {
      ...(dateOfInjury && { dateOfInjury }),
      ...(utilizationReviewDate && { utilizationReviewDate }),
    },
    warnings: period ? [periodOfInjury(period)] : [],
  };
}

/** A date with the words around it. */
interface Place {
  readonly words: Quote;
  readonly before: string;
  readonly after: string;
}

function placeOf(summary: Quote, words: Quote): Place {
  const start = words.span[0] - summary.span[0];
  const end = words.span[1] - summary.span[0];
  const before = summary.value.slice(Math.max(0, start - BEFORE), start);
  return {
    words,
    before: before.slice(before.lastIndexOf('. ') + 1).trimStart(),
    after: summary.value.slice(end, end + AFTER),
  };
}

function isPeriod({ before, after }: Place): boolean {
  return PERIOD.test(after) || BETWEEN.test(before);
}

function isDay(place: Place): boolean {
  return !isPeriod(place);
}

/** The first day of the calendar that the first fitting wording tells. */
function firstOf(
  places: readonly Place[],
  field: Field,
  isMeant: (place: Place) => boolean,
): Reading<string> | undefined {
  const keyword = KEYWORDS[field];
  const candidates = places.filter(({ before, after }) => keyword.test(before) || keyword.test(after));
  for (const { before, after } of WORDINGS[field]) {
    for (const place of candidates) {
      if (!(before?.test(place.before) ?? true) || !(after?.test(place.after) ?? true)) continue;
      const day = isMeant(place) ? dayOf(place.words) : undefined;
      if (day) return day;
    }
  }
  return undefined;
}

function periodOfInjury({ value, span }: Reading<string>): Warning {
  const message = `The summary tells of a period of injury from ${value} on; none of its days is read as the date of injury.`;
  return { code: 'PERIOD_OF_INJURY', message, span };
}
