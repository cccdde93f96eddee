import { editDistance } from '../common/edit-distance.js';
import type { Decision } from './letter.js';
import {
  headerLabels,
  ITEM_PARTS,
  type ItemPart,
  type SectionName,
  type Template,
} from './templates/template.js';

/** What set words of a template, found at the start of a line, mean. */
export type Mark =
  /** Stands alone and opens a section; a rationale's heading may tell the decision. */
  | { readonly kind: 'heading'; readonly section: SectionName; readonly decision?: Decision }
  /** A set sentence: stands alone, says nothing of its own. */
  | { readonly kind: 'lead' }
  /** A label of the header table. */
  | { readonly kind: 'cell'; readonly label: string }
  | { readonly kind: 'credential'; readonly of: 'states' | 'specialties' }
  /** A labelled part of an item. */
  | { readonly kind: 'part'; readonly part: ItemPart }
  /** The sentence that announces a decision, and the line that opens its reasons. */
  | { readonly kind: 'announcement' | 'regarding' }
  /** The heading of an item, which tells its decision; found by what it ends in, not by set words. */
  | { readonly kind: 'item' };

/** Set words as they stand in a letter. */
export interface MarkedLines {
  readonly mark: Mark;
  /** The words as the letter writes them, an ordinal before them included. */
  readonly words: string;
  /** What follows them on the last of their lines. */
  readonly rest: string;
  /** How many lines they take up. */
  readonly lines: number;
}

interface Phrase {
  readonly words: string;
  readonly firstWord: string;
  readonly folded: string;
  readonly mark: Mark;
  /** A number may stand before it: "2) Regarding the request for". */
  readonly isNumbered: boolean;
}

const ORDINAL = /^\d{1,2} ?[.)] ?/;

/** Finds the set words of one template at the start of lines. Built once a template. */
export class Marks {
  /** Phrases by the letter that they begin with, the longest first: most lines begin like none. */
  private readonly byInitial = new Map<number, Phrase[]>();
  /** Phrases that are also known in other case or with a slip of the pen, by their small initial, the shortest first. */
  private readonly misspeltByInitial = new Map<number, Phrase[]>();
  private readonly areNumbered: boolean;

  constructor(phrases: readonly Phrase[]) {
    for (const phrase of [...phrases].sort((a, b) => b.words.length - a.words.length))
      push(this.byInitial, phrase.words.charCodeAt(0), phrase);
    for (const phrase of phrases.filter(mayBeMisspelt).sort((a, b) => a.words.length - b.words.length))
      push(this.misspeltByInitial, phrase.folded.charCodeAt(0), phrase);
    this.areNumbered = phrases.some(({ isNumbered }) => isNumbered);
  }

  /** The set words that begin at a line. */
  at(lines: readonly string[], index: number): MarkedLines | undefined {
    const line = lines[index] ?? '';
    if (line === '') return undefined;
    return this.exact(lines, index, '') ?? this.numbered(lines, index, line) ?? this.misspelt(line);
  }

  private numbered(lines: readonly string[], index: number, line: string): MarkedLines | undefined {
    if (!this.areNumbered) return undefined;
    const ordinal = ORDINAL.exec(line)?.[0] ?? '';
    return ordinal === '' ? undefined : this.exact(lines, index, ordinal);
  }

  private exact(lines: readonly string[], index: number, ordinal: string): MarkedLines | undefined {
    const line = lines[index] ?? '';
    const phrases = this.byInitial.get(line.charCodeAt(ordinal.length));
    if (!phrases) return undefined;
    for (const phrase of phrases) {
      if ((ordinal !== '' && !phrase.isNumbered) || !beginsWithWord(line, phrase.firstWord, ordinal.length))
        continue;
      const found = runsFrom(phrase, line.slice(ordinal.length), lines, index);
      if (found) return ordinal === '' ? found : { ...found, words: ordinal + found.words };
    }
    return undefined;
  }

