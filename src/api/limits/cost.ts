import {
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  type GraphQLField,
  type GraphQLNamedType,
} from 'graphql';
import { LONGEST_LETTER, LONGEST_PAGE } from '../inputs/limits.js';

/** Most that one operation may cost. */
export const MOST_COST = 50_000;

/** Reckoned length of a list without pages, say the findings of a case. */
const UNPAGED_LENGTH = 5;

/** Characters of a text to be read that count as one node: they take about as long. */
const CHARACTERS_PER_NODE = 10;

/** What looks through all that the graph holds, and how many nodes take as long to read. */
const SCAN = 4_000;
export const SCANS: Readonly<Record<string, number>> = {
  'Query.citationAgreement': SCAN,
  'Query.criterionOutcomes': SCAN,
  'Query.daysToDecision': SCAN,
  'Query.guidelineOutcomes': SCAN,
  'Query.guidelinePairs': SCAN,
  'Query.lift': SCAN,
  'Query.outcomes': SCAN,
  'Query.searchFindings': SCAN,
  // They look at a part: the findings on one service, or so many of the nearest.
  'Query.requestChecklist': SCAN / 4,
  'Query.similarFindings': SCAN / 4,
  'AppliedCriterionConnection.totalCount': SCAN,
  'CaseConnection.totalCount': SCAN,
  'CriterionOutcome.base': SCAN,
  'DecisionTimeConnection.base': SCAN,
  'FindingConnection.totalCount': SCAN,
  'FindingSearchConnection.facets': SCAN,
  'FindingSearchConnection.isComplete': SCAN,
  'FindingSearchConnection.totalCount': SCAN,
  'GuidelineConnection.totalCount': SCAN,
  'GuidelineLiftConnection.base': SCAN,
  'ItemConnection.totalCount': SCAN,
  'OutcomeConnection.base': SCAN,
  'QuarantinedDocumentConnection.totalCount': SCAN,
  'QuotedCriterionConnection.totalCount': SCAN,
  'ReviewerConnection.totalCount': SCAN,
};

/** The arguments that a cost depends on. */
export const COSTLY_ARGUMENTS: ReadonlySet<string> = new Set([
  'filter',
  'first',
  'ids',
  'input',
  'last',
  'orderBy',
  'text',
  'to',
]);

/** A field of a schema: `Case.findings` is the field `findings` of the type `Case`. */
export interface FieldOfType {
  readonly type: Pick<GraphQLNamedType, 'name'>;
  readonly field: GraphQLField<unknown, unknown>;
}

/** What a field costs: `length × (each + its content)` nodes, and what it takes once, however many nodes ask for it. */
interface FieldCost {
  /** The argument `first`, as many as there are `ids`, or so many. */
  readonly length: 'first' | 'ids' | number;
  /** What each node costs beside what is asked of it. */
  readonly each: 0 | 1;
  /** Whether the argument `text`, or a text within `input` or `to`, is read. */
  readonly reads: boolean;
  readonly once: number;
  /** Whether it looks through the graph, once, when it is filtered or in another order than that of ids. */
  readonly narrows: boolean;
}

function fieldCost({ type, field }: FieldOfType): FieldCost {
  const takes = (name: string) => field.args.some((argument) => argument.name === name);
  const once = SCANS[`${type.name}.${field.name}`] ?? 0;
  const common = {
    reads: ['text', 'input', 'to'].some(takes),
    once,
    narrows: once === 0 && takes('filter') && takes('orderBy'),
  };
  if (isLeafType(getNamedType(field.type)) || type.name.startsWith('__'))
    return { length: 0, each: 0, ...common };
  const list = {
    length: isListType(getNullableType(field.type)) ? UNPAGED_LENGTH : 1,
    each: 1,
    ...common,
  } as const;
  // The connection tells how many; what it says of the page as a whole does not grow with it.
  if (type.name.endsWith('Connection')) {
    return ['nodes', 'edges'].includes(field.name) ? { ...list, length: 1 } : { ...list, length: 0 };
  }
  if (type.name.endsWith('Edge') && field.name === 'node') return { ...list, each: 0 };
  if (takes('ids')) return { ...list, length: 'ids' };
  if (takes('first')) return { ...list, length: 'first', each: isConnection(field) ? 0 : 1 };
  return list;
}

function isConnection({ type }: GraphQLField<unknown, unknown>): boolean {
  return getNamedType(type).name.endsWith('Connection');
}

/**
 * Nodes that a field may add to the answer, and what reading a text takes.
 * @param args its arguments, with the values of variables and defaults
 * @param content what is asked of each node costs
 */
export function nodesOf(
  place: FieldOfType,
  args: Readonly<Record<string, unknown>>,
  content: number,
): number {
  const { length, each, reads } = fieldCost(place);
  const times = typeof length === 'number' ? length : lengthOf(args[length] ?? args.last);
  return times * (each + content) + (reads ? reading(args) : 0);
}

/** What a field takes once, beside its nodes: relations of many nodes are read by one statement. */
export function onceOf(place: FieldOfType, args: Readonly<Record<string, unknown>>): number {
  const { once, narrows } = fieldCost(place);
  return narrows && !isWholeInOrder(args) ? SCAN : once;
}

/** Whether a list is asked for without conditions, in the order that an index has. */
function isWholeInOrder({ filter, orderBy }: Readonly<Record<string, unknown>>): boolean {
  const { field = 'ID', direction = 'ASC' } = (orderBy ?? {}) as Record<string, unknown>;
  return Object.keys(filter ?? {}).length === 0 && field === 'ID' && direction === 'ASC';
}

/** Lengths out of bounds are refused by the field, which names the argument; here they must not make room for others. */
function lengthOf(wanted: unknown): number {
  if (Array.isArray(wanted)) return wanted.length;
  return typeof wanted === 'number' ? Math.max(1, Math.min(wanted, LONGEST_PAGE)) : UNPAGED_LENGTH;
}

/** A file counts as the longest text: what it holds is not known before it is read. */
function reading(args: Readonly<Record<string, unknown>>): number {
  const { text, upload } = (args.input ?? args.to ?? args) as {
    readonly text?: unknown;
    readonly upload?: unknown;
  };
  const length = typeof text === 'string' ? text.length : upload ? LONGEST_LETTER : 0;
  return Math.ceil(Math.min(length, LONGEST_LETTER) / CHARACTERS_PER_NODE);
}

/** What a field costs, in words: `first × its content`, where the content is what is asked of it, or of each of its nodes. */
export function describeCost(place: FieldOfType): string {
  const { length, each, reads, once, narrows } = fieldCost(place);
  const terms = [
    ...(once > 0 ? [`${once.toLocaleString('en')} once, however many nodes ask for it`] : []),
    ...(narrows ? [`${SCAN.toLocaleString('en')} once when it is filtered, or not in the order of ids`] : []),
    ...(length === 0 ? [] : [describeNodes(length, each)]),
    ...(reads ? [`1 for each ${CHARACTERS_PER_NODE} characters of text`] : []),
  ];
  return terms.length === 0 ? 'nothing' : terms.join(' + ');
}

function describeNodes(length: FieldCost['length'], each: 0 | 1): string {
  if (length === 1) return each === 0 ? 'its content' : '1 + its content';
  const times = length === 'ids' ? 'number of ids' : length;
  return each === 0 ? `${times} × its content` : `${times} × (1 + its content)`;
}
