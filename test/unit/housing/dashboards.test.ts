import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { observeGraph } from '../../../src/api/telemetry/graph-metrics.js';
import { observeMart } from '../../../src/api/telemetry/mart-metrics.js';
import { createMetrics } from '../../../src/api/telemetry/metrics.js';
import { GraphClient } from '../../../src/graph/client.js';
import { read } from './project-files.js';

interface Panel {
  readonly title: string;
  readonly targets: readonly { readonly expr: string }[];
}
interface Rule {
  readonly alert: string;
  readonly expr: string;
}

const { panels } = JSON.parse(read('ops/grafana/imr-graph.json')) as { panels: Panel[] };
const { groups } = parse(read('ops/prometheus/alerts.yml')) as { groups: { rules: Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);
const expressions = [
  ...panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr] as const)),
  ...rules.map(({ alert, expr }) => [alert, expr] as const),
];

/** Every series that /metrics tells, with its labels; `job` and `instance` are Prometheus's own. */
function series(): ReadonlyMap<string, readonly string[]> {
  const { registry } = createMetrics();
  const client = new GraphClient({ uri: 'bolt://127.0.0.1:1', user: '', password: '', database: '' });
  observeGraph(registry, client);
  observeMart(registry, client, () => undefined);
  const told = registry.getMetricsAsArray() as unknown as {
    name: string;
    type: string;
    labelNames: readonly string[];
  }[];
  return new Map(
    told.flatMap(({ name, type, labelNames }) => {
      const labels = [...labelNames, 'job', 'instance'];
      const parts = type === 'histogram' ? ['_bucket', '_sum', '_count'] : [''];
      return parts.map((part) => [name + part, part === '_bucket' ? [...labels, 'le'] : labels] as const);
    }),
  );
}

const known = series();

test('there are a dashboard and alerts', () => {
  expect(panels.length).toBeGreaterThan(10);
  expect(rules.length).toBeGreaterThan(5);
});

test.each(expressions)('%s asks for what /metrics tells: %s', (_, expr) => {
  const asked = [...expr.matchAll(/\b((?:imr|process|nodejs)_\w+)(?:\{([^}]*)\})?/g)];
  expect(asked.length).toBeGreaterThan(0);
  for (const [, name = '', selector = ''] of asked) {
    expect([...known.keys()]).toContain(name);
    const labels = [...selector.matchAll(/(\w+)\s*(?:=~|!~|!=|=)/g)].map(([, label]) => label);
    expect(known.get(name)).toEqual(expect.arrayContaining(labels));
  }
});

test.each(rules.map(({ alert }) => alert))('docs/operations.md tells what to do about %s', (alert) => {
  expect(read('docs/operations.md')).toContain(`| \`${alert}\``);
});
