import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const PARENT_CHECK = 500;

/** Read at once: it changes when the parent ends. */
const parent = process.ppid;

const callbacks = new Set<() => Promise<void> | void>();
let isShuttingDown = false;
let parentWatch: NodeJS.Timeout | undefined;

/**
 * Has `callback` run once when this process is asked to end (Ctrl-C, SIGTERM, SIGHUP): the callbacks run one after the
 * other, the last registered first, and then the process exits with the status that shells give for the signal. A second
 * signal ends it at once.
 * @returns the function that takes the callback back.
 */
export function onShutdown(callback: () => Promise<void> | void): () => void {
  if (callbacks.size === 0) listen();
  callbacks.add(callback);
  return () => {
    callbacks.delete(callback);
    if (callbacks.size === 0) stopListening();
  };
}

function listen(): void {
  SIGNALS.forEach((signal) => process.on(signal, shutDown));
  // npm and npx put a shell between themselves and the command. It ends at SIGTERM without passing it on.
  if (process.env.npm_command === undefined) return;
  parentWatch = setInterval(() => {
    if (process.ppid !== parent) shutDown('SIGTERM');
  }, PARENT_CHECK).unref();
}

function stopListening(): void {
  SIGNALS.forEach((signal) => process.off(signal, shutDown));
  clearInterval(parentWatch);
}

function shutDown(signal: NodeJS.Signals): void {
  clearInterval(parentWatch);
  const status = 128 + constants.signals[signal];
  if (isShuttingDown) process.exit(status);
  isShuttingDown = true;
  void runCallbacks().finally(() => process.exit(status));
}

async function runCallbacks(): Promise<void> {
  for (const callback of [...callbacks].reverse()) {
    try {
      await callback();
    } catch (error) {
      process.stderr.write(`while ending: ${String(error)}\n`);
    }
  }
}
