/** Every file was looked at, but some could not be used. */
export const QUARANTINED = 2;

/** Ctrl-C ended the process, as shells have it. */
export const INTERRUPTED = 130;
