import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApolloServerPlugin } from '@apollo/server';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Progress } from '../columns/messages.js';
import type { StatementObserver } from '../graph/client.js';

/** What is measured, for Prometheus to collect. */
export interface Metrics {
  readonly registry: Registry;
  /** To be given to the graph client. */
  readonly observeStatement: StatementObserver;
  /** To be given to the columns. */
  readonly observeColumns: (progress: Progress) => void;
  readonly observeShortcut: (statement: string, answered: boolean) => void;
  readonly observeHttp: (request: IncomingMessage, response: ServerResponse) => void;
  readonly observeOperation: ApolloServerPlugin;
  /** Begins with an operation that Apollo does not see; returns what is to be called when it is answered without an error. */
  readonly startOperation: () => () => void;
}

const SECONDS = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30];

/** Creates a registry of its own, so that several servers can live in one process. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const histogram = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Histogram({ name, help, labelNames, buckets: SECONDS, registers: [registry] });
  const statements = histogram('imr_statement_seconds', 'Time of Cypher statements', ['statement']);
  const requests = histogram('imr_http_request_seconds', 'Time of HTTP requests', [
    'method',
    'route',
    'status',
  ]);
  const operations = histogram('imr_graphql_operation_seconds', 'Time of GraphQL operations', ['outcome']);
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
    observeHttp: ({ method = '', url = '' }, response) => {
      const started = performance.now();
      response.once('finish', () => {
        const labels = { method, route: routeOf(url), status: response.statusCode };
        requests.observe(labels, (performance.now() - started) / 1000);
      });
    },
    startOperation: () => {
      const started = performance.now();
      return () => {
        operations.observe({ outcome: 'ok' }, (performance.now() - started) / 1000);
      };
    },
    observeOperation: {
      requestDidStart: () => {
        const stop = operations.startTimer();
        return Promise.resolve({
          willSendResponse: ({ errors }) => {
            stop({ outcome: errors === undefined ? 'ok' : 'error' });
            return Promise.resolve();
          },
        });
      },
    },
  };
}

/** The first part of the path, if it is one of ours: anything else would let clients create labels without end. */
function routeOf(url: string): string {
  const [, first = ''] = /^\/([^/?]*)/.exec(url) ?? [];
  return ['graphql', 'graphiql', 'healthz', 'readyz', 'metrics'].includes(first) ? `/${first}` : 'other';
}
