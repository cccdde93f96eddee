import { DECISION_WORDS, endsInDecision, type DecisionWords } from './decision-words.js';
import { detachHeadings, numberedHeading } from './item-heading.js';
import type { Quote } from './letter.js';
import { joinLines } from './lines.js';
import { marksOf, type Mark, type MarkedLines, type Marks } from './marks.js';
import { within } from './quote.js';
import {
  headerLabels,
  ITEM_PARTS,
  type HeaderTable,
  type SectionName,
  type Template,
} from './templates/template.js';

/** One line of the cleaned text: a heading, a label with its words, an item heading, or the words of a section. */
export interface Paragraph extends Quote {
  /** `header` above the first heading. */
  readonly section: SectionName | 'header';
  readonly mark: Mark | undefined;
  /** What follows the words that are marked; the whole paragraph where none are. */
  readonly words: Quote;
}

/** A run of lines that becomes one paragraph, or several where item headings end it. */
interface Block {
  readonly section: Paragraph['section'];
  readonly mark: Mark | undefined;
  /** The marked words, which stand at the start of the first line. */
  readonly marked: string;
  readonly lines: string[];
}

/**
 * Undoes the line wraps of a cleaned text: each heading, label with its words, item heading and section becomes one
 * line. Only the template's set phrases and the item headings begin a line; blank lines and page breaks, in which
 * the forms of one letter differ, do not.
 */
export function toParagraphs(
  lines: readonly string[],
  template: Template,
): { text: string; paragraphs: Paragraph[] } {
  const blocks = blocksOf(lines, template);
  const { items } = template;
  const parted = items.form === 'headed' ? detachAll(blocks, DECISION_WORDS[items.decidedBy]) : blocks;
  const paragraphs: Paragraph[] = [];
  let start = 0;
  for (const { section, mark, marked, lines } of parted) {
    const value = joinLines(lines).trim();
    if (value === '') continue;
    const span = [start, start + value.length] as const;
    const whole = { value, span };
    // Written out: this runs for every paragraph, and copying objects costs more than all else here.
    const words = marked === '' ? whole : within(whole, marked.length, value.length);
    paragraphs.push({ value, span, section, mark, words });
    start += value.length + 1;
  }
  return { text: paragraphs.map(({ value }) => value).join('\n'), paragraphs };
}

/** Parts the lines at the set words that begin on them. */
function blocksOf(lines: readonly string[], template: Template): Block[] {
  const marks = marksOf(template);
  const bodyFrom = lines.findIndex((_, i) => marks.body.at(lines, i)?.mark.kind === 'heading');
  const header = partCells(bodyFrom < 0 ? [] : lines.slice(0, bodyFrom), template.header);
  const body = bodyFrom < 0 ? lines : lines.slice(bodyFrom);
  const blocks: Block[] = [{ section: 'header', mark: undefined, marked: '', lines: [] }];
  partAtMarks(header, marks.header, template, blocks);
  partAtMarks(body, marks.body, template, blocks);
  return blocks;
}

function partAtMarks(lines: readonly string[], marks: Marks, template: Template, blocks: Block[]): void {
  const { items } = template;
  const areNumbered = items.form === 'headed' && items.decidedBy === 'sentence';
  let number = 1;
  let current = blocks.at(-1);
  for (let i = 0; i < lines.length && current;) {
    const isItem = areNumbered && current.section === 'items';
    const heading = isItem ? numberedItem(lines, i, number) : undefined;
    if (heading) number += 1;
    const found = heading ?? marks.at(lines, i);
    if (found && mayFollow(found.mark, current, template)) {
      open(blocks, found, current.section);
      current = blocks.at(-1);
      i += found.lines;
    } else {
      current.lines.push(lines[i] ?? '');
      i += 1;
    }
  }
}

function numberedItem(lines: readonly string[], at: number, number: number): MarkedLines | undefined {
  const count = numberedHeading(lines, at, number);
  if (count === 0) return undefined;
  return { mark: { kind: 'item' }, words: joinLines(lines.slice(at, at + count)), rest: '', lines: count };
}

