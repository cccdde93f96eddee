import { basename } from 'node:path';
import type { AppliedCriterion } from '../normalise/determination.js';
import { SURE_ENOUGH } from '../query/filter/filters.js';
import { asHtml } from './html/page.js';
import type { Printed } from './printed.js';
import { plainTable } from './table.js';

export type Format = 'jsonl' | 'json' | 'table' | 'html';

type Documents = AsyncIterable<Printed>;

/** The forms in which `imr parse` prints documents. */
export const FORMATS: Readonly<Record<Format, (documents: Documents) => AsyncIterable<string>>> = {
  jsonl: asLines,
  json: asArray,
  table: asTable,
  html: asHtml,
};

async function* asLines(documents: Documents): AsyncGenerator<string> {
  for await (const document of documents) yield `${JSON.stringify(document)}\n`;
}

async function* asArray(documents: Documents): AsyncGenerator<string> {
  let separator = '[\n';
  for await (const document of documents) {
    yield separator + JSON.stringify(document, null, 2);
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}

/** One row a finding; nothing is printed before the last letter is read, since columns are as wide as their words. */
async function* asTable(documents: Documents): AsyncGenerator<string> {
  const table = plainTable(['case', 'decided', 'outcome', 'item', 'decision', 'criteria']);
  for await (const { case: aCase, source, findings } of documents) {
    const letter = [aCase.caseNumber ?? basename(source.path), aCase.decisionDate ?? '', aCase.outcome];
    findings.forEach(({ label, decision, appliedCriteria }, i) => {
      const criteria = appliedCriteria.map(inShort).join('\n');
      table.push([...(i === 0 ? letter : ['', '', '']), label, decision, criteria]);
    });
  }
  yield `${table.toString()}\n${TABLE_NOTE}\n`;
}

const TABLE_NOTE = 'Criteria: + met, - not met; in brackets: not given as a reason; ?: an unsure reading.';

/** `- CONSERVATIVE_CARE_FAILED`, `(+ RISK_FACTOR)`, `- OTHER ?`. */
function inShort({ kind, status, decisive, confidence }: AppliedCriterion): string {
  const words = `${status === 'MET' ? '+' : '-'} ${kind}${confidence < SURE_ENOUGH ? ' ?' : ''}`;
  return decisive ? words : `(${words})`;
}
