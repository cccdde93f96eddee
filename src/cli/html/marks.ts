import type { Span } from '../../parse/letter.js';
import { markup, trusted, type Markup } from './markup.js';

/** A place in the text that is shown marked. */
export interface Mark {
  /** Of the mark's first part; parts after a paragraph's or another mark's end have none. */
  readonly id: string;
  /** Id of what the mark's label leads to. */
  readonly target: string;
  /** Chooses the colour. */
  readonly kind: string;
  /** Further classes. */
  readonly traits?: readonly string[] | undefined;
  /** A word or two, shown before the marked words. */
  readonly label: string;
  /** Name and value of the fact, told when the mark is pointed at. */
  readonly says: string;
  readonly span: Span;
}

/**
 * A text of one paragraph a line as HTML paragraphs with everything marked. Marks may nest and overlap: where one ends
 * inside of another, the other is closed and goes on as a second part.
 */
export function markUp(text: string, marks: readonly Mark[]): Markup {
  const writer = new MarkWriter(text);
  for (const mark of outermostFirst(marks, text.length)) {
    writer.advance(mark.span[0]);
    writer.open(mark);
  }
  return writer.finish();
}

function outermostFirst(marks: readonly Mark[], length: number): readonly Mark[] {
  return marks
    .filter(({ span: [start, end] }) => start >= 0 && start < end && end <= length)
    .sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
}

/** Writes a text from its start to its end, with the marks that are open at each place. */
class MarkWriter {
  private readonly parts: string[] = [];
  private readonly opened: Mark[] = [];
  private at = 0;

  constructor(private readonly text: string) {
    this.startParagraph();
  }

  open(mark: Mark): void {
    const { id, target, label, says } = mark;
    this.parts.push(markup`<mark ${attributes(mark)} id="${id}">`.source);
    this.parts.push(markup`<a class="chip" href="#${target}" aria-label="${says}">${label}</a>`.source);
    this.opened.push(mark);
  }

  /** Writes the text up to an offset and closes the marks that end before or at it. */
  advance(to: number): void {
    for (;;) {
      const end = Math.min(...this.opened.map(({ span }) => span[1]));
      if (end > to) break;
      this.write(end);
      this.closeEnded();
    }
    this.write(to);
  }

  finish(): Markup {
    this.advance(this.text.length);
    return trusted(`${this.parts.join('')}</p>`);
  }

  private write(to: number): void {
    const [first = '', ...others] = this.text.slice(this.at, to).split('\n');
    this.parts.push(markup`${first}`.source);
    this.at += first.length;
    for (const line of others) {
      this.parts.push('</mark>'.repeat(this.opened.length), '</p>\n');
      this.at++;
      this.startParagraph();
      this.reopen(this.opened);
      this.parts.push(markup`${line}`.source);
      this.at += line.length;
    }
  }

  /** Headings are those paragraphs that are written in capitals. */
  private startParagraph(): void {
    const end = this.text.indexOf('\n', this.at);
    const words = this.text.slice(this.at, end < 0 ? undefined : end);
    this.parts.push(/[A-Z]/.test(words) && words === words.toUpperCase() ? '<p class="heading">' : '<p>');
  }

  private closeEnded(): void {
    const outermost = this.opened.findIndex(({ span }) => span[1] <= this.at);
    const closed = this.opened.splice(outermost);
    const goOn = closed.filter(({ span }) => span[1] > this.at);
    this.parts.push('</mark>'.repeat(closed.length));
    this.reopen(goOn);
    this.opened.push(...goOn);
  }

  private reopen(marks: readonly Mark[]): void {
    for (const mark of marks) this.parts.push(markup`<mark ${attributes(mark)}>`.source);
  }
}

function attributes({ kind, traits = [], target, says }: Mark): Markup {
  return markup`class="${[`k-${kind}`, ...traits].join(' ')}" data-of="${target}" data-says="${says}"`;
}
