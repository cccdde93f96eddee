import { ImrError } from './errors.js';

/** What the log holds of an error. */
export interface LoggedError {
  readonly type: string;
  readonly code?: unknown;
  readonly message: string;
  /** Where it came from, without the message. */
  readonly stack?: string;
  readonly cause?: LoggedError;
}

/** An error as the log holds it, with whatever it was thrown for: without words of letters or requests that a message quotes. */
export function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: '' };
  const { code } = error as { readonly code?: unknown };
  const frames = error.stack?.split('\n').filter((line) => /^ +at /.test(line)) ?? [];
  return {
    type: error.name,
    ...(typeof code === 'string' && { code }),
    message: loggedMessage(error),
    ...(frames.length > 0 && { stack: frames.join('\n') }),
    ...(error.cause instanceof Error && { cause: loggedError(error.cause) }),
  };
}

/** The message of an error up to where it begins to quote, unless it is our own: those quote nothing. */
export function loggedMessage(error: unknown): string {
  if (error instanceof ImrError) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  const [told = ''] = message.split(/["'`“‘{[\n]/, 1);
  return told === message ? message : `${told.trimEnd()} …`;
}
