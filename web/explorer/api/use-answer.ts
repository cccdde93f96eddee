import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ask } from './ask.js';
import type { Operation } from './graphql.js';

/** The answer to an operation; while another is asked for, the former one stays. */
export function useAnswer<Answer, Variables>(
  operation: Operation<Answer, Variables>,
  variables: Variables,
  { enabled = true }: { readonly enabled?: boolean } = {},
): UseQueryResult<Answer> {
  return useQuery({
    queryKey: [operation, variables],
    queryFn: ({ signal }) => ask(operation, variables, { signal }),
    placeholderData: keepPreviousData,
    enabled,
  });
}
