import type { TestApi } from './api.js';

/** What every list tells of a page; the nodes are of a test's own choice. */
export interface PageOf<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** The first so many nodes of a list, behind a cursor. */
export type Ask<Node> = (first: number, after: string | null) => Promise<PageOf<Node>>;

/** A list of the API: `item(id: "x")`, `cases($paged)`; at the top nothing encloses it. */
export interface List {
  readonly within?: string;
  /** With `$paged` in place of its arguments `first` and `after`. */
  readonly list: string;
}

/** A query for something of the page of a list, with the variables `first` and `after`. */
export function pageQuery({ within, list }: List, selection: string): string {
  const page = `${list.replace('$paged', 'first: $first, after: $after')} { ${selection} }`;
  return `query ($first: Int, $after: String) { ${within === undefined ? page : `${within} { ${page} }`} }`;
}

/** Asks for pages of a list with these fields of each node. */
export function askFor<Node>(api: TestApi, list: List, fields: string): Ask<Node> {
  const selection = `edges { cursor node { ${fields} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;
  const query = pageQuery(list, selection);
  return async (first, after) => innermost(await api.data(query, { first, after })) as PageOf<Node>;
}

/** What stands below a chain of single fields. */
function innermost(answer: unknown): unknown {
  const values = Object.values(answer as object) as unknown[];
  return values.length === 1 ? innermost(values[0]) : answer;
}

/** All nodes of a list, one page after the other; `between` is awaited before each page but the first. */
export async function walk<Node>(
  ask: Ask<Node>,
  first: number,
  between: () => Promise<void> = () => Promise.resolve(),
): Promise<Node[]> {
  const seen: Node[] = [];
  let after: string | null = null;
  do {
    if (after !== null) await between();
    const { edges, pageInfo }: PageOf<Node> = await ask(first, after);
    seen.push(...edges.map(({ node }) => node));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return seen;
}
