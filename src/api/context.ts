import type { TextReader } from '../corpus/text-reader.js';
import type { GraphClient } from '../graph/client.js';
import { createLoaders, type Loaders } from './loaders.js';

/** What resolvers have at hand; one per request. */
export interface Context {
  readonly client: GraphClient;
  readonly loaders: Loaders;
  readonly letters: TextReader;
}

export function createContext(client: GraphClient, letters: TextReader): Context {
  return { client, loaders: createLoaders(client), letters };
}
