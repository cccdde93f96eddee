import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The project's top folder: `src/` and `dist/` lie equally deep below it, so this holds for both. */
export const projectFolder = fileURLToPath(new URL('../../', import.meta.url));

/** The version of the package, as package.json says. */
export const projectVersion = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
).version;
