import { SingleBar } from 'cli-progress';
import type { OnProgress } from './artifacts.js';

const MEGABYTE = 1_000_000;

/** Shows a download on standard error: a bar on a terminal, a line at its start and its end otherwise. */
export function showDownload(stream: NodeJS.WriteStream = process.stderr): OnProgress {
  return stream.isTTY ? asBar(stream) : asLines(stream);
}

function asBar(stream: NodeJS.WriteStream): OnProgress {
  const bar = new SingleBar({
    format: 'getting Neo4j {bar} {value}/{total} MB, {eta_formatted} left',
    stream,
    // Otherwise Ctrl-C leaves a terminal that does not wrap lines.
    linewrap: true,
  });
  return (done, total) => {
    if (done === 0) bar.start(inMegabytes(total), 0);
    else bar.update(inMegabytes(done));
    if (done === total) bar.stop();
  };
}

function asLines(stream: NodeJS.WriteStream): OnProgress {
  return (done, total) => {
    if (done === 0) stream.write(`getting Neo4j (${inMegabytes(total)} MB)\n`);
    if (done === total) stream.write('got Neo4j\n');
  };
}

function inMegabytes(bytes: number): number {
  return Math.ceil(bytes / MEGABYTE);
}
