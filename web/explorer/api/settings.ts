import { useQuery } from '@tanstack/react-query';

/** What the server tells its own pages. */
export interface PageSettings {
  /** Where Neo4j Browser begins, connected to the graph; null where there is none. */
  readonly neo4jBrowser: string | null;
}

/** Undefined while it is not known. */
export function useSettings(): PageSettings | undefined {
  const { data } = useQuery({
    queryKey: ['settings'],
    queryFn: async ({ signal }) => (await (await fetch('/settings.json', { signal })).json()) as PageSettings,
    staleTime: Infinity,
  });
  return data;
}
