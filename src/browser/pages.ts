import { request as ask } from 'node:http';
import { pipeline } from 'node:stream';
import express, { type RequestHandler, type Router } from 'express';
import helmet from 'helmet';
import { contentPolicy } from '../common/content-policy.js';
import { contentFolder, guideChapters, presetFor, readChapter, readPreset } from './content.js';
import { originOf } from './origin.js';

/** Where Browser is started: connected, with guide, saved statements and style. */
export const START_PATH = '/browser/start';

/** What of Browser's files is told on, and what is asked of them. */
const ASKED = ['accept-encoding', 'if-modified-since', 'if-none-match'];
const TOLD = ['cache-control', 'content-encoding', 'content-length', 'content-type', 'etag', 'last-modified'];

/**
 * The pages of Neo4j Browser, under the origin of the API: the files are those of the engine, what it starts with is ours.
 * @param browserUrl where the engine serves Browser, ending with a slash
 */
export function browserPages(browserUrl: string): Router {
  const router = express.Router();
  const preset = readPreset();
  router.get('/', tellBolt);
  router.use('/browser', browserPolicy);
  router.get(START_PATH, (_, response) => {
    response.sendFile('start.html', { root: contentFolder });
  });
  router.get('/browser/imr/start.js', (_, response) => {
    response.sendFile('start.js', { root: contentFolder });
  });
  router.get('/browser/imr/preset.json', (request, response, next) => {
    const origin = originOf(request);
    if (origin === undefined) next();
    else response.set('cache-control', 'no-store').json(presetFor(origin, preset));
  });
  router.use('/browser/imr', openToAll);
  router.get('/browser/imr/imr.grass', (_, response) => {
    response.type('text/plain').sendFile('imr.grass', { root: contentFolder });
  });
  router.get('/browser/imr/guide/:file', sendChapter);
  router.get(/^\/browser\/(?!imr\/)/, passOn(browserUrl));
  router.get('/browser', (_, response) => {
    response.redirect(START_PATH);
  });
  return router;
}

/** Browser needs inline styles and workers; all else comes from here alone, the connection to Neo4j included. */
const browserPolicy = helmet.contentSecurityPolicy(
  contentPolicy({
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    workerSrc: ["'self'", 'blob:'],
  }),
);

/** Who asks for JSON at the top is a Neo4j client that wants to know where Bolt is spoken. */
const tellBolt: RequestHandler = (request, response, next) => {
  const origin = originOf(request);
  response.vary('Accept');
  if (origin === undefined || request.accepts(['html', 'json']) !== 'json') next();
  else
    response.json({ bolt_direct: origin.replace(/^http(s?):/, (_, s) => (s === '' ? 'bolt:' : 'bolt+s:')) });
};

/** What people read in Browser may be read in another one too, such as the engine's own; it asks first (CORS). */
const openToAll: RequestHandler = (request, response, next) => {
  response.set({
    'access-control-allow-origin': '*',
    'access-control-allow-headers': 'pragma, cache-control, content-type',
    'cross-origin-resource-policy': 'cross-origin',
  });
  if (request.method === 'OPTIONS')
    response.set('access-control-allow-methods', 'GET, HEAD').status(204).end();
  else next();
};

const sendChapter: RequestHandler<{ file: string }> = (request, response, next) => {
  const origin = originOf(request);
  const { file } = request.params;
  if (origin === undefined || !guideChapters().includes(file)) next();
  else response.set('cache-control', 'no-store').type('html').send(readChapter(file, origin));
};

/** Sends Browser's own files, as the engine serves them. */
function passOn(browserUrl: string): RequestHandler {
  return (request, response, next) => {
    const path = request.path.slice('/browser/'.length);
    if (!/^[\w./@~-]*$/.test(path) || path.includes('..')) {
      next();
      return;
    }
    const headers = pick(request.headers, ASKED);
    const asked = ask(new URL(path, browserUrl), { method: request.method, headers }, (answer) => {
      response.status(answer.statusCode ?? 502).set(pick(answer.headers, TOLD));
      pipeline(answer, response, () => undefined);
    });
    asked.once('error', () => {
      response.status(503).type('text/plain').send('Neo4j does not answer at the moment.\n');
    });
    asked.end();
  };
}

function pick<Value>(
  headers: Record<string, Value | undefined>,
  names: readonly string[],
): Record<string, Value> {
  return Object.fromEntries(
    names.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])),
  );
}
