import type { Finder, Found, RedactionKind } from './found.js';
import { GAP, S, WRAP } from './gaps.js';

/** Between a label and its number, which may stand in cells of a table. */
const SPACE = `(?:${S}{0,12}|${WRAP})`;
/** "No.", "#:", "Number is", or nothing. */
const NUMBER_SIGN = String.raw`(?:${SPACE}(?:no|nos|num|number|numbers|id|#)\b\.?|${S}{0,2}#)?${SPACE}(?:[:#]|is\b|of\b)?${SPACE}`;
/** Groups that each have a digit: "0512-WC-14-0001234", "301 234 567"; a date is none. */
const GROUP = String.raw`(?!\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b|CM ?\d\d|IMR)(?=[\p{L}\d/-]{0,12}\d)[\p{L}\d][\p{L}\d/-]{0,30}`;
const GROUPS = String.raw`${GROUP}(?:[^\S\n\f](?=\d)${GROUP}){0,4}`;

/** The offices of the appeals board, which numbers had in front before 2008. */
const OFFICES =
  'AHM|ANA|BAK|EUR|FRE|GOL|GRO|LAO|LBO|MDR|MON|OAK|OXN|POM|RDG|RIV|SAC|SAL|SBA|SBR|SDO|SFO|SJO|SRO|STK|STO|VEN|VNO|WCK';

/** Each finds the group `found`, or all that it matches. Every repetition is bounded. */
const PATTERNS: readonly (readonly [RedactionKind, RegExp])[] = [
  ['EMAIL', /(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/g],
  [
    'SOCIAL_SECURITY_NUMBER',
    new RegExp(
      String.raw`\b(?:SSN|SS[ ]?#|S\.S\.N?\.?|social security)${NUMBER_SIGN}(?<found>[\dXx*]{3}[- ]?[\dXx*]{2}[- ]?\d{4}|\d{4}\b)`,
      'dgi',
    ),
  ],
  ['SOCIAL_SECURITY_NUMBER', /(?<![\w-])(?:\d{3}|[Xx*]{3})-(?:\d{2}|[Xx*]{2})-\d{4}(?![\w-])/g],
  ['WCAB_NUMBER', /(?<![\w-])ADJ[ -]?\d{5,10}(?!\w)/gi],
  ['WCAB_NUMBER', new RegExp(String.raw`(?<![\w-])(?:${OFFICES})[ -]?0?\d{6,7}(?!\w)`, 'g')],
  [
    'WCAB_NUMBER',
    new RegExp(
      String.raw`\b(?:WCAB|EAMS|W\.C\.A\.B\.)(?:${GAP}case)?${NUMBER_SIGN}(?<found>${GROUPS})`,
      'dgiu',
    ),
  ],
  [
    'CLAIM_NUMBER',
    new RegExp(
      String.raw`\b(?:claims?|claim file|policy|medical record|patient account|member|chart|our file|your file|file)(?:${GAP})?(?:no\b\.?|nos\b\.?|num\b\.?|numbers?\b|id\b|#)${SPACE}(?:[:#]|is\b)?${SPACE}(?<found>${GROUPS})`,
      'dgiu',
    ),
  ],
  ['CLAIM_NUMBER', new RegExp(String.raw`\b(?:MRN|claim)\b${S}{0,2}[:#]${SPACE}(?<found>${GROUPS})`, 'dgiu')],
  [
    'PHONE',
    /(?<![\w.-])(?:\+?1[-. ]{1,2})?(?:\(\d{3}\)[-.\s]{0,2}|\d{3}[-.])\d{3}[-. ]\d{4}(?:,?[^\S\n\f]{0,2}(?:x|ext\.?|extension)[^\S\n\f]{0,2}\d{1,6})?(?![\w-])/gi,
  ],
  [
    'PHONE',
    new RegExp(
      String.raw`\b(?:tel|telephone|phone|cell|mobile|fax|facsimile|pager|call(?:ed)?(?: at)?)${NUMBER_SIGN}(?<found>(?:\+?1[-. ]?)?\d{3}[-. ]?\d{3}[-. ]?\d{4})(?![\w-])`,
      'dgi',
    ),
  ],
];

/** Numbers and addresses that are told by their own form, or by the words before them. */
export const findNumbers: Finder = function* (text): Generator<Found> {
  for (const [kind, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = match.indices?.groups?.['found'] ?? [match.index, match.index + match[0].length];
      yield { kind, start, end };
    }
  }
};
