// @ts-check
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Clock } from './clock.js';
import { until } from './deployment.js';

/**
 * @typedef {object} Given
 * @property {import('./deployment.js').Deployment} deployment
 * @property {string} corpus folder of letters
 * @property {() => number} luck gives numbers from 0 to 1, other ones with each repetition
 * @property {number} ingestTakes milliseconds of an ingest that is left alone, with the start of its engine
 * @property {number} loadTakes the same of a bulk load
 * @typedef {(given: Given) => Promise<void>} Scenario after it the graph must hold the whole corpus, as if nothing had happened
 */

const QUESTION = '{ cases(first: 1) { totalCount } }';

/** What the API says now; undefined while it does not answer. @param {string} url */
async function asked(url) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUESTION }),
  }).catch(() => undefined);
  return response && { status: response.status, body: await response.json() };
}

/** Waits until the API answers by itself again. @param {string} url */
async function recovered(url) {
  await until(async () => ((await asked(url))?.status === 200 ? true : undefined), 'the API to recover');
}

/** @type {Record<string, Scenario>} */
export const SCENARIOS = {
  'an ingest is killed': async ({ deployment, corpus, luck, ingestTakes }) => {
    const ingest = deployment.start(['ingest', corpus]);
    await sleep(luck() * ingestTakes);
    ingest.child.kill('SIGKILL');
    await ingest.ended;
    await deployment.run(['ingest', corpus]);
  },

  'the engine is killed during an ingest': async ({ deployment, corpus, luck, ingestTakes }) => {
    const ingest = deployment.start(['ingest', corpus]);
    await until(() => deployment.engine(), 'an engine');
    await sleep(luck() * ingestTakes);
    deployment.signalEngine('SIGKILL');
    await ingest.ended;
    await deployment.run(['ingest', corpus]);
  },

  'the engine is killed, and everything with it, while the schema is made': async ({
    deployment,
    corpus,
    luck,
    ingestTakes,
  }) => {
    const api = deployment.start(['serve']);
    await until(() => deployment.engine(), 'an engine');
    await sleep(luck() * ingestTakes);
    api.child.kill('SIGKILL');
    deployment.signalEngine('SIGKILL');
    await api.ended;
    await deployment.run(['ingest', corpus]);
  },

  'a bulk load is killed': async ({ deployment, corpus, luck, loadTakes }) => {
    const load = deployment.start(['load', '--bulk', corpus]);
    await sleep(luck() * loadTakes);
    load.child.kill('SIGKILL');
    await load.ended;
    await until(() => {
      const again = deployment.start(['load', '--bulk', '--replace', corpus]);
      // What the killed one had started may need a moment to notice.
      return again.ended.then((code) => (code === 0 ? true : undefined));
    }, 'the load to go on');
  },

  'two ingests of one folder at once': async ({ deployment, corpus }) => {
    const both = [deployment.start(['ingest', corpus]), deployment.start(['ingest', corpus])];
    for (const ingest of both) {
      const code = await ingest.ended;
      if (code !== 0) throw new Error(`an ingest ended with ${code}: ${ingest.written()}`);
    }
  },

  'the graph goes away while the API is asked, and comes back': async ({ deployment, corpus, luck }) => {
    await deployment.run(['ingest', corpus]);
    const api = await deployment.serve();
    await recovered(api.url);
    await sleep(luck() * 1_000);
    deployment.signalEngine('SIGKILL');
    await recovered(api.url);
    api.child.kill('SIGTERM');
    await api.ended;
  },

  'the graph hangs for a while': async ({ deployment, corpus, luck }) => {
    await deployment.run(['ingest', corpus]);
    const api = await deployment.serve();
    await recovered(api.url);
    deployment.signalEngine('SIGSTOP');
    const answers = Promise.all([1, 2, 3].map(() => asked(api.url)));
    await sleep(2_000 + luck() * 6_000);
    deployment.signalEngine('SIGCONT');
    for (const answer of await answers) {
      if (![200, 503, 504].includes(answer?.status ?? 0)) throw new Error(`answered ${answer?.status}`);
    }
    await recovered(api.url);
    api.child.kill('SIGTERM');
    await api.ended;
  },

  'the API is killed while letters are sent to it': async ({ deployment, corpus, luck }) => {
    const token = 'a-token-of-the-faults';
    deployment.env = { WRITE_TOKEN: token };
    const api = await deployment.serve();
    const send = async (/** @type {string} */ file) => {
      const query =
        'mutation ($text: String) { ingestLetter(input: { text: $text }) { ... on WrittenCase { outcome } } }';
      const variables = { text: readFileSync(join(corpus, file), 'utf8') };
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      await fetch(`${api.url}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query, variables }),
      });
    };
    const sending = Promise.allSettled(readdirSync(corpus).map(send));
    await sleep(luck() * 4_000);
    api.child.kill('SIGKILL');
    await Promise.all([api.ended, sending]);
    deployment.env = {};
    await deployment.run(['ingest', corpus]);
  },

  'the disk is full for a while': async ({ deployment, corpus, luck }) => {
    const filled = join(deployment.dataDir, 'filled');
    await deployment.run(['engine', 'start']);
    // As much as leaves the ingest some way to go.
    execFileSync('fallocate', [
      '-l',
      String(freeBytes(deployment.dataDir) - Math.round(luck() * 6e6)),
      filled,
    ]);
    const ingest = deployment.start(['ingest', corpus]);
    await Promise.race([ingest.ended, sleep(20_000)]);
    execFileSync('rm', ['-f', filled]);
    await ingest.ended;
    deployment.signalEngine('SIGKILL');
    await sleep(1_000);
    await deployment.run(['ingest', corpus]);
  },

  'the clock jumps a day ahead and back': async ({ deployment, corpus }) => {
    const clock = new Clock(deployment.dataDir);
    deployment.env = clock.env;
    const api = await deployment.serve();
    const ingest = deployment.start(['ingest', corpus]);
    for (const days of [1, -1, 0]) {
      await sleep(1_500);
      clock.move(BigInt(days * 86_400));
      await recovered(api.url);
    }
    if ((await ingest.ended) !== 0) throw new Error(`the ingest failed: ${ingest.written()}`);
    api.child.kill('SIGTERM');
    await api.ended;
    deployment.env = {};
  },
};

/** Scenarios that need something of the machine, and what is wanting; undefined: nothing is. @type {Record<string, () => string | undefined>} */
export const NEEDS = {
  'the clock jumps a day ahead and back': () =>
    process.platform === 'linux' ? undefined : 'clock.c is for Linux',
  'the disk is full for a while': () =>
    process.getuid?.() === 0 ? undefined : 'only root can make a small disk',
};

/** @param {string} folder */
function freeBytes(folder) {
  const [, line = ''] = execFileSync('df', ['-B1', '--output=avail', folder], { encoding: 'utf8' }).split(
    '\n',
  );
  return Number(line);
}
