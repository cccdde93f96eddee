import { Gauge, type Registry } from 'prom-client';
import type { GraphClient } from '../../graph/client.js';
import { currentVersion } from '../../graph/version.js';

interface Shown {
  /** Nodes by label, relationships by type. */
  readonly counts: readonly { readonly kind: string; readonly count: number }[];
  readonly revision: number;
}

/** Adds what the graph holds, and how it is used, to the metrics; it is asked when they are collected. */
export function observeGraph(registry: Registry, client: GraphClient): void {
  let reading: Promise<Shown | undefined> | undefined;
  // All gauges of one collection share what is read.
  const shown = () =>
    (reading ??= readShown(client).finally(() => {
      reading = undefined;
    }));
  const gauge = (name: string, help: string, collect: (this: Gauge) => void | Promise<void>) =>
    new Gauge({ name, help, registers: [registry], collect });
  gauge('imr_graph_up', 'Whether the graph answers: 1 or 0', async function () {
    this.set(Number((await shown()) !== undefined));
  });
  gauge('imr_graph_revision', 'How often the graph was changed', async function () {
    this.set((await shown())?.revision ?? NaN);
  });
  new Gauge({
    name: 'imr_graph_count',
    help: 'Nodes of each label and relationships of each type that the graph holds',
    labelNames: ['kind'],
    registers: [registry],
    async collect() {
      this.reset();
      for (const { kind, count } of (await shown())?.counts ?? []) this.set({ kind }, count);
    },
  });
  gauge('imr_graph_connections_in_use', 'Connections to the graph that statements run on', function () {
    this.set(client.connections.inUse);
  });
  gauge('imr_graph_connections_limit', 'Connections to the graph that there may be', function () {
    this.set(client.connections.limit);
  });
}

/** Undefined while the graph does not answer: all else is collected all the same. */
async function readShown(client: GraphClient): Promise<Shown | undefined> {
  try {
    await client.verify();
    const counts = await client.read<Shown['counts'][number]>('read/kind-counts');
    return { counts, revision: (await currentVersion(client))?.revision ?? 0 };
  } catch {
    return undefined;
  }
}
