import type DataLoader from 'dataloader';
import { InputError } from '../query/input-error.js';
import { NODE_TYPES, parseGlobalId, type NodeType } from './global-id.js';
import type { Loaders } from './loaders/loaders.js';
import type { TypedRow } from './types/node.type.js';

type Row = { readonly id: string };

const LOADERS: Readonly<Record<NodeType, (loaders: Loaders) => DataLoader<string, Row | null>>> = {
  Case: ({ cases }) => cases,
  Finding: ({ findings }) => findings,
  Guideline: ({ guidelines }) => guidelines,
  Item: ({ items }) => items,
  QuarantinedDocument: ({ quarantinedDocuments }) => quarantinedDocuments,
  Reviewer: ({ reviewers }) => reviewers,
};

/**
 * The node of a global id, with its type; null when the graph holds none.
 * @param path name of the argument, for the error
 * @throws {InputError} when the id tells no type
 */
export async function nodeOf(id: string, loaders: Loaders, path: string): Promise<TypedRow<Row> | null> {
  const name = parseGlobalId(id);
  if (name === undefined) {
    throw new InputError(path, `must be a global id, which begins with ${NODE_TYPES.join(':, ')}:`);
  }
  const row = await LOADERS[name.type](loaders).load(name.key);
  return row && { ...row, nodeType: name.type };
}
