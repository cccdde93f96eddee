import { keyHeader } from '../key.js';

/** Sends what the editor holds to the API, which is where this page came from. */
export async function fetchGraphQL(
  request: object,
  options: { readonly headers?: Record<string, string> } = {},
): Promise<object> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...keyHeader(), ...options.headers },
    body: JSON.stringify(request),
  });
  return (await response.json()) as object;
}
