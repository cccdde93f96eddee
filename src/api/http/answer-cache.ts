import { HeaderMap, type ApolloServerPlugin, type GraphQLRequestContext } from '@apollo/server';
import { sha256 } from '../../common/hash.js';
import { programDigest } from '../../common/program-digest.js';
import { readVersion, type GraphVersion } from '../../graph/version.js';
import type { Context } from '../context.js';

/**
 * Lets clients and proxies keep the answers of GET: they may store them, and ask each time whether they still hold, which costs
 * one small statement instead of the operation. Whatever else is answered is not to be stored.
 */
export function createAnswerCache(): ApolloServerPlugin<Context> {
  const program = programDigest();
  return {
    requestDidStart: () => {
      let tag: string | undefined;
      return Promise.resolve({
        responseForOperation: async (context) => {
          // Before the data: what changes in between makes the answer newer than its tag, never older for good.
          const version = await versionFor(context);
          tag = version && tagOf(context, `${program} ${version.token}`);
          const known = tagsOf(context.request.http?.headers.get('if-none-match'));
          return tag !== undefined && known.includes(tag) ? notModified() : null;
        },
        willSendResponse: ({ request, response: { body, http } }) => {
          if (tag === undefined || body.kind !== 'single' || body.singleResult.errors)
            return Promise.resolve();
          const isPrivate = request.http?.headers.has('authorization') === true;
          http.headers.set('etag', `W/"${tag}"`);
          http.headers.set('cache-control', isPrivate ? 'private, no-cache' : 'no-cache');
          return Promise.resolve();
        },
      });
    },
  };
}

type Operation = GraphQLRequestContext<Context>;

/** The version of the graph where it labels the answer; none for POST, and none while the graph changes, or cannot be reached. */
async function versionFor({ request, contextValue }: Operation): Promise<GraphVersion | undefined> {
  if (request.http?.method !== 'GET') return undefined;
  try {
    return await readVersion(contextValue.client);
  } catch {
    // The operation meets the same failure, and tells it, if it asks the graph at all.
    return undefined;
  }
}

/** Which answer it is: of which state of program and graph, to which question, in which form. Weak: compressed or not, it is the same. */
function tagOf({ request, queryHash }: Operation, state: string): string {
  const { operationName, variables, http } = request;
  const parts = [state, queryHash, operationName, variables, http?.headers.get('accept')];
  return sha256(JSON.stringify(parts)).slice(0, 32);
}

function tagsOf(header = ''): string[] {
  return [...header.matchAll(/"([^"]*)"/g)].map(([, tag = '']) => tag);
}

function notModified(): Awaited<ReturnType<NonNullable<Hooks['responseForOperation']>>> {
  return {
    http: { status: 304, headers: new HeaderMap() },
    // Express sends no body with this status.
    body: { kind: 'single', singleResult: {} },
  };
}

type Hooks = Exclude<Awaited<ReturnType<NonNullable<ApolloServerPlugin<Context>['requestDidStart']>>>, void>;
