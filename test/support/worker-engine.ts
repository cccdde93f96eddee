import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Each worker of Jest has an engine of its own, which global-setup.js starts when it is asked to, and which all test files of the worker
// share. It is waited for without `await`: now and then Node dies of modules that wait, in the contexts that Jest makes.
const PATIENCE = 120_000;
const { IMR_TEST_ENGINES: folder = '', JEST_WORKER_ID: worker = '' } = process.env;
const connection = join(folder, `${worker}.json`);
const pause = new Int32Array(new SharedArrayBuffer(4));

if (!existsSync(connection)) writeFileSync(join(folder, `${worker}.wanted`), '');
for (let waited = 0; !existsSync(connection); waited += 50) {
  if (waited > PATIENCE) throw new Error(`No engine for worker ${worker} after ${PATIENCE / 1000} s.`);
  Atomics.wait(pause, 0, 0, 50);
}

const { failure, ...environment } = JSON.parse(readFileSync(connection, 'utf8')) as Record<string, string>;
if (failure !== undefined) throw new Error(failure);
Object.assign(process.env, environment, { AUDIT_LOG: join(folder, `${worker}-audit.log`) });

// The engines that single tests start live for seconds: too short for what Java would win by compiling thoroughly. The jars are checked by
// their sums, so their bytecode need not be checked at each start.
const SHORT_LIVED = [
  '-XX:TieredStopAtLevel=1',
  '-XX:+UnlockDiagnosticVMOptions',
  '-XX:-BytecodeVerificationRemote',
];
process.env.JDK_JAVA_OPTIONS = [process.env.JDK_JAVA_OPTIONS ?? '', ...SHORT_LIVED].join(' ');