function open(blocks: Block[], { mark, words, rest }: MarkedLines, current: Block['section']): void {
  const section = mark.kind === 'heading' ? mark.section : current;
  if (mark.kind === 'heading' || mark.kind === 'lead' || mark.kind === 'item') {
    blocks.push(
      { section, mark, marked: words, lines: [words] },
      { section, mark: undefined, marked: '', lines: [rest.trim()] },
    );
  } else blocks.push({ section, mark, marked: words, lines: [words + rest] });
}

/**
 * Where the label of a part is the beginning of a sentence, a wrapped line of prose may begin like one: it opens a
 * part only where that part can stand.
 */
function mayFollow(mark: Mark, { mark: open, lines }: Block, { items }: Template): boolean {
  if (mark.kind !== 'part' || items.form !== 'headed' || !items.labelsAreSentences) return true;
  const part = open?.kind === 'part' ? ITEM_PARTS.indexOf(open.part) : -1;
  if (mark.part === 'claimsAdministratorGuideline') {
    return (
      part !== 0 &&
      (lines.every((line) => line === '') ||
        endsInDecision(lastWords(lines), DECISION_WORDS[items.decidedBy]))
    );
  }
  return mark.part === 'rationale' ? part !== ITEM_PARTS.indexOf('rationale') : part <= 0;
}

/** Enough of a block to see how it ends. */
function lastWords(lines: readonly string[]): string {
  return joinLines(lines.slice(-8));
}

/** Each label of the header table begins a line, also where several share one. */
function partCells(lines: readonly string[], table: HeaderTable | undefined): readonly string[] {
  if (!table) return lines;
  return table.repairs
    .reduce((repaired, { torn, whole }) => repaired.replace(torn, whole), lines.join('\n'))
    .replace(cellsOf(table), '\n$&')
    .split('\n')
    .map((line) => line.trim());
}

const CELLS = new WeakMap<HeaderTable, RegExp>();

function cellsOf(table: HeaderTable): RegExp {
  const known = CELLS.get(table);
  if (known) return known;
  const labels = [...headerLabels(table)].sort((a, b) => b.length - a.length);
  const escaped = labels.map((label) => label.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const cells = new RegExp(String.raw`(?<![\w-])(?:${escaped.join('|')})`, 'gi');
  CELLS.set(table, cells);
  return cells;
}

/** Parts the item headings from the ends of the blocks that they close. */
function detachAll(blocks: readonly Block[], decision: DecisionWords): Block[] {
  const parted: Block[] = [];
  blocks.forEach((block, index) => {
    const next = blocks[index + 1];
    const kept = partOf(block) === 0 ? 0 : 1;
    const [above = [], ...headings] = mayEndInHeading(block, next, decision)
      ? detachHeadings(block.lines, kept, decision, isPart(next))
      : [];
    if (headings.length === 0) {
      parted.push(block);
      return;
    }
    const { section, mark, marked } = block;
    parted.push({ section, mark, marked, lines: [...above] });
    for (const lines of headings) {
      parted.push({ section, mark: { kind: 'item' }, marked: '', lines: [...lines] });
    }
  });
  return parted;
}

function mayEndInHeading(block: Block, next: Block | undefined, decision: DecisionWords): boolean {
  const kind = block.mark?.kind;
  if (block.section !== 'items' || kind === 'heading' || kind === 'item') return false;
  const part = partOf(block);
  const endsItem = part === 0 || !next || partOf(next) <= part;
  return endsItem && (decision.mayFollowOneAnother || isPart(next));
}

function isPart(block: Block | undefined): boolean {
  return block !== undefined && partOf(block) > 0;
}

/** Which part of an item a block opens, counted from 1; 0 for none. */
function partOf({ mark }: Block): number {
  return mark?.kind === 'part' ? ITEM_PARTS.indexOf(mark.part) + 1 : 0;
}
