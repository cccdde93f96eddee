/*
 * Ways to use a pattern that make nothing but what is asked for. The patterns are shared, so each use sets where it
 * begins; none may be used within another use of the same pattern.
 */

/** All matches of a pattern with flag `g`. `String.matchAll` finds the same, and copies the pattern for each text. */
export function allMatches(pattern: RegExp, text: string): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    matches.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return matches;
}

/** The match of a pattern with flag `y` that begins at an offset. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Whether a pattern with flag `y` matches at an offset. */
export function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** How many characters a pattern with flag `y` matches at an offset; 0 also when it does not match. */
export function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex - at : 0;
}
