import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { AskError } from '../api/ask.js';
import { KeyForm } from './key-form.js';

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
  WRITING_DISABLED: 'Its operator makes keys with `imr keys`.',
  UNAUTHENTICATED: 'Give yours.',
  RATE_LIMITED: 'Try again in a minute.',
};

/** What another key may help with. */
const NEEDS_KEY = ['UNAUTHENTICATED', 'FORBIDDEN'];

export function Failure({ error, onRetry }: { readonly error: Error; readonly onRetry?: () => void }) {
  const code = error instanceof AskError ? error.code : '';
  return (
    <div className="state failure" role="alert">
      <p>
        {error.message} {ADVICE[code]}
      </p>
      {code !== '' && <p className="quiet">{code}</p>}
      {NEEDS_KEY.includes(code) && <KeyForm />}
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
