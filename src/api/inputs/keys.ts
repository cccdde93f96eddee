import { ValidateBy } from 'class-validator';
import { Field, ID } from 'type-graphql';
import { InputError } from '../../query/input-error.js';
import { keyOf, type NodeType } from '../global-id.js';
import { AnyOfField } from './fields.js';
import { LONGEST_ID } from './limits.js';

/** The id of a node of one type, global or bare; the property holds the bare key, whichever was given. */
export function IdField(
  type: NodeType,
  description: string,
  { nullable = false }: { nullable?: boolean } = {},
): PropertyDecorator {
  return (target, key) => {
    AsKey(type)(target, key);
    Field(() => ID, { nullable, description })(target, key);
  };
}

/** As {@link IdField}, of a list of which any will do. */
export function IdsField(type: NodeType, description: string): PropertyDecorator {
  return (target, key) => {
    AsKey(type)(target, key);
    AnyOfField(() => ID, description)(target, key);
  };
}

/**
 * Turns an id, or each of a list of ids, that is assigned to the property into the bare key. In place of what is no id of
 * that type stands the error, which the validation tells under the whole path of the argument.
 */
function AsKey(type: NodeType): PropertyDecorator {
  return (target, key) => {
    AreKeys()(target, key);
    Object.defineProperty(target, key, {
      set(this: object, ids: unknown) {
        const value: unknown = Array.isArray(ids) ? ids.map((id) => toKey(type, id)) : toKey(type, ids);
        Object.defineProperty(this, key, { value, writable: true, enumerable: true, configurable: true });
      },
    });
  };
}

function toKey(type: NodeType, id: unknown): unknown {
  if (typeof id !== 'string') return id;
  try {
    return keyOf(type, id);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

/** The value is the key of a node, or a list of them. */
function AreKeys(): PropertyDecorator {
  return ValidateBy({
    name: 'areKeys',
    validator: {
      validate: (value) => keyProblem(value) === undefined,
      defaultMessage: (args) => `${args?.property} ${keyProblem(args?.value) ?? ''}`,
    },
  });
}

/** What is wrong with keys; undefined when nothing is. */
function keyProblem(value: unknown): string | undefined {
  for (const key of Array.isArray(value) ? (value as unknown[]) : [value]) {
    if (key instanceof InputError) return key.reason;
    if (typeof key !== 'string' || key.length > LONGEST_ID)
      return `must not be longer than ${LONGEST_ID} characters`;
  }
  return undefined;
}
