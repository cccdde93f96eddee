import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApolloServerPlugin } from '@apollo/server';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Progress } from '../../columns/messages.js';
import type { StatementObserver } from '../../graph/client.js';
import type { Noted } from './request-note.js';
import type { Answered } from './request-trace.js';

/** What is measured, for Prometheus to collect. */
export interface Metrics {
  readonly registry: Registry;
  /** To be given to the graph client. */
  readonly observeStatement: StatementObserver;
  /** To be given to the columns. */
  readonly observeColumns: (progress: Progress) => void;
  readonly observeShortcut: (statement: string, answered: boolean) => void;
  /** @param then told when the answer is sent */
  readonly observeHttp: (
    request: IncomingMessage,
    response: ServerResponse,
    then: (answered: Answered) => void,
  ) => void;
  readonly observeOperation: ApolloServerPlugin<Noted>;
  /** Begins with an operation that Apollo does not see; returns what is to be called when it is answered without an error. */
  readonly startOperation: () => (operation: string | undefined, cost: number) => void;
  /** Told of every mutation that was carried out. */
  readonly observeMutation: (mutation: string, outcome: string) => void;
}

/** An operation that is no trusted document: its name is the client's, of which there is no end. */
const OTHER = 'other';

const COSTS = [10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000, 50_000];
const SECONDS = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30];

/** Creates a registry of its own, so that several servers can live in one process. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const { statements, requests, operations, costs, mutations, shortcuts, columns } = instruments(registry);
  return {
    registry,
    observeColumns: ({ state, cases }) => {
      columns.set(state === 'ready' ? cases : 0);
    },
    observeShortcut: (statement, answered) => {
      shortcuts.inc({ statement, answered: String(answered) });
    },
    observeStatement: (statement, milliseconds) => {
      statements.observe({ statement }, milliseconds / 1000);
    },
    observeHttp: ({ method = '', url = '' }, response, then) => {
      const started = performance.now();
      response.once('finish', () => {
        const milliseconds = performance.now() - started;
        const labels = { method, route: routeOf(url), status: response.statusCode };
        requests.observe(labels, milliseconds / 1000);
        then({ ...labels, milliseconds: Math.round(milliseconds * 10) / 10 });
      });
    },
    startOperation: () => {
      const started = performance.now();
      return (operation = OTHER, cost) => {
        operations.observe({ operation, outcome: 'ok' }, (performance.now() - started) / 1000);
        costs.observe(cost);
      };
    },
    observeMutation: (mutation, outcome) => {
      mutations.inc({ mutation, outcome });
    },
    observeOperation: {
      requestDidStart: () => {
        const stop = operations.startTimer();
        return Promise.resolve({
          willSendResponse: ({ errors, contextValue, response }) => {
            const { operation = OTHER } = contextValue.request;
            stop({ operation, outcome: errors === undefined ? 'ok' : 'error' });
            const cost = response.http.headers.get('x-query-cost');
            if (cost !== undefined) costs.observe(Number(cost));
            return Promise.resolve();
          },
        });
      },
    },
  };
}

/** What is counted and timed. */
function instruments(registry: Registry) {
  const histogram = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Histogram({ name, help, labelNames, buckets: SECONDS, registers: [registry] });
  const statements = histogram('imr_statement_seconds', 'Time of Cypher statements', ['statement']);
  const requests = histogram('imr_http_request_seconds', 'Time of HTTP requests', [
    'method',
    'route',
    'status',
  ]);
  const operations = histogram(
    'imr_graphql_operation_seconds',
    'Time of GraphQL operations, by name of the trusted document; all others as one',
    ['operation', 'outcome'],
  );
  const costs = new Histogram({
    name: 'imr_graphql_operation_cost',
    help: 'What answered GraphQL operations cost, as x-query-cost tells',
    buckets: COSTS,
    registers: [registry],
  });
  const mutations = new Counter({
    name: 'imr_mutations_total',
    help: 'Changes of the graph by the API, and refused letters',
    labelNames: ['mutation', 'outcome'],
    registers: [registry],
  });
  const shortcuts = new Counter({
    name: 'imr_column_questions_total',
    help: 'Statements that the columns were asked to answer, and whether they could',
    labelNames: ['statement', 'answered'],
    registers: [registry],
  });
  const columns = new Gauge({
    name: 'imr_column_cases',
    help: 'Cases that the columns hold; 0 while they are being built',
    registers: [registry],
  });
  return { statements, requests, operations, costs, mutations, shortcuts, columns };
}

/** The first part of the path, if it is one of ours: anything else would let clients create labels without end. */
function routeOf(url: string): string {
  const [, first = ''] = /^\/([^/?]*)/.exec(url) ?? [];
  return ['graphql', 'graphiql', 'healthz', 'readyz', 'metrics'].includes(first) ? `/${first}` : 'other';
}
