import { isRejection, type Rejection } from '../documents/document.js';
import type { WrittenCase as Written } from '../graph/writer.js';
import { forgetRead, type Context } from './context.js';
import { toRefusal } from './letter-refusal.js';
import type { LetterWriting, WriteOutcome } from './types/writing.type.js';

/** What a change did. */
type Told = Readonly<Record<string, unknown>> & { readonly outcome: string };

/**
 * Makes a change: the audit log tells who makes it, the log what it did (nothing of a text). What the request has read of the graph
 * before is forgotten, so that what it still asks for is read anew.
 * @param told what the change did
 */
export async function change<Result>(
  context: Context,
  { action, about = {} }: { readonly action: string; readonly about?: object },
  make: () => Promise<Result>,
  told: (result: Result) => Told,
): Promise<Result> {
  const { audit, caller, log, metrics, request } = context;
  const requestId = request.id;
  const result = await audit.around({ by: caller.id, action, requestId, ...about }, make, told);
  const did = told(result);
  metrics.observeMutation(action, did.outcome);
  log.info({ requestId, mutation: action, ...did }, 'mutation');
  forgetRead(context);
  return result;
}

/** What is told of a case that is not there. */
export const NO_SUCH_CASE = { outcome: 'NO_SUCH_CASE' };

/** What became of a letter, for the logs. */
export function toldOfLetter(result: Written | Rejection): Told {
  if (isRejection(result)) return { outcome: 'REFUSED', code: toRefusal(result).code };
  const { outcome, caseId, removed } = result;
  return { outcome: outcome.toUpperCase(), case: caseId, removed };
}

/** What became of a letter, in the API's terms. */
export function toLetterWriting(result: Written | Rejection): LetterWriting {
  if (isRejection(result)) return toRefusal(result);
  return { ...result, outcome: result.outcome.toUpperCase() as keyof typeof WriteOutcome };
}
