import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  type GraphQLEnumType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLLeafType,
} from 'graphql';
import { editDistance } from '../../common/edit-distance.js';

/** One thing that is wrong with an argument. It never holds what was submitted, but for the names of fields. */
export interface FieldProblem {
  /** Name of the argument, then of the fields within it: `filter.decisionDate.from`. */
  readonly path: string;
  readonly message: string;
}

/** The problems as one message. */
export function inOneMessage(problems: readonly FieldProblem[]): string {
  return problems.map(({ path, message }) => `${path}: ${message}`).join('; ');
}

/** What values may hold at most. */
export const VALUE_LIMITS = {
  /** Objects within objects, and lists within them. */
  depth: 12,
  /** Entries of one list. */
  list: 100,
  /** Values of one argument or variable in all, each list, object and entry among them. */
  values: 1_000,
};

/** An enum of more values is not told in full. */
const MOST_VALUES_TOLD = 12;

/** What is longer is no name that was mistyped. */
const LONGEST_NAME = 60;

/** What scalars of a less plain name take. */
const SCALARS: Readonly<Record<string, string>> = {
  Int: 'a whole number of 32 bits',
  Float: 'a number',
  String: 'a text',
  Boolean: 'true or false',
  ID: 'an id: a text',
  LocalDate: 'a day, as YYYY-MM-DD',
};

/** What an argument of this type takes, in words: "must be a whole number of 32 bits". */
export function expectation(type: GraphQLInputType): string {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return `${expectation(nullable.ofType)}, or a list of such`;
  if (isInputObjectType(nullable)) return `must be an object of type ${nullable.name}`;
  if (isEnumType(nullable)) return `must be ${enumValues(nullable)}`;
  return `must be ${SCALARS[nullable.name] ?? `a value of type ${nullable.name}`}`;
}

function enumValues(type: GraphQLEnumType): string {
  const names = type.getValues().map(({ name }) => name);
  return names.length > MOST_VALUES_TOLD ? `a value of ${type.name}` : `one of ${names.join(', ')}`;
}

/**
 * Everything that is wrong with a value that is given for a type: at most one problem for each place. What is beyond a limit is not
 * looked into, so that the time taken is bounded.
 */
export function inputProblems(value: unknown, type: GraphQLInputType, path: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  new InputCheck(problems).look(value, type, path, 0);
  return problems;
}

class InputCheck {
  private values = 0;

  constructor(private readonly problems: FieldProblem[]) {}

  look(value: unknown, type: GraphQLInputType, path: string, depth: number): void {
    this.values++;
    if (this.values > VALUE_LIMITS.values) {
      if (this.values === VALUE_LIMITS.values + 1)
        this.refuse(path, `holds more than ${VALUE_LIMITS.values} values in all`);
    } else if (depth > VALUE_LIMITS.depth)
      this.refuse(path, `is more than ${VALUE_LIMITS.depth} levels deep`);
    else if (value === null || value === undefined) {
      if (isNonNullType(type)) this.refuse(path, 'must not be null');
    } else this.lookInto(value, getNullableType(type), path, depth);
  }

  private lookInto(value: unknown, type: GraphQLInputType, path: string, depth: number): void {
    if (isListType(type)) this.lookAtList(value, type.ofType, path, depth);
    else if (isInputObjectType(type)) this.lookAtObject(value, type, path, depth);
    else if (!accepts(type, value)) {
      const near = isEnumType(type) ? didYouMean(value, type.getValues()) : '';
      this.refuse(path, `${expectation(type)}${near}`);
    }
  }

  /** A single value stands for a list of it. */
  private lookAtList(value: unknown, type: GraphQLInputType, path: string, depth: number): void {
    if (!Array.isArray(value)) this.look(value, type, path, depth);
    else if (value.length > VALUE_LIMITS.list) {
      this.refuse(path, `must not hold more than ${VALUE_LIMITS.list} entries`);
    } else for (const entry of value) this.look(entry, type, path, depth + 1);
  }

  private lookAtObject(value: unknown, type: GraphQLInputObjectType, path: string, depth: number): void {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.refuse(path, expectation(type));
      return;
    }
    const fields = type.getFields();
    const given = new Map(Object.entries(value).filter(([, entry]) => entry !== undefined));
    for (const field of Object.values(fields)) {
      const at = `${path}.${field.name}`;
      if (given.has(field.name)) this.look(given.get(field.name), field.type, at, depth + 1);
      else if (isRequiredInputField(field)) this.refuse(at, 'must be given');
    }
    for (const name of given.keys()) {
      if (name in fields) continue;
      // What is no name is no slip of the pen: it may be anything.
      const at = isName(name) ? `${path}.${name}` : path;
      this.refuse(at, `is no field of ${type.name}${didYouMean(name, Object.values(fields))}`);
    }
    if (type.isOneOf && (given.size !== 1 || [...given.values()].includes(null))) {
      this.refuse(path, 'must have exactly one field');
    }
  }

  private refuse(path: string, message: string): void {
    this.problems.push({ path, message });
  }
}

function accepts(type: GraphQLLeafType, value: unknown): boolean {
  try {
    return type.parseValue(value) !== undefined;
  } catch {
    return false;
  }
}

function isName(text: string): boolean {
  return text.length <= LONGEST_NAME && /^[_A-Za-z]\w*$/.test(text);
}

/** The names that differ from what is given by a few slips of the pen, as a question; nothing when there is none. */
export function didYouMean(given: unknown, known: readonly { readonly name: string }[]): string {
  if (typeof given !== 'string' || !isName(given)) return '';
  const most = Math.max(1, Math.floor(given.length / 3));
  const near = known
    .map(({ name }) => ({ name, slips: editDistance(given.toLowerCase(), name.toLowerCase(), most) }))
    .filter(({ slips }) => slips <= most)
    .sort((a, b) => a.slips - b.slips || (a.name < b.name ? -1 : 1));
  const names = near.slice(0, 3).map(({ name }) => name);
  return names.length === 0 ? '' : `; did you mean ${names.join(' or ')}?`;
}
