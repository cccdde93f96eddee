// @ts-check
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What the command is told. */
export function readOptions() {
  const { values } = parseArgs({
    options: {
      letters: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      data: { type: 'string' },
      only: { type: 'string' },
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '2' },
      clients: { type: 'string' },
      minutes: { type: 'string', default: '12' },
      heap: { type: 'string', default: '4g' },
      pagecache: { type: 'string', default: '4g' },
      part: { type: 'string', default: 'load,measure,page' },
      smoke: { type: 'boolean', default: false },
    },
  });
  const letters = values.smoke ? 200 : Number(values.letters);
  const seed = Number(values.seed);
  return {
    letters,
    seed,
    data: resolve(values.data ?? join(tmpdir(), 'imr-bench', `${letters}-${seed}`)),
    only: values.only?.split(','),
    rounds: values.smoke ? 1 : Number(values.rounds),
    seconds: values.smoke ? 0.1 : Number(values.seconds),
    clients: values.clients?.split(',').map(Number),
    minutes: Number(values.minutes),
    memory: { heap: values.heap, pagecache: values.pagecache },
    parts: values.part.split(','),
    smoke: values.smoke,
  };
}

/** @typedef {ReturnType<typeof readOptions>} Options */
