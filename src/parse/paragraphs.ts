import { detachHeadings } from './item-heading.js';
import { joinLines } from './lines.js';
import { phrase, phraseSource } from './phrase.js';
import { phraseAt, phraseIndex, skipWhite, type PhraseIndex } from './phrase-starts.js';
import { headerLabels, type HeaderTable, type Template } from './templates/template.js';

/** Stands before each label of the header table while paragraphs are told apart; cleaning leaves none in a text. */
const START = '\u0001';

/** What of a template tells where paragraphs begin. */
interface Outline {
  /** Phrases at which a paragraph begins when they open a line. */
  readonly openings: PhraseIndex;
  /** Those of them that are a paragraph of their own. */
  readonly alone: ReadonlySet<string>;
  /** The labels of an item in their order. */
  readonly parts: readonly string[];
  readonly belowHeader: RegExp;
  readonly headerLabel?: RegExp;
}

/** Some lines of a text, of which the first opens with a set phrase or follows one. */
interface Block {
  readonly lines: readonly string[];
  /** Which part of an item the block opens, counted from 1 in the order of the labels; 0 for none. */
  readonly part: number;
  readonly opensItems: boolean;
}

const outlines = new WeakMap<Template, Outline>();

function outlineOf(template: Template): Outline {
  const known = outlines.get(template);
  if (known) return known;
  const { header, headings, leads, credentials, itemLabels } = template;
  const alone = [...Object.values(headings), ...leads];
  const parts = Object.values(itemLabels);
  const outline: Outline = {
    openings: phraseIndex([...alone, ...Object.values(credentials), ...parts]),
    alone: new Set(alone),
    parts,
    belowHeader: phrase(headings.reviewer),
    ...(header && { headerLabel: new RegExp(headerLabels(header).map(phraseSource).join('|'), 'g') }),
  };
  outlines.set(template, outline);
  return outline;
}

/**
 * Undoes the line wraps of a cleaned text: each heading, label with its words, item heading and section becomes one
 * line. Only the template's set phrases and the item headings begin a line; blank lines and page breaks, in which
 * the forms of one letter differ, do not.
 */
export function toParagraphs(text: string, template: Template): string {
  const outline = outlineOf(template);
  const whole = template.header ? partHeader(text, template.header, outline) : text;
  const blocks = blocksOf(whole, outline, template.headings.items);
  const itemsFrom = blocks.findIndex(({ opensItems }) => opensItems);
  const paragraphs: string[] = [];
  blocks.forEach(({ lines, part }, index) => {
    const next = blocks[index + 1]?.part ?? 0;
    const endsItem = itemsFrom >= 0 && index > itemsFrom && (part === 0 || next <= part);
    const parts = endsItem ? detachHeadings(lines, part === 0 ? 0 : 1) : [lines];
    for (const one of parts) paragraphs.push(joinLines(one));
  });
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n');
}

/** Marks the labels of the header table, several of which share a line. */
function partHeader(text: string, { repairs }: HeaderTable, { belowHeader, headerLabel }: Outline): string {
  const end = text.search(belowHeader);
  if (!headerLabel || end < 0) return text;
  const table = repairs
    .reduce((repaired, { torn, whole }) => repaired.replace(torn, whole), text.slice(0, end))
    .replace(headerLabel, (label) => START + label);
  return table + text.slice(end);
}

function blocksOf(text: string, { openings, alone, parts }: Outline, items: string): readonly Block[] {
  const blocks: Block[] = [];
  let start = 0;
  let opening = '';
  const endBlock = (end: number) => {
    for (const words of text.slice(start, end).split(START)) {
      const lines = words.trim().split('\n');
      blocks.push({ lines, part: parts.indexOf(opening) + 1, opensItems: opening === items });
    }
    start = end;
    opening = '';
  };
  let at = 0;
  while (at < text.length) {
    const found = phraseAt(text, at, openings);
    if (found) {
      endBlock(found.start);
      opening = found.words;
      if (alone.has(found.words)) endBlock(found.end);
    }
    // What follows a heading begins something new, also on the heading's own line.
    if (found && alone.has(found.words)) at = skipWhite(text, found.end);
    else at = lineAfter(text, found?.end ?? at);
  }
  endBlock(text.length);
  return blocks;
}

function lineAfter(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}
