import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import compression from 'compression';
import type { Request, Response } from 'express';
import { callerAtOnce } from '../http/access.js';
import { createContext, type Context, type ContextParts } from '../context.js';
import type { Logger } from '../../common/log.js';
import type { Metrics } from '../telemetry/metrics.js';
import { securityHeaders } from '../http/pages.js';
import type { Answered, Tracing } from '../telemetry/request-trace.js';
import { handOn, noteOf, REQUEST_ID, type RequestNote } from '../telemetry/request-note.js';
import { isRecord, type TrustedDocuments } from '../trusted-documents.js';
import { peekBody } from './body.js';
import type { PreparedQuestion } from './operation.js';
import type { PreparedOperations } from './operations.js';

/** What prepared operations are answered from. */
export interface PreparedParts extends ContextParts {
  readonly operations: PreparedOperations;
  readonly documents: TrustedDocuments;
  readonly metrics: Metrics;
  readonly tracing?: Tracing | undefined;
  /** Origins whose pages may read answers. */
  readonly corsOrigins: readonly string[];
  /** The contexts of what could not be answered here; what they have loaded is not read again. */
  readonly begun: WeakMap<IncomingMessage, Context>;
}

/** Longest body that is looked at here, in bytes. */
const LONGEST_BODY = 64_000;

/** The members of a body that are understood here; automatic persisted queries and all else are not. */
const KNOWN = new Set(['query', 'operationName', 'variables', 'documentId']);

/**
 * Answers, in front of everything else, the questions by POST whose operations are prepared, if there is no error; the caller cannot
 * tell by which way the answer came. All other requests go on to `others` as they came; also those whose execution failed, and what
 * they have loaded by then is not read again: there Apollo tells the errors.
 */
export function answerPrepared(parts: PreparedParts, others: RequestListener): RequestListener {
  const types = new MediaTypes();
  return (request, response) => {
    const note = noteOf(request, parts.tracing);
    parts.metrics.observeHttp(request, response, (answered) => {
      logRequest(parts.log, note, answered);
      note.trace?.end(answered, note.id);
    });
    const passOn = () => {
      handOn(note, request, response);
      others(request, response);
    };
    // Pages of other origins are told whether they may read the answer.
    const isForeign = parts.corsOrigins.length > 0 && request.headers.origin !== undefined;
    if (isForeign || !isQuestion(request)) {
      passOn();
      return;
    }
    const type = types.of(request);
    if (type === undefined) {
      types.learnFrom(request, response);
      passOn();
      return;
    }
    peekBody(request, (body) => {
      const question = body && questionIn(body, parts);
      note.caller = question && callerAtOnce(parts.access, request);
      if (question === undefined || note.caller === undefined) passOn();
      else void answer(question, { type, parts, note, request, response, passOn });
    });
  };
}

/** Nothing of what was asked or answered: a line a request is for who looks for something, failures are for everybody. */
function logRequest(log: Logger, { id: requestId, operation }: RequestNote, answered: Answered): void {
  const isFailure = answered.status >= 500 && answered.route !== '/readyz';
  if (isFailure) log.warn({ requestId, operation, ...answered }, 'request');
  else if (log.isLevelEnabled('debug')) log.debug({ requestId, operation, ...answered }, 'request');
}

/** Whether it is a question in the plainest form: that is what clients send. */
function isQuestion({ method, url, headers }: IncomingMessage): boolean {
  return (
    method === 'POST' &&
    url === '/graphql' &&
    headers['content-encoding'] === undefined &&
    Number(headers['content-length']) > 0 &&
    Number(headers['content-length']) <= LONGEST_BODY &&
    /^application\/json(?:; ?charset=utf-8)?$/i.test(headers['content-type'] ?? '')
  );
}

/** The question of a body; undefined when its operation is not prepared, or anything about it is unusual. */
function questionIn(bytes: Buffer, { operations, documents }: PreparedParts): PreparedQuestion | undefined {
  try {
    const body: unknown = JSON.parse(bytes.toString());
    if (!isRecord(body) || !Object.keys(body).every((name) => KNOWN.has(name))) return undefined;
    const { operationName = null, variables = null } = body;
    if (operationName !== null && typeof operationName !== 'string') return undefined;
    if (variables !== null && !isRecord(variables)) return undefined;
    const text = documents.resolve(body)?.text;
    const operation = text === undefined ? undefined : operations.find(text, operationName);
    return operation?.question(variables ?? {});
  } catch {
    // Whatever it is, it is told where all refusals are.
    return undefined;
  }
}

/** A request that is about to be answered here. */
interface Asked {
  readonly type: string;
  readonly parts: PreparedParts;
  readonly note: RequestNote;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly passOn: () => void;
}

async function answer(
  question: PreparedQuestion,
  { type, parts, note, request, response, passOn }: Asked,
): Promise<void> {
  const stop = parts.metrics.startOperation();
  note.operation = question.operation;
  note.trace?.beginOperation();
  const context = createContext(parts, response, note, question.wanted);
  let text: string;
  try {
    if ((await context.charge(question.cost)) !== undefined) throw new Error('It is too much now.');
    text = `${JSON.stringify({ data: await question.answer(context) })}\n`;
  } catch {
    parts.begun.set(request, context);
    passOn();
    return;
  }
  stop(question.operation, question.cost);
  note.trace?.endOperation(question.operation, false);
  send(request, response, { text, type, cost: question.cost, id: note.id });
}

/** What every answer of /graphql says. */
const HEADERS = { ...headersOf(securityHeaders()), 'cache-control': 'no-store', vary: 'Accept-Encoding' };

const compress = compression();

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { text, type, cost, id }: Readonly<Record<'text' | 'type' | 'id', string>> & { readonly cost: number },
): void {
  const headers = {
    ...HEADERS,
    [REQUEST_ID]: id,
    'x-query-cost': String(cost),
    'content-type': type,
    'content-length': Buffer.byteLength(text),
  };
  if (request.headers['accept-encoding'] === undefined) {
    response.writeHead(200, headers).end(text);
    return;
  }
  compress(request as Request, response as Response, () => {
    response.setHeaders(new Map(Object.entries(headers).map(([name, value]) => [name, String(value)])));
    response.end(text);
  });
}

/** The headers that a handler sets on every answer alike. */
function headersOf(handler: ReturnType<typeof securityHeaders>): Record<string, string> {
  const headers: Record<string, string> = {};
  const response = {
    setHeader: (name: string, value: string) => {
      headers[name] = value;
    },
    removeHeader: () => undefined,
  };
  void handler({} as Request, response as unknown as Response, () => undefined);
  return headers;
}

/** Most headers `Accept` whose meaning is kept: clients have few. */
const MOST_ACCEPTED = 100;

/** Which media type Apollo chose for a header `Accept`. */
class MediaTypes {
  private readonly chosen = new Map<string, string>();

  of({ headers: { accept = '' } }: IncomingMessage): string | undefined {
    return this.chosen.get(accept);
  }

  learnFrom({ headers: { accept = '' } }: IncomingMessage, response: ServerResponse): void {
    response.once('finish', () => {
      const type = response.getHeader('content-type');
      if (response.statusCode !== 200 || typeof type !== 'string') return;
      if (this.chosen.size >= MOST_ACCEPTED) this.chosen.clear();
      this.chosen.set(accept, type);
    });
  }
}
