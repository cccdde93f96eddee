import { rmSync } from 'node:fs';

/** Stops what global-setup.js started. */
export default async function stopSharedEngine() {
  if (globalThis.imrSharedEngine === undefined) return;
  const { database, dataDir } = globalThis.imrSharedEngine;
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
}