  /** A heading alone on its line, or a label up to its colon, that is written a little otherwise. */
  private misspelt(line: string): MarkedLines | undefined {
    // The first letter is right, or every line of the letter would have to be compared.
    const phrases = this.misspeltByInitial.get(line.charCodeAt(0) | LOWER_CASE);
    if (!phrases) return undefined;
    const colon = line.indexOf(':');
    const end = colon < 0 ? line.length : colon + 1;
    for (const { mark, folded } of phrases) {
      if (Math.abs(folded.length - end) > MOST_SLIPS || (mark.kind === 'heading' && end < line.length))
        continue;
      const words = line.slice(0, end);
      const slips = Math.min(MOST_SLIPS, Math.floor(folded.length / LETTERS_A_SLIP));
      if (editDistance(words.toLowerCase(), folded, slips) <= slips)
        return { mark, words, rest: line.slice(end), lines: 1 };
    }
    return undefined;
  }
}

/** The bit in which a small letter differs from its capital. */
const LOWER_CASE = 0x20;
const MOST_SLIPS = 2;
/** Short words are too easily mistaken for one another: one slip is allowed in so many letters. */
const LETTERS_A_SLIP = 8;

function mayBeMisspelt({ words, mark: { kind } }: Phrase): boolean {
  return (
    kind === 'heading' ||
    ((kind === 'part' || kind === 'credential' || kind === 'cell') && words.endsWith(':'))
  );
}

function runsFrom(
  { words, mark }: Phrase,
  start: string,
  lines: readonly string[],
  index: number,
): MarkedLines | undefined {
  let seen = start;
  let end = index + 1;
  while (seen.length < words.length && end < lines.length && words.startsWith(seen.trimEnd())) {
    const next = lines[end++] ?? '';
    if (next !== '') seen = `${seen} ${next}`;
  }
  return seen.startsWith(words)
    ? { mark, words, rest: seen.slice(words.length), lines: end - index }
    : undefined;
}

function beginsWithWord(line: string, word: string, from: number): boolean {
  const end = from + word.length;
  return line.startsWith(word, from) && (end === line.length || line[end] === ' ');
}

function firstWordOf(words: string): string {
  const end = words.indexOf(' ');
  return end < 0 ? words : words.slice(0, end);
}

function push(map: Map<number, Phrase[]>, key: number, phrase: Phrase): void {
  const list = map.get(key);
  if (list) list.push(phrase);
  else map.set(key, [phrase]);
}

/** The set words of a template: `header` for the lines above its first heading, `body` for the others. */
export interface TemplateMarks {
  readonly header: Marks;
  readonly body: Marks;
}

const COMPILED = new WeakMap<Template, TemplateMarks>();

/** The marks of a template, built when they are first asked for. */
export function marksOf(template: Template): TemplateMarks {
  const known = COMPILED.get(template);
  if (known) return known;
  const body = bodyPhrases(template);
  const cells = template.header ? headerLabels(template.header) : [];
  const marks = {
    header: new Marks([...body, ...cells.map((label) => phrase(label, { kind: 'cell', label }))]),
    body: new Marks(body),
  };
  COMPILED.set(template, marks);
  return marks;
}

function bodyPhrases({ headings, leads, credentials, items }: Template): Phrase[] {
  return [
    ...(Object.entries(headings) as [SectionName, readonly string[]][]).flatMap(([section, wordings]) =>
      wordings.map((words) => phrase(words, { kind: 'heading', section })),
    ),
    ...leads.map((words) => phrase(words, { kind: 'lead' })),
    ...(credentials
      ? (['states', 'specialties'] as const).map((of) => phrase(credentials[of], { kind: 'credential', of }))
      : []),
    ...itemPhrases(items),
  ];
}

function itemPhrases(items: Template['items']): Phrase[] {
  switch (items.form) {
    case 'headed':
      return ITEM_PARTS.flatMap((part) =>
        items.labels[part].map((words) => phrase(words, { kind: 'part', part })),
      );
    case 'announced':
      return [
        ...items.announcement.map((words) => phrase(words, { kind: 'announcement' })),
        ...items.regarding.map((words) => phrase(words, { kind: 'regarding' })),
        ...items.rationale.map((words) => phrase(words, { kind: 'part', part: 'rationale' })),
      ];
    case 'issue':
      return (Object.entries(items.rationale) as [Decision, readonly string[]][]).flatMap(
        ([decision, wordings]) =>
          wordings.map((words) => phrase(words, { kind: 'heading', section: 'rationale', decision })),
      );
  }
}

function phrase(words: string, mark: Mark): Phrase {
  const isNumbered = mark.kind === 'announcement' || mark.kind === 'regarding';
  return { words, firstWord: firstWordOf(words), folded: words.toLowerCase(), mark, isNumbered };
}
