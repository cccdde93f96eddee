import { detachHeadings } from './item-heading.js';
import { joinLines } from './lines.js';
import { phrase, phraseSource } from './phrase.js';
import { headerLabels, type Template } from './templates/template.js';

/** Stands before a paragraph's first word while paragraphs are being told apart; cleaning leaves none in a text. */
const START = '\u0001';

/**
 * Undoes the line wraps of a cleaned text: each heading, label with its words, item heading and section becomes one
 * line. Only the template's set phrases and the item headings begin a line; blank lines and page breaks, in which
 * the forms of one letter differ, do not.
 */
export function toParagraphs(text: string, template: Template): string {
  const blocks = markStarts(partHeader(text, template), template)
    .split(START)
    .map((block) => block.trim().split('\n'));
  const itemsFrom = blocks.findIndex((lines) => opensWith(lines, template.headings.items));
  const parts = blocks.map((lines) => partOf(lines, template));
  return blocks
    .flatMap((lines, index) => {
      const [part = 0, next = 0] = parts.slice(index, index + 2);
      const endsItem = itemsFrom >= 0 && index > itemsFrom && (part === 0 || next <= part);
      return endsItem ? detachHeadings(lines, part === 0 ? 0 : 1) : [lines];
    })
    .map(joinLines)
    .filter((paragraph) => paragraph !== '')
    .join('\n');
}

/** Marks the labels of the header table, several of which share a line. */
function partHeader(text: string, { header, headings }: Template): string {
  const end = text.search(phrase(headings.reviewer));
  if (!header || end < 0) return text;
  const labels = headerLabels(header).map(phraseSource).join('|');
  const table = header.repairs
    .reduce((repaired, { torn, whole }) => repaired.replace(torn, whole), text.slice(0, end))
    .replace(new RegExp(labels, 'g'), (label) => START + label);
  return table + text.slice(end);
}

function markStarts(text: string, { headings, leads, credentials, itemLabels }: Template): string {
  const alone = [...Object.values(headings), ...leads].map(phraseSource).join('|');
  const labels = [...Object.values(credentials), ...Object.values(itemLabels)].map(phraseSource).join('|');
  return text
    .replace(new RegExp(`^(?:${alone})`, 'gm'), (words: string) => `${START}${words}${START}`)
    .replace(new RegExp(`^(?:${labels})`, 'gm'), (words) => `${START}${words}`);
}

/** Which part of an item a block opens, counted from 1 in the order of the labels; 0 for none. */
function partOf(lines: readonly string[], { itemLabels }: Template): number {
  return Object.values(itemLabels).findIndex((label) => opensWith(lines, label)) + 1;
}

/** Whether a block begins with a phrase, which a page may break over a few lines. */
function opensWith(lines: readonly string[], words: string): boolean {
  return joinLines(lines.slice(0, 6)).startsWith(words);
}
