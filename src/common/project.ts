import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The project's top folder: `src/` and `dist/` lie equally deep below it, so this holds for both. */
export const projectFolder = fileURLToPath(new URL('../../', import.meta.url));

/** The version of the package, as package.json says. */
export const projectVersion = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
).version;

/** Whether one version of the project, or of Neo4j, is newer than another; what follows the three numbers is not looked at. */
export function isNewer(version: string, than: string): boolean {
  const [one, other] = [version, than].map((text) => text.split(/[.-]/).slice(0, 3).map(Number));
  const place = one?.findIndex((number, i) => number !== other?.[i]) ?? -1;
  return place >= 0 && (one?.[place] ?? 0) > (other?.[place] ?? 0);
}
