import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { StatementObserver } from '../graph/client.js';

/** What is measured, for Prometheus to collect. */
export interface Metrics {
  readonly registry: Registry;
  /** To be given to the graph client. */
  readonly observeStatement: StatementObserver;
  readonly observeHttp: RequestHandler;
  readonly observeOperation: ApolloServerPlugin;
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
  return {
    registry,
    observeStatement: (statement, milliseconds) => {
      statements.observe({ statement }, milliseconds / 1000);
    },
    observeHttp: (request, response, next) => {
      const stop = requests.startTimer({ method: request.method, route: routeOf(request.path) });
      response.on('finish', () => stop({ status: response.statusCode }));
      next();
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
function routeOf(path: string): string {
  const [, first = ''] = path.split('/');
  return ['graphql', 'graphiql', 'healthz', 'readyz', 'metrics'].includes(first) ? `/${first}` : 'other';
}
