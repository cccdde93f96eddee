// @ts-check
import { agrees, showCitation } from './citations.js';
import { judgeCriteria } from './criteria.js';
import { fold } from './fold.js';
import { judgedAs, match } from './match.js';

/**
 * @typedef {import('./citations.js').Citation} Citation
 *
 * RIGHT: the truth has it and the parser found it; MISSED: only the truth has it; EXTRA: only the parser.
 * @typedef {'RIGHT' | 'MISSED' | 'EXTRA'} Verdict
 *
 * One fact of a letter, judged. Within a letter, group, fact and verdict together name it.
 * @typedef {{ group: string, fact: string, verdict: Verdict }} Judged
 *
 * @typedef {object} Finding
 * @property {string} label
 * @property {string} decision
 * @property {object | null} [service]
 * @property {object} [bases]
 * @property {object | null} [modification]
 * @property {readonly Citation[]} [citations]
 * @property {readonly string[]} [unscoredRoles] truth only: roles whose citations were not read
 * @property {readonly (string | import('./criteria.js').Quoted)[]} [criteria]
 * @property {readonly import('./criteria.js').Quoted[]} [quotedCriteria] truth only: what more was read of criteria
 * @property {readonly import('./criteria.js').Applied[]} [appliedCriteria]
 *
 * A truth file or a parsed document (contract: the fields have the same names); a field that the truth lacks is not judged.
 * @typedef {object} LetterFacts
 * @property {object} [case]
 * @property {object} [employee]
 * @property {{ readonly specialties?: readonly string[], readonly licensureStates?: readonly string[] }} [reviewer]
 * @property {readonly Finding[]} [findings]
 */

const ROLES = ['CLAIMS_ADMINISTRATOR', 'EXPERT_REVIEWER', 'RATIONALE'];
const MODIFICATION_FIELDS = ['originalRequest', 'authorized'];
/** What the group "service" is about; other fields that a truth may give of a service are "service details". */
const SERVICE_FIELDS = ['modality', 'bodyRegions'];

/**
 * Every fact that the truth lets us judge.
 * @param {LetterFacts} truth
 * @param {LetterFacts} parsed `{}` when the letter was not read
 * @returns {Judged[]}
 */
export function judge(truth, parsed) {
  const labels = numbered(truth.findings ?? []);
  const parsedLabels = numbered(parsed.findings ?? []);
  const same = new Map(parsedLabels.map(({ label, finding }) => [label, finding]));
  return numberRepeats([
    ...judgeFields('case fields', truth.case, parsed.case, Object.keys(truth.case ?? {})),
    ...judgeFields('employee', truth.employee, parsed.employee, Object.keys(truth.employee ?? {})),
    ...(truth.reviewer ? match('reviewer', reviewer(truth.reviewer), reviewer(parsed.reviewer ?? {})) : []),
    ...match('items', labels.map(labelOf), parsedLabels.map(labelOf)),
    ...match('decisions', labels.map(decisionOf), parsedLabels.map(decisionOf)),
    ...labels.flatMap(({ label, finding }) =>
      judgeFinding(finding, same.get(label)).map((fact) => ({ ...fact, fact: `${label}: ${fact.fact}` })),
    ),
  ]);
}

/**
 * The findings by their folded labels; the second of two items of one name is told apart by its number.
 * @typedef {{ label: string, finding: Finding }} Numbered
 * @param {readonly Finding[]} findings
 * @returns {Numbered[]}
 */
function numbered(findings) {
  const seen = counter();
  return findings.map((finding) => ({ label: seen(fold(finding.label) ?? ''), finding }));
}

/** @param {Numbered} item */
function labelOf({ label }) {
  return label;
}

/** @param {Numbered} item */
function decisionOf({ label, finding }) {
  return `${label} = ${finding.decision}`;
}

/** Adds " #2" to what comes a second time, and so on. */
function counter() {
  /** @type {Map<string, number>} */
  const counts = new Map();
  return (/** @type {string} */ word) => {
    const count = (counts.get(word) ?? 0) + 1;
    counts.set(word, count);
    return count === 1 ? word : `${word} #${count}`;
  };
}

/** @param {Judged[]} facts */
function numberRepeats(facts) {
  const seen = counter();
  return facts.map((fact) => {
    const key = `${fact.verdict}\t${fact.group}\t`;
    return { ...fact, fact: seen(key + fact.fact).slice(key.length) };
  });
}

