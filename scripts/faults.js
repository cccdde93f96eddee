// @ts-check
/**
 * Hits real processes with faults, and looks whether the graph is afterwards what it would be without: nothing lost, nothing doubled, nothing
 * half-written. `npm run faults -- [--repetitions 20] [--only WORDS]`. Exit code 1 when one was not survived.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Deployment } from './faults/deployment.js';
import { NEEDS, SCENARIOS } from './faults/scenarios.js';
import { Random } from '../dist/generate/random.js';

const { values } = parseArgs({
  options: {
    repetitions: { type: 'string', default: '20' },
    letters: { type: 'string', default: '400' },
    only: { type: 'string', default: '' },
    seed: { type: 'string', default: '1' },
  },
});

/** Of the disk that is filled: the engine takes a tenth of a gigabyte for itself. */
const SMALL_DISK = '700m';

const work = mkdtempSync(join(tmpdir(), 'imr-faults-'));
const corpus = join(work, 'letters');
const maker = new Deployment(join(work, 'undisturbed'));
await maker.run(['generate', '--letters', values.letters, '--seed', '7', '--out', corpus]);
for (const file of readdirSync(corpus)) if (file.endsWith('.json')) rmSync(join(corpus, file));
const ingestTakes = await timed(() => maker.run(['ingest', corpus]));
const undisturbed = await maker.contents();
const loadTakes = await timed(() => maker.run(['load', '--bulk', '--replace', corpus]));
await maker.remove();
console.log(
  `undisturbed: an ingest takes ${ingestTakes} ms, a bulk load ${loadTakes} ms, each with its engine`,
);

let failures = 0;
for (const [name, scenario] of Object.entries(SCENARIOS).filter(([each]) => each.includes(values.only))) {
  const wanting = NEEDS[name]?.();
  if (wanting !== undefined) {
    console.log(`skipped   ${name}: ${wanting}`);
    continue;
  }
  let survived = 0;
  for (let repetition = 0; repetition < Number(values.repetitions); repetition++) {
    const problem = await disturbed(name, scenario, Number(values.seed) * 1_000 + repetition);
    if (problem === undefined) survived++;
    else console.log(`  ${name}, repetition ${repetition}: ${problem}`);
  }
  if (survived < Number(values.repetitions)) failures++;
  console.log(`${survived}/${values.repetitions} ${name}`);
}
rmSync(work, { recursive: true, force: true });
process.exitCode = failures === 0 ? 0 : 1;

/**
 * What was wrong after a fault; undefined when it was survived.
 * @param {string} name
 * @param {import('./faults/scenarios.js').Scenario} scenario
 * @param {number} seed
 */
async function disturbed(name, scenario, seed) {
  const isSmall = name.startsWith('the disk');
  const random = new Random(seed);
  const dataDir = mkdtempSync(join(tmpdir(), 'imr-fault-'));
  if (isSmall) execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SMALL_DISK}`, 'tmpfs', dataDir]);
  const deployment = new Deployment(isSmall ? join(dataDir, 'data') : dataDir);
  try {
    const luck = () => random.next() / 2 ** 32;
    await scenario({ deployment, corpus, luck, ingestTakes, loadTakes });
    const contents = await deployment.contents();
    return contents === undisturbed ? undefined : difference(contents);
  } catch (error) {
    return String(error);
  } finally {
    await deployment.remove();
    // An engine that was killed holds it for a moment yet.
    if (isSmall) execFileSync('umount', ['--lazy', dataDir]);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Milliseconds. @param {() => Promise<void>} work */
async function timed(work) {
  const start = performance.now();
  await work();
  return Math.round(performance.now() - start);
}

/** @param {string} contents */
function difference(contents) {
  const [are, should] = [new Set(contents.split('\n')), new Set(undisturbed.split('\n'))];
  const more = [...are].filter((line) => !should.has(line));
  const fewer = [...should].filter((line) => !are.has(line));
  return `the graph differs: ${fewer.length} lines are missing, ${more.length} are too many: ${(more[0] ?? fewer[0] ?? '').slice(0, 300)}`;
}
