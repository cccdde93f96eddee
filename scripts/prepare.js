// npm runs "prepare" after `npm ci`, which is when the project is built. It runs it once more when `npx imr` links the
// project into its cache: the build is there by then, and a command should not wait for another.
import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const built = existsSync(new URL('../dist/cli/main.js', import.meta.url));
if (!(built && process.env.npm_command === 'exec')) execSync('npm run build', { stdio: 'inherit' });
