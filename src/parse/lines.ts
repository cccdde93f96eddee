/** A line end that breaks a hyphenated word or a web address; not the dash in "3 -", nor "pre- and post-operative". */
const BROKEN_WORD = /[^\s-]-$/;
const GOES_ON = /^(?!(?:and|or|to)\b)[\p{L}\p{N}(]/u;

/** Whether nothing has to be looked at where a line meets the next, as with most. */
function isWhole(line: string): boolean {
  return line !== '' && !line.endsWith('-');
}

/**
 * Joins the lines of a wrapped paragraph. A word broken after a hyphen is put together with its hyphen: letters are
 * not hyphenated by the typesetter, so the hyphen was written ("anti-depressants", "10-13-2016").
 */
export function joinLines(lines: readonly string[]): string {
  if (lines.every(isWhole)) return lines.join(' ');
  const words: string[] = [];
  let previous = '';
  for (const line of lines) {
    if (line === '') continue;
    const mend = previous.endsWith('-') && BROKEN_WORD.test(previous) && GOES_ON.test(line);
    if (mend) words.push((words.pop() ?? '') + line);
    else words.push(line);
    previous = line;
  }
  return words.join(' ');
}
