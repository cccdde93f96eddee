import { SingleBar } from 'cli-progress';

/** A bar on a terminal that tells how many are done; nothing in a pipe or a log. */
export function progressBar(verb: string, what: 'files' | 'cases'): SingleBar {
  return new SingleBar({
    format: `${verb} {bar} {value}/{total} ${what}, {eta_formatted} left`,
    stream: process.stderr,
    noTTYOutput: false,
    // Otherwise a second Ctrl-C leaves a terminal that does not wrap lines.
    linewrap: true,
  });
}
