import { pino, type Logger } from 'pino';

export type { Logger };

/** A logger that writes JSON lines to standard error, so that standard output stays free for results. */
export function createLogger(level: string): Logger {
  return pino(
    { level, redact: { paths: ['password', '*.password', 'auth', '*.auth'], censor: '[redacted]' } },
    pino.destination({ fd: 2, sync: true }),
  );
}
