import { join } from 'node:path';
import type { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import compression from 'compression';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import type { Logger } from '../common/log.js';
import { projectFolder } from '../common/project.js';
import type { IncomingMessage } from 'node:http';
import { createContext, type Context, type ContextParts } from './context.js';
import { resolveDocuments } from './document-requests.js';
import { describeUnreadable } from './errors.js';
import type { Metrics } from './metrics.js';
import { checkReadiness } from './readiness.js';
import { refuse } from './refusal.js';
import type { TrustedDocuments } from './trusted-documents.js';
import { takeUploads } from './upload.js';

/** The built GraphiQL page. */
const pageFolder = join(projectFolder, 'dist/web');

const LONGEST_BODY = '1mb';

/** The methods of /graphql. */
const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS'];

/** What the routes answer from. */
export interface RouteParts extends ContextParts {
  readonly apollo: ApolloServer<Context>;
  readonly metrics: Metrics;
  readonly log: Logger;
  readonly documents: TrustedDocuments;
  /** Contexts of requests that were begun to be answered before they came here. */
  readonly begun: WeakMap<IncomingMessage, Context>;
}

/** The HTTP routes: /graphql with its page, and what operators ask. */
export function addRoutes(app: Express, parts: RouteParts): void {
  const { apollo, client, metrics, log, documents, begun } = parts;
  // Answers that may be kept have an ETag of what they are made of; hashes of all others would be for nothing.
  app.disable('etag');
  // Answers hold no secrets that lengths could give away (BREACH).
  app.use(securityHeaders(), compression());
  app.get('/healthz', (_, response) => {
    response.json({ status: 'up' });
  });
  app.get('/readyz', async (_, response) => {
    const readiness = await checkReadiness(client, log);
    response.status(readiness.status === 'ready' ? 200 : 503).json(readiness);
  });
  app.get('/metrics', async (_, response) => {
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  app.get('/', (_, response) => {
    response.redirect('/graphql');
  });
  app.use('/graphiql/assets', express.static(join(pageFolder, 'assets'), { immutable: true, maxAge: '1y' }));
  app.get('/graphql', servePage);
  app.use(
    '/graphql',
    answerMethods,
    takeUploads(parts.judge),
    express.json({ limit: LONGEST_BODY }),
    resolveDocuments(documents),
    expressMiddleware(apollo, {
      context: ({ req, res }) => Promise.resolve(begun.get(req) ?? createContext(parts, res)),
    }),
  );
  app.use(answerUnknownPath, answerBadRequest(log));
}

/** The page needs inline styles (its editor sets them) and workers from blobs; all else comes from here alone. */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
  });
}

/** Browsers, which ask for HTML, get the page; GraphQL clients go on to the API. */
const servePage: RequestHandler = (request, response, next) => {
  response.vary('Accept');
  const wanted = request.accepts(['application/json', 'application/graphql-response+json', 'text/html']);
  if (wanted === 'text/html') response.sendFile('index.html', { root: pageFolder });
  else next();
};

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
  return (error: { status?: number; expose?: boolean; type?: string }, _, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const { status = 500, expose = false } = error;
    if (status >= 500) log.error({ err: error }, 'request failed');
    const message = expose ? describeUnreadable(error.type) : 'Something went wrong here.';
    const code = status >= 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST';
    response.status(status).json({ errors: [{ message, extensions: { code } }] });
  };
}
