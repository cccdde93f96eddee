import { InputError } from '../input-error.js';

/** What is asked of one node; the statements say of each `of` what else it holds (cypher/parts). */
export interface Test {
  readonly of: string;
  readonly [detail: string]: unknown;
}

/** Tests joined by and, or and not. */
export type Formula =
  | { readonly test: Test }
  | { readonly all: readonly Formula[] }
  | { readonly any: readonly Formula[] }
  | { readonly not: Formula };

/** A test, or its opposite. */
type Literal = Test & { readonly not: boolean };

/**
 * What statements are given of a formula: all of these hold, each in any of its ways, each of these in all of its parts, each of
 * these by any of its tests. Four levels, so that a statement can be one fixed text, and no more tests than were written, as
 * there would be if everything became two levels.
 */
export type Conditions = readonly (readonly (readonly (readonly Literal[])[])[])[];

/** Most tests of one formula. */
const MOST_TESTS = 100;

const LEVELS = ['all', 'any', 'all', 'any'] as const;

/** A formula without `not`, in which `all` and `any` alternate. */
type Node = { readonly literal: Literal } | { readonly join: 'all' | 'any'; readonly parts: readonly Node[] };

/**
 * The formula as the statements take it.
 * @param path of the argument that it is made of
 * @throws {InputError} when it holds too many tests, or alternates between and and or more often than statements do
 */
export function conditionsOf(formula: Formula, path: string): Conditions {
  const node = alternating(formula, false);
  if (countTests(node) > MOST_TESTS)
    throw new InputError(path, `must not hold more than ${MOST_TESTS} conditions`);
  return spread(node, 0, path) as Conditions;
}

/** Moves `not` down to the tests, and takes up into one join what is joined in the same way. */
function alternating(formula: Formula, negated: boolean): Node {
  if ('test' in formula) return { literal: { ...formula.test, not: negated } };
  if ('not' in formula) return alternating(formula.not, !negated);
  const isAll = 'all' in formula;
  const join = isAll === negated ? 'any' : 'all';
  const nodes = (isAll ? formula.all : formula.any).map((part) => alternating(part, negated));
  const parts = nodes.flatMap((node) => ('parts' in node && node.join === join ? node.parts : [node]));
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { join, parts };
}

function countTests(node: Node): number {
  return 'parts' in node ? node.parts.reduce((sum, part) => sum + countTests(part), 0) : 1;
}

/** The node as a list of the level, whose elements are lists of the next. */
function spread(node: Node, level: number, path: string): unknown {
  const join = LEVELS[level];
  if (join === undefined) {
    if ('literal' in node) return node.literal;
    throw new InputError(path, 'nests `and`, `or` and `not` too deeply: use fewer of them within each other');
  }
  const parts = 'parts' in node && node.join === join ? node.parts : [node];
  return parts.map((part) => spread(part, level + 1, path));
}
