import { DECIDES_IN_PART, DECISION_WORDS, endsInDecision, partDecision } from '../decision-words.js';
import { endsSentence, holdsSentence, looksLikeProse, ORDINAL } from '../item-heading.js';
import type { LetterItem, Quote, Warning } from '../letter.js';
import { readModifiedRequest, speaksOfOriginalRequest } from '../modification.js';
import type { Paragraph } from '../paragraphs.js';
import { within } from '../quote.js';
import { paragraphsOf } from '../sections.js';
import type { ItemPart, ItemsForm } from '../templates/template.js';
import { lacking, strayText, type ReadItems } from './read-items.js';

type Headed = Extract<ItemsForm, { form: 'headed' }>;
type Draft = { heading: Quote; isBelowSentence: boolean } & { [part in ItemPart]?: Quote };

/** Reads items of a heading that ends in the decision and the labelled parts below it. */
export function readHeadedItems(paragraphs: readonly Paragraph[], form: Headed): ReadItems {
  const decision = DECISION_WORDS[form.decidedBy];
  const drafts: Draft[] = [];
  const warnings: Warning[] = [];
  let above = '.';
  for (const paragraph of paragraphsOf(paragraphs, 'items')) {
    const { mark, words } = paragraph;
    const current = drafts.at(-1);
    const isBelowSentence = endsSentence(above) || endsInDecision(above, decision);
    above = paragraph.value;
    if (mark?.kind === 'item') drafts.push({ heading: paragraph, isBelowSentence });
    else if (mark?.kind !== 'part' || !current || current[mark.part]) warnings.push(strayText(paragraph));
    else {
      const isSentence = form.labelsAreSentences && mark.part !== 'rationale';
      const said = isSentence ? paragraph : words;
      if (said.value) current[mark.part] = { value: said.value, span: said.span };
    }
  }
  const items: LetterItem[] = [];
  for (const draft of drafts) {
    const item = toItem(draft, form);
    warnings.push(...doubts(draft, item));
    if (item) items.push(item);
  }
  return { items, warnings };
}

function toItem(
  { heading, isBelowSentence: _, ...parts }: Draft,
  { decidedBy }: Headed,
): LetterItem | undefined {
  const parted = partDecision(heading, DECISION_WORDS[decidedBy]);
  if (!parted) return undefined;
  const ordinal = decidedBy === 'sentence' ? (ORDINAL.exec(heading.value)?.[0].length ?? 0) : 0;
  const request = within(parted.request, ordinal, parted.request.value.length);
  const modified = readModifiedRequest(request);
  return {
    label: modified?.label ?? request,
    heading: request,
    decision: parted.decision,
    ...(modified && {
      modification: { originalRequest: modified.originalRequest, authorized: modified.authorized },
    }),
    ...parts,
  };
}

function doubts(draft: Draft, item: LetterItem | undefined): Warning[] {
  const { heading } = draft;
  const warnings = [...lacking(draft, heading)];
  if (!item?.modification && speaksOfOriginalRequest(heading.value)) {
    const message = 'The heading speaks of an original request but is not worded like one that was modified.';
    warnings.push({ code: 'UNREAD_MODIFICATION', message, span: heading.span });
  }
  // A request may begin with a small letter; only where the text above does not end is that a doubt.
  if (draft.isBelowSentence ? holdsSentence(heading.value) : looksLikeProse(heading.value)) {
    const message = 'The heading reads like prose; it may hold the end of the text above it.';
    warnings.push({ code: 'DOUBTFUL_HEADING', message, span: heading.span });
  }
  if (DECIDES_IN_PART.test(heading.value)) {
    const message =
      'The heading decides the item in part; what of it is not told, so the word that it ends in is used.';
    warnings.push({ code: 'DECIDED_IN_PART', message, span: heading.span });
  }
  return warnings;
}
