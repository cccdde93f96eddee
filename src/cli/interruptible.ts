import { onShutdown } from '../common/shutdown.js';

/**
 * Does work that Ctrl-C and SIGTERM give up. The process ends with the status of the signal once the work has left things whole.
 * @param whenGivenUp what is then told on standard error
 */
export async function interruptible(
  work: (signal: AbortSignal) => Promise<void>,
  whenGivenUp: string,
): Promise<void> {
  const controller = new AbortController();
  const { signal } = controller;
  const working = work(signal);
  const release = onShutdown(async () => {
    controller.abort();
    await working.catch(() => undefined);
  });
  try {
    await working;
  } catch (error) {
    if (!signal.aborted) throw error;
    process.stderr.write(`${whenGivenUp}\n`);
  } finally {
    if (!signal.aborted) release();
  }
}
