import type { ApolloServerPlugin } from '@apollo/server';

/**
 * Answers 200, with the errors, where a document or its variables are refused and the client asks for `application/json` by name: such
 * clients expect that of every request that can be read (GraphQL over HTTP). All others learn it by 400 too.
 */
export const plainJsonStatus: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ request, response: { http, body } }) => {
        const isRefusal =
          http.status === 400 && body.kind === 'single' && isReadable(body.singleResult.errors);
        if (isRefusal && wantsPlainJson(request.http?.headers.get('accept'))) http.status = 200;
        return Promise.resolve();
      },
    }),
};

function isReadable(errors: readonly { readonly extensions?: Record<string, unknown> }[] = []): boolean {
  return errors.every(({ extensions }) => extensions?.['code'] !== 'BAD_REQUEST');
}

function wantsPlainJson(accept = ''): boolean {
  return accept.includes('application/json') && !accept.includes('application/graphql-response+json');
}
