import { InputError } from '../query/input-error.js';

/** The types whose nodes have a global id, by which `node` finds them. */
export const NODE_TYPES = [
  'Case',
  'Finding',
  'Guideline',
  'Item',
  'QuarantinedDocument',
  'Reviewer',
] as const;

export type NodeType = (typeof NODE_TYPES)[number];

/** What a global id names: the key is what the graph knows a node of that type by. */
export interface NodeName {
  readonly type: NodeType;
  readonly key: string;
}

/** The id that no other node of any type has: `Guideline:ODG > Knee & Leg`. */
export function globalId(type: NodeType, key: string): string {
  return `${type}:${key}`;
}

/** What a global id names; undefined when it begins with the name of no type, and so is at most a bare key. */
export function parseGlobalId(id: string): NodeName | undefined {
  const colon = id.indexOf(':');
  const type = NODE_TYPES.find((name) => name === id.slice(0, Math.max(0, colon)));
  return type && { type, key: id.slice(colon + 1) };
}

/**
 * The key within a global id of this type. What is no global id is a bare key, and taken as it is; so a key that itself
 * begins as a global id does (`Case:…`) must be given globally.
 * @param path name of the argument, for the error
 * @throws {InputError} when it is the id of another type
 */
export function keyOf(type: NodeType, id: string, path = 'id'): string {
  const name = parseGlobalId(id);
  if (name === undefined) return id;
  if (name.type !== type) throw new InputError(path, `must be the id of a ${type}, not of a ${name.type}`);
  return name.key;
}
