import { pino, type Logger } from 'pino';
import { loggedError } from './logged-error.js';

export type { Logger };

/** A logger that writes JSON lines to standard error, so that standard output stays free for results. */
export function createLogger(level: string): Logger {
  return pino(
    {
      level,
      redact: { paths: ['password', '*.password', 'auth', '*.auth'], censor: '[redacted]' },
      serializers: { err: loggedError },
    },
    pino.destination({ fd: 2, sync: true }),
  );
}
