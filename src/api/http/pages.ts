import { join } from 'node:path';
import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { contentPolicy } from '../../common/content-policy.js';
import { projectFolder } from '../../common/project.js';

/** The built pages: the explorer and GraphiQL. */
const folder = join(projectFolder, 'dist/web');

/** The paths of the explorer's pages. */
const EXPLORER = ['/', '/guidelines', '/findings', '/cases/:id', '/service', '/compare', '/graph', '/upload'];

/** What the server tells its own pages. */
export interface PageSettings {
  /** Where Neo4j Browser begins, connected to the graph; null where there is none. */
  readonly neo4jBrowser: string | null;
}

/** What every answer carries. */
export function securityHeaders(): RequestHandler {
  return helmet({ contentSecurityPolicy: contentPolicy() });
}

/** GraphiQL's editor sets styles inline. */
const allowInlineStyles = helmet.contentSecurityPolicy(
  contentPolicy({ styleSrc: ["'self'", "'unsafe-inline'"] }),
);

/** The pages and what they are made of. */
export function addPages(app: Express, settings: PageSettings): void {
  app.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y' }));
  app.get('/settings.json', (_, response) => {
    response.set('cache-control', 'no-store').json(settings);
  });
  app.get(EXPLORER, sendPage('index.html'));
  app.get('/graphql', serveGraphiql);
}

/** Browsers, which ask for HTML, get the page; GraphQL clients go on to the API. */
const serveGraphiql: RequestHandler = (request, response, next) => {
  response.vary('Accept');
  const wanted = request.accepts(['application/json', 'application/graphql-response+json', 'text/html']);
  if (wanted !== 'text/html') {
    next();
    return;
  }
  allowInlineStyles(request, response, () => {
    sendPage('graphql.html')(request, response, next);
  });
};

/** Its name stays while what it loads changes: it is asked for anew each time. */
function sendPage(file: string): RequestHandler {
  return (_, response) => {
    response.set('cache-control', 'no-cache').sendFile(file, { root: folder });
  };
}
