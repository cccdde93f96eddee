// @ts-check
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { LETTERS } from './corpus.js';

/** What the command is told. */
export function readOptions() {
  const { values } = parseArgs({
    options: {
      letters: { type: 'string' },
      seed: { type: 'string', default: '1' },
      data: { type: 'string' },
      report: { type: 'string' },
      only: { type: 'string' },
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '2' },
      starts: { type: 'string', default: '3' },
      clients: { type: 'string' },
      minutes: { type: 'string', default: '12' },
      heap: { type: 'string', default: '4g' },
      pagecache: { type: 'string', default: '4g' },
      part: { type: 'string', default: 'load,measure,page' },
      smoke: { type: 'boolean', default: false },
    },
  });
  const letters = values.smoke ? 200 : values.letters === undefined ? undefined : Number(values.letters);
  const seed = Number(values.seed);
  return {
    letters,
    seed,
    data: resolve(values.data ?? join(tmpdir(), 'imr-bench', `${letters ?? LETTERS}-${seed}`)),
    report: values.report,
    only: values.only?.split(','),
    rounds: values.smoke ? 1 : Number(values.rounds),
    seconds: values.smoke ? 0.1 : Number(values.seconds),
    starts: values.smoke || values.only ? 0 : Number(values.starts),
    clients: values.clients?.split(',').map(Number),
    minutes: Number(values.minutes),
    memory: { heap: values.heap, pagecache: values.pagecache },
    parts: values.part.split(','),
    smoke: values.smoke,
  };
}

/** @typedef {ReturnType<typeof readOptions>} Options */
