import type { TadaDocumentNode } from 'gql.tada';
import { print } from 'graphql';

const URL = process.env.IMR_URL ?? 'http://127.0.0.1:4000/graphql';

interface Refusal {
  readonly message: string;
  readonly extensions?: {
    readonly code: string;
    readonly fields?: readonly { readonly path: string; readonly message: string }[];
  };
}

/** What the API refuses: a stable code, and the path of each argument that is not acceptable. */
export class ImrError extends Error {
  readonly code: string;
  readonly fields: readonly { readonly path: string; readonly message: string }[];

  constructor({ message, extensions }: Refusal) {
    super(message);
    this.code = extensions?.code ?? '';
    this.fields = extensions?.fields ?? [];
  }
}

/**
 * The data that answers an operation.
 * @throws {ImrError} when it is refused
 */
export async function ask<Data, Variables>(
  operation: TadaDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const response = await fetch(URL, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: print(operation), variables }),
  });
  const { data, errors } = (await response.json()) as { data: Data; errors?: readonly Refusal[] };
  if (errors?.[0] !== undefined) throw new ImrError(errors[0]);
  return data;
}

/** One page of a list, whatever else it tells. */
interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Every node of a list, one page after the other; `load` asks for the page behind a cursor. */
export async function* nodesOf<Node>(
  load: (after: string | null) => Promise<Page<Node>>,
): AsyncGenerator<Node, void> {
  let after: string | null = null;
  do {
    const { nodes, pageInfo }: Page<Node> = await load(after);
    yield* nodes;
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
}
