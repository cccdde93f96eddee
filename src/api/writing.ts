import { isRejection, type Rejection } from '../documents/document.js';
import type { WrittenCase as Written } from '../graph/writer.js';
import { forgetRead, type Context } from './context.js';
import { toRefusal } from './letter-refusal.js';
import type { LetterWriting, WriteOutcome } from './types/writing.type.js';

/**
 * To be called when a mutation is done: the log tells what it did (nothing of a text), and what the request has read of the
 * graph before is forgotten, so that what it still asks for is read anew.
 */
export function noteMutation(
  context: Context,
  mutation: string,
  did: Readonly<Record<string, unknown>> & { readonly outcome: string },
): void {
  context.metrics.observeMutation(mutation, did.outcome);
  context.log.info({ requestId: context.request.id, mutation, ...did }, 'mutation');
  forgetRead(context);
}

/** Notes what became of a letter, and tells it in the API's terms. */
export function toLetterWriting(
  context: Context,
  mutation: string,
  result: Written | Rejection,
): LetterWriting {
  if (isRejection(result)) {
    const refusal = toRefusal(result);
    noteMutation(context, mutation, { outcome: 'REFUSED', code: refusal.code });
    return refusal;
  }
  const { caseId, removed, ...rest } = result;
  const outcome = result.outcome.toUpperCase() as keyof typeof WriteOutcome;
  noteMutation(context, mutation, { outcome, case: caseId, removed });
  return { ...rest, caseId, removed, outcome };
}
