/** A run of text on a page; lengths in points, the origin at the page's lower left. */
export interface Run {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Baselines closer than this share of the height are one line (a value may stand a hair beside its label). */
const SAME_LINE = 0.4;
/** Runs farther apart than this share of the height are separate words. */
const WORD_GAP = 0.15;
/** Baselines farther apart than this many heights have a blank line between them. */
const BLANK_LINE_GAP = 1.75;

/** A page's text, its lines rebuilt from where the words stand, whatever order the file stores them in. */
export function layOut(runs: readonly Run[]): string {
  const lines: string[] = [];
  let previous: Run | undefined;
  for (const line of groupIntoLines(runs)) {
    const first = line[0];
    if (!first) continue;
    if (previous && previous.y - first.y > BLANK_LINE_GAP * first.height) lines.push('');
    lines.push(joinRuns(line.sort((a, b) => a.x - b.x)));
    previous = first;
  }
  return lines.join('\n');
}

function groupIntoLines(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [];
  for (const run of [...runs].sort((a, b) => b.y - a.y)) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line && first && first.y - run.y < SAME_LINE * first.height) line.push(run);
    else lines.push([run]);
  }
  return lines;
}

function joinRuns(runs: readonly Run[]): string {
  let text = '';
  let end = -Infinity;
  for (const run of runs) {
    const apart = run.x - end > WORD_GAP * run.height;
    text += (text !== '' && apart ? ' ' : '') + run.text;
    end = run.x + run.width;
  }
  return text;
}
