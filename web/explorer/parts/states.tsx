import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { AskError } from '../api/ask.js';

export function Loading() {
  return (
    <p className="state loading" role="status">
      Loading …
    </p>
  );
}

/** Nothing was found: said, with what one may do. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <p className="state">{children}</p>;
}

/** What people can do about an error, by its code. */
const ADVICE: Readonly<Record<string, string>> = {
  UNREACHABLE: 'Look whether the server runs, and try again.',
  DATABASE_UNAVAILABLE: 'The graph does not answer at the moment. Try again soon.',
  QUERY_TIMEOUT: 'The question takes too long. Narrow the filter.',
  BAD_USER_INPUT: 'Something in the address is not a value that letters have.',
  WRITING_DISABLED: 'This server does not let anybody change the graph (WRITE_TOKEN is not set).',
  UNAUTHENTICATED: 'Give the token for writing first.',
  FORBIDDEN: 'The token is not the right one.',
};

export function Failure({ error, onRetry }: { readonly error: Error; readonly onRetry?: () => void }) {
  const code = error instanceof AskError ? error.code : '';
  return (
    <div className="state failure" role="alert">
      <p>
        {error.message} {ADVICE[code]}
      </p>
      {code !== '' && <p className="quiet">{code}</p>}
      {onRetry !== undefined && <button onClick={onRetry}>Try again</button>}
    </div>
  );
}

/** What an answer is shown by, or that it is not there yet, or why it is not. */
export function Answered<Answer>({
  to,
  children,
}: {
  readonly to: UseQueryResult<Answer>;
  readonly children: (answer: Answer) => ReactNode;
}) {
  if (to.error !== null) return <Failure error={to.error} onRetry={() => void to.refetch()} />;
  if (to.data === undefined) return <Loading />;
  return <div aria-busy={to.isPlaceholderData}>{children(to.data)}</div>;
}
