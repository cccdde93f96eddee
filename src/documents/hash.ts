import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

/** SHA-256 of a file's bytes, lower-case hexadecimal; null when it is no readable file. */
export async function hashFile(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    // Reading a pipe or a device could wait for ever.
    if (!(await stat(path)).isFile()) return null;
    await pipeline(createReadStream(path), hash);
    return hash.digest('hex');
  } catch {
    return null;
  }
}
