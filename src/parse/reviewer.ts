import type { Letter, Quote, Warning } from './letter.js';
import { groupOf, splitQuote } from './quote.js';
import { afterLabel } from './sections.js';
import type { Template } from './templates/template.js';

/** The reviewer's credentials, as written. */
export type Reviewer = Pick<Letter, 'specialties' | 'licensureStates' | 'warnings'>;

interface Credentials {
  readonly specialties?: Quote | undefined;
  readonly states?: Quote | undefined;
}

/** The sentence of letters without labels; a specialty may itself hold "and". */
const SENTENCE =
  /\breviewer is (?:board[- ]certified in|an?) (?<specialties>[^.]{1,200}?),? and is licensed to practice in (?<states>(?:D\.C\.|[^.]){1,200})\./di;
/** "Washington, D.C." is one place. */
const BETWEEN_STATES = /,? and |\/|(?<!Washington), ?|,(?! ?D\.? ?C\b) ?/;

/** Reads the credentials from their labels or, where there are none, from the sentence. */
export function readReviewer(paragraphs: readonly Quote[], labels: Template['credentials']): Reviewer {
  const { specialties, states } = { ...inSentence(paragraphs), ...belowLabels(paragraphs, labels) };
  return {
    specialties: specialties ? splitQuote(specialties, /,? has a sub-?specialty in |, ?/) : [],
    licensureStates: states ? splitQuote(states, BETWEEN_STATES) : [],
    warnings: [...missing('specialty', specialties), ...missing('state of licensure', states)],
  };
}

function belowLabels(paragraphs: readonly Quote[], labels: Template['credentials']): Credentials {
  const credentials: { -readonly [name in keyof Credentials]: Quote } = {};
  for (const paragraph of paragraphs) {
    const states = afterLabel(paragraph, labels.states);
    const specialties = afterLabel(paragraph, labels.specialties);
    if (states?.value) credentials.states ??= states;
    if (specialties?.value) credentials.specialties ??= specialties;
  }
  return credentials;
}

function inSentence(paragraphs: readonly Quote[]): Credentials {
  for (const paragraph of paragraphs) {
    const match = SENTENCE.exec(paragraph.value);
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
