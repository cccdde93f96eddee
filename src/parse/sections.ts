import type { Quote } from './letter.js';
import { within } from './quote.js';
import type { Template } from './templates/template.js';

/** The paragraphs of a letter by the part they stand in; headings and set sentences are left out. */
export interface Sections {
  readonly header: readonly Quote[];
  readonly reviewer: readonly Quote[];
  readonly summary: readonly Quote[];
  readonly items: readonly Quote[];
}

/** Sorts the paragraphs (lines) of a text by the heading that they stand below. */
export function sectionsOf(text: string, { headings, leads }: Template): Sections {
  const sections = { header: [], reviewer: [], summary: [], items: [] } as Record<keyof Sections, Quote[]>;
  let current: keyof Sections = 'header';
  for (const paragraph of linesOf(text)) {
    const opened = (['reviewer', 'summary', 'items'] as const).find(
      (name) => headings[name] === paragraph.value,
    );
    if (opened) current = opened;
    else if (!leads.includes(paragraph.value)) sections[current].push(paragraph);
  }
  return sections;
}

function linesOf(text: string): Quote[] {
  let start = 0;
  return text.split('\n').map((value) => {
    const span = [start, start + value.length] as const;
    start = span[1] + 1;
    return { value, span };
  });
}

/** The words after a label, when a paragraph begins with it. */
export function afterLabel(paragraph: Quote, label: string): Quote | undefined {
  return paragraph.value.startsWith(label)
    ? within(paragraph, label.length, paragraph.value.length)
    : undefined;
}
