/** Raised whenever the same letter would be read differently; a letter in the graph says which version read it. */
export const PARSER_VERSION = '2.2.0';

/** The version of readings: one of a redacted letter says so, and is another than that of the letter itself. */
export function readingVersion(isRedacted: boolean): string {
  return isRedacted ? `${PARSER_VERSION}+redacted` : PARSER_VERSION;
}
