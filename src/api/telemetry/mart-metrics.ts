import { Gauge, type Registry } from 'prom-client';
import type { GraphClient } from '../../graph/client.js';
import { MartDatabase } from '../../mart/database.js';
import { martLag } from '../../mart/lag.js';
import { martState } from '../../mart/state.js';

interface Shown {
  readonly cases: number;
  /** Seconds since 1970. */
  readonly loadedAt: number;
  /** Changes that it does not show; -1 while it has to be made anew. */
  readonly lag: number;
}

/**
 * Adds what the mart shows to the metrics; it is asked when they are collected.
 * @param urlOf where it is, as a role that may read it; undefined while none runs
 */
export function observeMart(registry: Registry, graph: GraphClient, urlOf: () => string | undefined): void {
  let reading: Promise<Shown | undefined> | undefined;
  // All gauges of one collection share what is read.
  const shown = () =>
    (reading ??= readShown(graph, urlOf()).finally(() => {
      reading = undefined;
    }));
  const gauge = (name: string, help: string, valueOf: (of: Shown | undefined) => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        this.set(valueOf(await shown()));
      },
    });
  gauge('imr_mart_up', 'Whether the mart of the BI connector answers: 1 or 0', (of) =>
    Number(of !== undefined),
  );
  gauge('imr_mart_cases', 'Cases that the mart shows', (of) => of?.cases ?? NaN);
  gauge('imr_mart_loaded_timestamp_seconds', 'When the mart was last loaded', (of) => of?.loadedAt ?? NaN);
  gauge(
    'imr_mart_lag_changes',
    'Changes of the graph that the mart does not show yet; -1 while it has to be made anew',
    (of) => of?.lag ?? NaN,
  );
}

/** Undefined when there is no mart, or it or the graph does not answer: all else is collected all the same. */
async function readShown(graph: GraphClient, url: string | undefined): Promise<Shown | undefined> {
  if (url === undefined) return undefined;
  let database: MartDatabase | undefined;
  try {
    database = await MartDatabase.open(url);
    const state = await martState(database);
    const { changes } = await martLag(graph, state);
    return { cases: state.cases ?? 0, loadedAt: (state.loadedAt?.getTime() ?? 0) / 1000, lag: changes ?? -1 };
  } catch {
    return undefined;
  } finally {
    await database?.close();
  }
}
