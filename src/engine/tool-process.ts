import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { hasEnded, signalProcess, type ProcessIdentity } from '../common/process.js';
import { readJson, writeWhole } from '../common/whole-file.js';

const STOP_LIMIT = 30_000;

/** Names the process of an admin tool that works on a data directory. */
const processFile = (dataDir: string): string => join(dataDir, 'tool.json');

/** Remembers the tool that works on a data directory, should its caller be killed. */
export function rememberTool(dataDir: string, identity: ProcessIdentity): void {
  writeWhole(processFile(dataDir), JSON.stringify(identity));
}

export function forgetTool(dataDir: string): void {
  rmSync(processFile(dataDir), { force: true });
}

/** Ends a tool whose caller was killed: nothing else can use the data directory while it works there. */
export async function endTool(dataDir: string): Promise<void> {
  const former = readJson(processFile(dataDir)) as ProcessIdentity | undefined;
  if (former === undefined) return;
  signalProcess(former, 'SIGKILL');
  await hasEnded(former, STOP_LIMIT);
  forgetTool(dataDir);
}
