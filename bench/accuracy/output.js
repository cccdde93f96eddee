// @ts-check
import { showCitation } from './citations.js';

/**
 * @typedef {import('./parser.js').Parsed} Parsed
 * @typedef {{ group: string, fact: string }} OutputFact
 */

/**
 * All that a version says of a letter, in the groups in which facts are scored, so that two versions can be compared
 * where no truth tells which is right. Warnings count by their code.
 * @param {Parsed | undefined} parsed undefined when the letter was rejected
 * @param {string} [rejection] its error code then
 * @returns {OutputFact[]}
 */
export function outputFacts(parsed, rejection) {
  if (!parsed) return [{ group: 'template', fact: rejection ?? 'not read' }];
  const { reviewer = {} } = parsed;
  return [
    { group: 'template', fact: parsed.template },
    ...fields('case fields', parsed.case),
    ...fields('employee', parsed.employee),
    ...fields('reviewer', reviewer),
    ...parsed.warnings.map(({ code }) => ({ group: 'warnings', fact: code })),
    ...(parsed.findings ?? []).flatMap(findingFacts),
  ];
}

/**
 * @param {import('./facts.js').Finding} finding
 * @returns {OutputFact[]}
 */
function findingFacts(finding) {
  const { label, decision, service, bases, modification, citations = [] } = finding;
  const { criteria = [], appliedCriteria = [] } = finding;
  const facts = [
    ...fields('service', service),
    ...fields('bases', bases),
    ...fields('modified requests', modification),
    ...citations.map((one) => ({ group: `citations ${one.role}`, fact: showCitation(one) })),
    ...criteria.map((one) => ({ group: 'criteria', fact: typeof one === 'string' ? one : one.text })),
    ...appliedCriteria.map(({ kind, status }) => ({ group: 'applied criteria', fact: `${kind} ${status}` })),
  ];
  return [
    { group: 'items', fact: label },
    { group: 'decisions', fact: `${label} = ${decision}` },
    ...facts.map(({ group, fact }) => ({ group, fact: `${label}: ${fact}` })),
  ];
}

/**
 * The values that are there, lists and objects as JSON.
 * @param {string} group
 * @param {object | null | undefined} values
 * @returns {OutputFact[]}
 */
function fields(group, values) {
  return Object.entries(values ?? {})
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ({
      group,
      fact: `${name} = ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`,
    }));
}
