import type { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import compression from 'compression';
import cors from 'cors';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { Logger } from '../../common/log.js';
import type { IncomingMessage } from 'node:http';
import { admit } from './access.js';
import { createContext, type Context, type ContextParts } from '../context.js';
import { resolveDocuments } from './document-requests.js';
import { describeUnreadable, wentWrong } from '../errors.js';
import type { Metrics } from '../telemetry/metrics.js';
import { addPages, securityHeaders, type PageSettings } from './pages.js';
import { checkReadiness, ENDING } from './readiness.js';
import { refuse } from './refusal.js';
import { handedOn } from '../telemetry/request-note.js';
import type { TrustedDocuments } from '../trusted-documents.js';
import { takeUploads } from './upload.js';

const LONGEST_BODY = '1mb';

/** The methods of /graphql. */
const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS'];

/** What pages of other origins may read beside the answer, and for how long they need not ask whether they may ask, in seconds. */
const EXPOSED = ['x-query-cost', 'retry-after', 'etag'];
const PREFLIGHT = 600;

/** What the routes answer from. */
export interface RouteParts extends ContextParts {
  readonly apollo: ApolloServer<Context>;
  readonly metrics: Metrics;
  readonly log: Logger;
  readonly documents: TrustedDocuments;
  readonly pages: PageSettings;
  /** Whether the server was told to end. */
  readonly state: { readonly isEnding: boolean };
  /** Origins whose pages may read answers. */
  readonly corsOrigins: readonly string[];
  /** Contexts of requests that were begun to be answered before they came here. */
  readonly begun: WeakMap<IncomingMessage, Context>;
}

/** The HTTP routes: the pages, /graphql, and what operators ask. */
export function addRoutes(app: Express, parts: RouteParts): void {
  const { apollo, client, metrics, log, documents, begun, state } = parts;
  // Answers that may be kept have an ETag of what they are made of; hashes of all others would be for nothing.
  app.disable('etag');
  // Answers hold no secrets that lengths could give away (BREACH).
  app.use(securityHeaders(), compression());
  app.get('/healthz', (_, response) => {
    response.json({ status: 'up' });
  });
  app.get('/readyz', async (request, response) => {
    const ownLog = log.child({ requestId: handedOn(request).id });
    const readiness = state.isEnding ? ENDING : await checkReadiness(client, ownLog);
    response.status(readiness.status === 'ready' ? 200 : 503).json(readiness);
  });
  const isLetIn = admit(parts.access);
  app.get('/metrics', isLetIn, async (_, response) => {
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  addPages(app, parts.pages);
  app.use(
    '/graphql',
    ...readableBy(parts.corsOrigins),
    answerMethods,
    isLetIn,
    takeUploads(parts.access),
    express.json({ limit: LONGEST_BODY }),
    resolveDocuments(documents),
    expressMiddleware(apollo, {
      context: ({ req, res }) => Promise.resolve(begun.get(req) ?? createContext(parts, res, handedOn(req))),
    }),
  );
  app.use(answerUnknownPath, answerBadRequest(log));
}

/** Without any origin no page but our own may read answers. */
function readableBy(origins: readonly string[]): RequestHandler[] {
  if (origins.length === 0) return [];
  return [cors({ origin: [...origins], methods: METHODS, exposedHeaders: EXPOSED, maxAge: PREFLIGHT })];
}

/** HEAD is GET, of which nothing but the head is sent; what GraphQL answers is not to be stored, unless it says so itself. */
const answerMethods: RequestHandler = (request, response, next) => {
  const { method } = request;
  response.set('cache-control', 'no-store');
  if (method === 'HEAD') request.method = 'GET';
  if (METHODS.includes(method) && method !== 'OPTIONS') {
    next();
    return;
  }
  response.set('allow', METHODS.join(', '));
  if (method === 'OPTIONS') response.status(204).end();
  else
    refuse(request, response, { status: 405, code: 'BAD_REQUEST', message: `There is no ${method} here.` });
};

const answerUnknownPath: RequestHandler = (_, response) => {
  const message = 'There is nothing here; the API is at /graphql.';
  response.status(404).json({ errors: [{ message, extensions: { code: 'NOT_FOUND' } }] });
};

/** Answers bodies that are not JSON or too long, without the stack that express would print. */
function answerBadRequest(log: Logger): ErrorRequestHandler {
  return (error: { status?: number; expose?: boolean; type?: string }, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const { status = 500, expose = false } = error;
    if (status >= 500) {
      const { id: requestId } = handedOn(request);
      log.error({ err: error, requestId }, 'request failed');
      response.status(status).json({
        errors: [{ message: wentWrong(requestId), extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } }],
      });
      return;
    }
    const message = expose ? describeUnreadable(error.type) : 'The request cannot be answered.';
    response.status(status).json({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] });
  };
}
