// @ts-check
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

/** What a figure was measured on, without which it means nothing. */
export function machineLine() {
  const model = cpus()[0]?.model.trim() || 'unknown processor';
  const memory = `${(totalmem() / 1e9).toFixed(1)} GB`;
  const load = `load ${(loadavg()[0] ?? 0).toFixed(1)}`;
  return `Node ${process.version}, ${process.platform} ${process.arch}, ${availableParallelism()} cores (${model}), ${memory}, ${load}`;
}
