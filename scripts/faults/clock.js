// @ts-check
import { execFileSync } from 'node:child_process';
import { openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = new URL('clock.c', import.meta.url).pathname;

/** A clock that can be set, for the processes that are started with its environment (clock.c). Needs a C compiler. */
export class Clock {
  /** @param {string} folder for its two files */
  constructor(folder) {
    const library = join(folder, 'clock.so');
    const file = join(folder, 'clock');
    execFileSync('cc', ['-O2', '-shared', '-fPIC', '-o', library, SOURCE]);
    writeFileSync(file, new BigInt64Array(1));
    /** @type {Record<string, string>} */
    this.env = { LD_PRELOAD: library, IMR_CLOCK: file };
    this.file = openSync(file, 'r+');
  }

  /** @param {bigint} seconds from the real time, backwards where negative */
  move(seconds) {
    // In place: the processes have the file mapped.
    writeSync(this.file, new BigInt64Array([seconds]), 0, 8, 0);
  }
}