/**
 * @param {Finding} truth
 * @param {Finding | undefined} parsed
 * @returns {Judged[]}
 */
function judgeFinding(truth, parsed) {
  const { service, bases, modification, criteria } = truth;
  const details = pathsIn(service ?? {}).filter((path) => !SERVICE_FIELDS.includes(path));
  return [
    ...(service ? match('service', services(service), services(parsed?.service)) : []),
    ...judgeFields('service details', service, parsed?.service, details),
    ...ROLES.filter((role) => !truth.unscoredRoles?.includes(role)).flatMap((role) =>
      judgeCitations(`citations ${role}`, ofRole(truth, role), ofRole(parsed, role)),
    ),
    ...judgeFields('bases', bases, parsed?.bases, Object.keys(bases ?? {})),
    ...(modification
      ? judgeFields('modified requests', modification, parsed?.modification, MODIFICATION_FIELDS)
      : []),
    ...(criteria?.length ? match('criteria', criteriaOf(truth), criteriaOf(parsed)) : []),
    ...judgeCriteria(truth, parsed),
  ];
}

/**
 * Single values by name; a value that is null counts as not stated.
 * @param {string} group
 * @param {object | null | undefined} truth
 * @param {object | null | undefined} parsed
 * @param {readonly string[]} fields
 */
function judgeFields(group, truth, parsed, fields) {
  return match(group, stated(truth, fields), stated(parsed, fields));
}

/**
 * @param {object | null | undefined} values
 * @param {readonly string[]} paths of fields, `drug.strength` for a field of a field
 */
function stated(values, paths) {
  return paths.flatMap((path) => {
    const value = fold(valueAt(values, path));
    return value === null ? [] : [`${path} = ${value}`];
  });
}

/**
 * @param {unknown} values
 * @param {string} path
 */
function valueAt(values, path) {
  const value = path.split('.').reduce(field, values);
  // A truth gives a quantity as a number, a parsed document with its unit.
  return isGroup(value) ? field(value, 'amount') : value;
}

/**
 * @param {unknown} values
 * @param {string} name
 * @returns {unknown}
 */
function field(values, name) {
  return isGroup(values) ? values[name] : undefined;
}

/**
 * @param {object} values
 * @returns {string[]}
 */
function pathsIn(values) {
  return Object.entries(values).flatMap(([name, value]) =>
    isGroup(value) ? pathsIn(value).map((path) => `${name}.${path}`) : [name],
  );
}

/**
 * @param {unknown} value
 * @returns {value is Readonly<Record<string, unknown>>}
 */
function isGroup(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param {NonNullable<LetterFacts['reviewer']>} reviewer */
function reviewer({ specialties = [], licensureStates = [] }) {
  return [...specialties, ...licensureStates].map((name) => fold(name) ?? '');
}

/** @param {Finding['service']} service */
function services(service) {
  /** @type {{ modality?: string | null, bodyRegions?: readonly string[] }} */
  const { modality = null, bodyRegions = [] } = service ?? {};
  return [modality, ...bodyRegions].flatMap((name) => fold(name) ?? []);
}

/**
 * @param {Finding | undefined} finding
 * @param {string} role
 */
function ofRole(finding, role) {
  return (finding?.citations ?? []).filter((citation) => citation.role === role);
}

/**
 * Each truth citation takes the first parsed one that agrees with it and is still free.
 * @param {string} group
 * @param {readonly Citation[]} expected
 * @param {readonly Citation[]} found
 * @returns {Judged[]}
 */
function judgeCitations(group, expected, found) {
  const left = [...found];
  const judged = expected.map((wanted) => {
    const place = left.findIndex((citation) => agrees(wanted, citation));
    if (place >= 0) left.splice(place, 1);
    return judgedAs(group, showCitation(wanted), place >= 0 ? 'RIGHT' : 'MISSED');
  });
  return [...judged, ...left.map((citation) => judgedAs(group, showCitation(citation), 'EXTRA'))];
}

/** @param {Finding | undefined} finding */
function criteriaOf(finding) {
  return (finding?.criteria ?? []).map((one) => fold(typeof one === 'string' ? one : one.text) ?? '');
}
