import { gigabytes } from '../common/disk.js';
import type { DiskUse } from '../load/disk.js';
import type { LoadOptions, Phase } from '../load/load.js';
import { progressBar } from './progress-bar.js';

/** What each phase does, for people. */
const TOLD: Readonly<Record<Phase, string>> = {
  reading: 'reading letters',
  tying: 'tying letters together',
  importing: "running Neo4j's import tool",
  indexing: 'building indexes and checking',
  replacing: 'putting the new graph in place',
};

/** Says on standard error what a load is doing (on a terminal alone), and how long each phase took. */
export class LoadReport {
  readonly #seconds = new Map<Phase, number>();
  readonly #memory = new Map<string, number>();
  readonly #bar = progressBar('reading', 'files');
  #phase: Phase | undefined;
  #since = performance.now();
  #letters = 0;
  #hasBar = false;

  /** What a load tells of itself. */
  readonly hooks: Required<Pick<LoadOptions, 'onEstimate' | 'onPhase' | 'onProgress' | 'onMemory'>> = {
    onEstimate: (letters, disk) => {
      this.#letters = letters;
      process.stderr.write(`${estimate(letters, disk)}\n`);
    },
    onPhase: (phase) => {
      this.#enter(phase);
    },
    onProgress: (done) => {
      this.#show(done);
    },
    onMemory: (phase, peak) => {
      this.#memory.set(phase === 'importing' ? 'the import tool' : 'the engine', peak);
    },
  };

  /** The seconds of each phase, and the memory of each process. */
  lines(files: number): string[] {
    this.#leave();
    const phases = [...this.#seconds].map(([phase, seconds]) => `${phase} ${seconds.toFixed(1)} s`);
    const total = [...this.#seconds.values()].reduce((sum, seconds) => sum + seconds, 0);
    const own = 1024 * process.resourceUsage().maxRSS;
    const peaks = [...this.#memory, ['this process', own] as const];
    const told = peaks.map(([name, peak]) => `${name} ${Math.round(peak / 1e6)} MB`);
    return [
      `${total.toFixed(1)} s (${Math.round(files / total)} letters/s): ${phases.join(', ')}`,
      `memory at most: ${told.join(', ')}`,
    ];
  }

  stop(): void {
    this.#leave();
  }

  #enter(phase: Phase): void {
    this.#leave();
    this.#phase = phase;
    if (process.stderr.isTTY && phase !== 'reading') process.stderr.write(`${TOLD[phase]}\n`);
  }

  #leave(): void {
    if (this.#hasBar) this.#bar.stop();
    this.#hasBar = false;
    const now = performance.now();
    if (this.#phase !== undefined) this.#seconds.set(this.#phase, (now - this.#since) / 1000);
    this.#phase = undefined;
    this.#since = now;
  }

  #show(done: number): void {
    if (!process.stderr.isTTY) return;
    if (!this.#hasBar) this.#bar.start(Math.max(this.#letters, done), done);
    else this.#bar.update(done);
    this.#hasBar = true;
  }
}

function estimate(letters: number, { needed, available }: DiskUse): string {
  return `about ${letters} letters: about ${gigabytes(needed)} of disk while loading, ${gigabytes(available)} are free`;
}
