import type { Letter, Quote, Warning } from './letter.js';
import type { Paragraph } from './paragraphs.js';
import { groupOf, splitQuote } from './quote.js';

/** The reviewer's credentials, as written. */
export type Reviewer = Pick<Letter, 'specialties' | 'licensureStates' | 'warnings'>;

interface Credentials {
  readonly specialties?: Quote | undefined;
  readonly states?: Quote | undefined;
}

/** The sentences of letters without labels; a specialty may itself hold "and". */
const SENTENCES = [
  /\b(?:is (?:board[- ]certified|licensed) in|(?:reviewer|physician|doctor) is an?(?: licensed)?) (?<specialties>[^.]{1,200}?),? and (?:is )?licensed to practice in (?<states>(?:D\.C\.|[^.]){1,200})\./di,
  /\b(?:reviewer|physician|doctor|decision) is licensed to practice in (?<states>(?:D\.C\.|[^.]){1,200}?),? and is board[- ]certified in (?<specialties>[^.]{1,200})\./di,
];
/** "Internal Medicine and is Board Certified in Rheumatology" names two. */
const BETWEEN_SPECIALTIES = /,? has a sub-?specialty in |,? and is board[- ]certified in |[,;] ?/gi;
/** "Washington, D.C." is one place. */
const BETWEEN_STATES = /,? and |\/|(?<!Washington), ?|,(?! ?D\.? ?C\b) ?/g;

/** Reads the credentials from their labels or, where there are none, from the sentence. */
export function readReviewer(paragraphs: readonly Paragraph[]): Reviewer {
  const labelled = belowLabels(paragraphs);
  const { specialties, states } =
    labelled.specialties && labelled.states ? labelled : { ...inSentence(paragraphs), ...labelled };
  return {
    specialties: specialties ? splitQuote(specialties, BETWEEN_SPECIALTIES) : [],
    licensureStates: states ? splitQuote(states, BETWEEN_STATES) : [],
    warnings: [...missing('specialty', specialties), ...missing('state of licensure', states)],
  };
}

function belowLabels(paragraphs: readonly Paragraph[]): Credentials {
  const credentials: { -readonly [name in keyof Credentials]: Quote } = {};
  for (const { mark, words } of paragraphs) {
    if (mark?.kind === 'credential' && words.value) credentials[mark.of] ??= words;
  }
  return credentials;
}

function inSentence(paragraphs: readonly Quote[]): Credentials {
  for (const paragraph of paragraphs) {
    const match = SENTENCES[0]?.exec(paragraph.value) ?? SENTENCES[1]?.exec(paragraph.value);
    if (!match) continue;
    return {
      specialties: groupOf(paragraph, match, 'specialties'),
      states: groupOf(paragraph, match, 'states'),
    };
  }
  return {};
}

function missing(what: string, words: Quote | undefined): Warning[] {
  return words
    ? []
    : [{ code: 'MISSING_FIELD', message: `The letter does not give the reviewer's ${what}.` }];
}
