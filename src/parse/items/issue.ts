import { DECISION_WORDS, partDecision } from '../decision-words.js';
import type { LetterItem, Quote, Warning } from '../letter.js';
import type { Paragraph } from '../paragraphs.js';
import { within } from '../quote.js';
import { paragraphsOf, wholeOf } from '../sections.js';
import { lacking, type ReadItems } from './read-items.js';

/** "Whether the request for X is medically necessary", "Medical necessity of X": X is at issue. */
const BEFORE_REQUEST =
  /^(?:the issue(?:\(s\)|s)? at dispute (?:is|are):? )?(?:whether |is |are |was |were )?(?:the )?(?:(?:medical necessity|necessity) (?:of|for) (?:the )?)?(?:request(?:s|\(s\))? for (?:the )?)?/i;
const AFTER_REQUEST =
  /,? (?:(?:is|are|was|were|be|to be) )?(?:not )?(?:is\/was )?medically necessary(?: and appropriate)?\s*[.?]?$/i;

/** Reads the issue at dispute, or a numbered list of issues, which one rationale decides by its heading. */
export function readIssue(text: string, paragraphs: readonly Paragraph[]): ReadItems {
  const headings = paragraphs.flatMap(({ mark, ...paragraph }) =>
    mark?.kind === 'heading' && mark.decision ? [{ ...paragraph, decision: mark.decision }] : [],
  );
  const [heading] = headings;
  const issue = wholeOf(text, paragraphsOf(paragraphs, 'issue'));
  if (!heading || !issue || headings.some(({ decision }) => decision !== heading.decision))
    return { items: [], warnings: [] };
  const rationale = wholeOf(text, paragraphsOf(paragraphs, 'rationale'));
  const reviewerGuideline = wholeOf(text, paragraphsOf(paragraphs, 'guidelines'));
  const items = issuesOf(issue).map((request): LetterItem => ({
    label: requestOf(request),
    heading: request,
    decision: { value: heading.decision, span: decisionSpan(heading) },
    ...(reviewerGuideline && { reviewerGuideline }),
    ...(rationale && { rationale }),
  }));
  const [first] = items;
  const missing = first ? lacking(first, first.heading, ['reviewerGuideline', 'rationale']) : [];
  return { items, warnings: [...missing, ...contradiction(items, rationale)] };
}

/** The words of the heading that tell the decision: "IS/WAS NOT MEDICALLY NECESSARY". */
function decisionSpan(heading: Quote): Quote['span'] {
  const at = Math.max(0, heading.value.search(/(?:IS\/WAS|IS|WAS) (?:NOT )?MEDICALLY/i));
  return within(heading, at, heading.value.replace(/:\s*$/, '').length).span;
}

/** The issues of a list that is numbered from 1 on; a number that is out of turn belongs to its issue. */
function issuesOf(issue: Quote): readonly Quote[] {
  const starts: { index: number; after: number }[] = [];
  for (const match of issue.value.matchAll(/(?:^|\s)(\d{1,2})[.)] (?=\S)/g)) {
    if (Number(match[1]) === starts.length + 1)
      starts.push({ index: match.index, after: match.index + match[0].length });
  }
  if (starts.length === 0) return [issue];
  return starts.map(({ after }, i) => within(issue, after, starts[i + 1]?.index ?? issue.value.length));
}

function requestOf(issue: Quote): Quote {
  const start = BEFORE_REQUEST.exec(issue.value)?.[0].length ?? 0;
  const end = issue.value.replace(AFTER_REQUEST, '').length;
  const request = within(issue, start, end > start ? end : issue.value.length);
  return /[.?;]$/.test(request.value) ? within(request, 0, request.value.length - 1) : request;
}

/** A rationale may conclude otherwise than its heading; the heading is believed. */
function contradiction(items: readonly LetterItem[], rationale: Quote | undefined): Warning[] {
  const concluded = rationale && partDecision(rationale, DECISION_WORDS.sentence)?.decision;
  const [item] = items;
  if (!rationale || !concluded || !item || concluded.value === item.decision.value) return [];
  const message = `The heading of the rationale decides ${item.decision.value}, its last sentence otherwise; the heading is used.`;
  return [{ code: 'DECISION_DISAGREES', message, span: concluded.span }];
}
