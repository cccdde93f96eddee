// Runs scripts of package.json at the same time: `node scripts/together.js check:types check:lint`. What each writes is told when
// it has ended, and the exit code is 1 when one of them failed.
import { exec } from 'node:child_process';

for (const name of process.argv.slice(2)) {
  exec(`npm run --silent ${name}`, { maxBuffer: Infinity }, (error, stdout, stderr) => {
    process.stdout.write(`${name}: ${error ? 'failed' : 'ok'}\n${stdout}${stderr}`);
    if (error) process.exitCode = 1;
  });
}
