import type { GraphClient } from '../graph/client.js';
import { createLoaders, type Loaders } from './loaders.js';

/** What resolvers have at hand; one per request. */
export interface Context {
  readonly client: GraphClient;
  readonly loaders: Loaders;
}

export function createContext(client: GraphClient): Context {
  return { client, loaders: createLoaders(client) };
}
