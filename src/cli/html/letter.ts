import { basename } from 'node:path';
import type { Printed } from '../printed.js';
import type { Fact, FactGroup, LetterFacts } from './fact.js';
import { factsOf } from './facts.js';
import { markup, type Markup, type Part } from './markup.js';
import { markUp, type Mark } from './marks.js';

/**
 * One letter: its text with every fact marked, beside it the record.
 * @param document must carry its text
 * @param id begins all ids of the letter
 */
export function letterMarkup(document: Printed, id: string, isOpen: boolean): Markup {
  const facts = factsOf(document, id);
  const classes = document.warnings.length > 0 ? 'letter warned' : 'letter';
  return markup`<details class="${classes}" id="${id}"${isOpen ? markup` open` : undefined}>
${summaryOf(document)}
<div class="columns">
<section class="text" aria-label="Text of the letter">
${markUp(document.text ?? '', marksOf(facts))}
</section>
<section class="record" aria-label="What was read">
${recordOf(facts, document)}</section>
</div>
</details>
`;
}

function summaryOf({ case: fields, source, findings, warnings }: Printed): Markup {
  const outcome = fields.outcome.toLowerCase();
  const warned = markup`
<span class="badge b-warning">${counted(warnings.length, 'warning')}</span>`;
  return markup`<summary><h2>${fields.caseNumber ?? basename(source.path)}</h2>
<span class="badge b-${outcome}">${outcome.replace('_', ' ')}</span>
<span>${fields.decisionDate ?? 'no decision date'}</span>
<span>${counted(findings.length, 'finding')}</span>${warnings.length > 0 ? warned : undefined}</summary>`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function marksOf({ letter, findings, warnings }: LetterFacts): readonly Mark[] {
  const facts = [...letter, ...findings.flat()].flatMap((group) => group.facts);
  return [...facts, ...warnings].flatMap(({ id, kind, traits, chip, says, span }) =>
    span ? [{ id: textId(id), target: id, kind, traits, label: chip, says, span }] : [],
  );
}

function textId(factId: string): string {
  return `${factId}-text`;
}

function recordOf({ letter, findings, warnings }: LetterFacts, document: Printed): Markup {
  const { source, template, parserVersion } = document;
  return markup`<p class="source">${source.path} · template ${template} · parser ${parserVersion}</p>
${warnings.length > 0 ? warningList(warnings) : undefined}${letter.map(groupMarkup)}${findings.map(findingMarkup)}`;
}

function warningList(warnings: readonly Fact[]): Markup {
  const items = warnings.map(
    (
      warning,
    ) => markup`<li id="${warning.id}"><strong>${warning.name}</strong> ${linked(warning, warning.value)}</li>
`,
  );
  return markup`<h3>Warnings</h3>
<ul class="warnings">
${items}</ul>
`;
}

function findingMarkup(groups: readonly FactGroup[], index: number): Markup {
  return markup`<section class="finding">
<h3>Finding ${index + 1}</h3>
${groups.map(groupMarkup)}</section>
`;
}

function groupMarkup({ title, facts }: FactGroup): Markup {
  return markup`<h4>${title}</h4>
<dl>
${facts.map(factMarkup)}</dl>
`;
}

function factMarkup(fact: Fact): Markup {
  const words = fact.value === '' ? markup`<span class="none">not stated</span>` : fact.value;
  const notes = fact.notes.length > 0 ? markup` <small>${fact.notes.join(' · ')}</small>` : undefined;
  return markup`<dt>${fact.name}</dt>
<dd id="${fact.id}" class="${classesOf(fact)}">${linked(fact, words)}${notes}</dd>
`;
}

function classesOf({ kind, tone, traits = [] }: Fact): string {
  return [`k-${kind}`, ...(tone ? [tone] : []), ...traits].join(' ');
}

/** Words that lead to where the fact was read. */
function linked({ id, span }: Fact, words: Part): Markup {
  return span ? markup`<a href="#${textId(id)}">${words}</a>` : markup`${words}`;
}
