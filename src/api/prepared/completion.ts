import {
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import type { Context } from '../context.js';

/** One asking of a prepared operation. */
export interface Asking {
  readonly context: Context;
  /** The values of the operation's variables, coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Turns what a resolver gave into what the answer holds, or a promise of it. It throws where GraphQL tells an error. */
export type Completion = (value: unknown, asking: Asking) => unknown;

/** A value is not what its type promises: GraphQL tells an error, or null in the place of a parent. */
export class Unanswerable extends Error {}

/**
 * How values of a type are completed; undefined for types whose values have to be asked what they are.
 * @param objectOf how objects of a type are completed
 */
export function completionOf(
  type: GraphQLOutputType,
  objectOf: (type: GraphQLObjectType) => Completion | undefined,
): Completion | undefined {
  if (isNonNullType(type)) {
    const inner = completionOf(type.ofType, objectOf);
    return inner && present(inner);
  }
  if (isListType(type)) {
    const item = completionOf(type.ofType, objectOf);
    return item && orNull(eachOf(item));
  }
  if (isLeafType(type)) return orNull(leafOf(type));
  // A class of objects is asked whether it is of the type.
  if (!isObjectType(type) || type.isTypeOf) return undefined;
  const object = objectOf(type);
  return object && orNull(object);
}

function present(inner: Completion): Completion {
  return (value, asking) => {
    if (value === null || value === undefined) throw new Unanswerable('null where there must be a value');
    return inner(value, asking);
  };
}

function orNull(inner: Completion): Completion {
  return (value, asking) => (value === null || value === undefined ? null : inner(value, asking));
}

function leafOf(type: GraphQLLeafType): Completion {
  return (value) => {
    const told: unknown = type.serialize(value);
    if (told === null || told === undefined) throw new Unanswerable('nothing in the place of a value');
    return told;
  };
}

function eachOf(item: Completion): Completion {
  return (values, asking) => {
    if (!Array.isArray(values)) throw new Unanswerable('no list');
    const told: unknown[] = [];
    const waiting: Waiting = [];
    settling(waiting, () => {
      for (const value of values as unknown[]) {
        const i = told.length;
        told.push(whenThere(value, (there) => item(there, asking)));
        waitFor(waiting, told[i], (later) => (told[i] = later));
      }
    });
    return allOf(waiting, told);
  };
}

function isPromise(value: unknown): value is Promise<unknown> {
  return value instanceof Promise;
}

/** What is made of a value, now or when it is there. */
export function whenThere(value: unknown, make: (there: unknown) => unknown): unknown {
  return isPromise(value) ? value.then(make) : make(value);
}

/** Parts of an object or list that are not there yet. */
export type Waiting = Promise<unknown>[];

/** Keeps a part that is not there yet. */
export function waitFor(waiting: Waiting, value: unknown, put: (later: unknown) => void): void {
  if (isPromise(value)) waiting.push(value.then(put));
}

/** The whole, when all its parts are there. */
export function allOf(waiting: Waiting, whole: unknown): unknown {
  return waiting.length === 0 ? whole : Promise.all(waiting).then(() => whole);
}

/** Where a part throws, those before it that fail later have nobody who waits for them: that must not end the process. */
export function settling(waiting: Waiting, work: () => void): void {
  try {
    work();
  } catch (error) {
    void Promise.allSettled(waiting);
    throw error;
  }
}
