import { DECISION_AT_END, looksLikeProse } from './item-heading.js';
import type { LetterItem, Quote, Warning } from './letter.js';
import { readModifiedRequest } from './modification.js';
import { within } from './quote.js';
import { afterLabel } from './sections.js';
import type { ItemLabels } from './templates/template.js';

type Part = keyof ItemLabels;

/** The labelled parts of an item, in the letter's order. */
const PARTS = {
  claimsAdministratorGuideline: "the claims administrator's guideline",
  reviewerGuideline: "the reviewer's guideline",
  rationale: 'the rationale',
} satisfies Record<Part, string>;

type Draft = { heading: Quote } & { [part in Part]?: Quote };

/** Reads the items from their section: a heading that ends in the decision, then the labelled parts. */
export function readItems(
  paragraphs: readonly Quote[],
  labels: ItemLabels,
): { items: readonly LetterItem[]; warnings: readonly Warning[] } {
  const drafts: Draft[] = [];
  const warnings: Warning[] = [];
  for (const paragraph of paragraphs) {
    const part = partOf(paragraph, labels);
    const current = drafts.at(-1);
    if (!part && DECISION_AT_END.test(paragraph.value)) drafts.push({ heading: paragraph });
    else if (!part || !current || current[part.name]) warnings.push(stray(paragraph));
    else if (part.words.value) current[part.name] = part.words;
  }
  for (const draft of drafts) warnings.push(...incomplete(draft));
  return { items: drafts.map(toItem), warnings };
}

function partOf(paragraph: Quote, labels: ItemLabels): { name: Part; words: Quote } | undefined {
  for (const [name, label] of Object.entries(labels) as [Part, string][]) {
    const words = afterLabel(paragraph, label);
    if (words) return { name, words };
  }
  return undefined;
}

function toItem({ heading, ...parts }: Draft): LetterItem {
  const match = DECISION_AT_END.exec(heading.value);
  const words = match?.groups?.['decision'] ?? '';
  const decisionAt = heading.value.length - words.length;
  const request = within(heading, 0, heading.value.lastIndexOf(':'));
  const modified = readModifiedRequest(request);
  return {
    label: modified?.label ?? request,
    heading: request,
    decision: {
      value: words === 'Upheld' ? 'UPHELD' : 'OVERTURNED',
      span: within(heading, decisionAt, heading.value.length).span,
    },
    ...(modified && {
      modification: { originalRequest: modified.originalRequest, authorized: modified.authorized },
    }),
    ...parts,
  };
}

function incomplete(draft: Draft): Warning[] {
  const { heading } = draft;
  const missing = (Object.keys(PARTS) as Part[]).filter((part) => !draft[part]).map((part) => PARTS[part]);
  const warnings: Warning[] = [];
  if (missing.length > 0) {
    const message = `The item lacks ${missing.join(', ')}: ${heading.value}`;
    warnings.push({ code: 'INCOMPLETE_ITEM', message, span: heading.span });
  }
  if (/\boriginal request\b/i.test(heading.value) && !toItem(draft).modification) {
    const message = 'The heading speaks of an original request but is not worded like one that was modified.';
    warnings.push({ code: 'UNREAD_MODIFICATION', message, span: heading.span });
  }
  if (looksLikeProse(heading.value)) {
    const message = 'The heading reads like prose; it may hold the end of the text above it.';
    warnings.push({ code: 'DOUBTFUL_HEADING', message, span: heading.span });
  }
  return warnings;
}

function stray(paragraph: Quote): Warning {
  const message = `Words that belong to no item: ${paragraph.value.slice(0, 80)}`;
  return { code: 'STRAY_TEXT', message, span: paragraph.span };
}
