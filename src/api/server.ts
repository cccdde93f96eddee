import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import express, { type RequestHandler } from 'express';
import { ImrError, messageOf } from '../common/errors.js';
import type { Logger } from '../common/log.js';
import type { Settings } from '../common/settings.js';
import { TextReader } from '../corpus/text-reader.js';
import type { GraphClient } from '../graph/client.js';
import { AuditLog } from '../access/audit.js';
import { Budget } from '../access/budget.js';
import { Gate } from '../access/gate.js';
import type { AccessSettings } from '../access/settings.js';
import type { Access } from './http/access.js';
import { createApollo } from './apollo.js';
import type { Context } from './context.js';
import { createHttpServer } from './http/http-server.js';
import type { Metrics } from './telemetry/metrics.js';
import { answerPrepared } from './prepared/listener.js';
import { PreparedOperations } from './prepared/operations.js';
import { checkReadiness } from './http/readiness.js';
import { addRoutes } from './http/routes.js';
import type { Tracing } from './telemetry/request-trace.js';
import { createSharedReads } from './loaders/shared-reads.js';
import { TrustedDocuments } from './trusted-documents.js';

export interface ServerParts {
  /** Stays the caller's: closing the server does not close it. */
  readonly client: GraphClient;
  readonly settings: Pick<Settings, 'host' | 'port' | 'queryTimeout' | 'trustedDocumentsOnly'> &
    Partial<Pick<Settings, 'redact'>>;
  /** Who is let in. */
  readonly access: AccessSettings;
  readonly log: Logger;
  /** Those whose `observeStatement` the client was given. */
  readonly metrics: Metrics;
  /** Where requests are traced to; nowhere unless it is given. */
  readonly tracing?: Tracing | undefined;
  /** What is served at the same port, beside the API. */
  readonly beside?: BesideTheApi | undefined;
}

/** Pages, in front of the API's own, and who takes WebSockets; ends with the server. */
export interface BesideTheApi {
  /** The page that one begins at. */
  readonly startPath: string;
  readonly pages: RequestHandler;
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  readonly close: () => void;
}

/** A server that answers. */
export interface RunningServer {
  /** Without a path: `http://127.0.0.1:4000`. */
  readonly url: string;
  readonly port: number;
  /** With it this process may ask itself; nobody else is told. */
  readonly ownToken: string;
  /** From now on `/readyz` says that the server will end, so that balancers send no more; it still answers. */
  announceEnd(): void;
  /** Takes no more requests, lets those under way end (at most 5 seconds), and resolves when the port is free. */
  close(): Promise<void>;
}

/**
 * Serves the API and its page. The database may be down: the server says so, and recovers once it is back.
 * @throws {ImrError} PORT_IN_USE, or BAD_SETTING when the address cannot be listened on
 */
export async function createServer(parts: ServerParts): Promise<RunningServer> {
  const { client, settings, log, metrics, beside, tracing } = parts;
  const app = express();
  const letters = new TextReader({ redact: settings.redact });
  const documents = new TrustedDocuments(settings.trustedDocumentsOnly);
  const { queryTimeout } = settings;
  const { trustedProxies, corsOrigins, tls } = parts.access;
  const access: Access = {
    gate: new Gate(parts.access),
    budget: new Budget(parts.access.costPerMinute),
    trustedProxies,
  };
  const audit = new AuditLog(parts.access.auditLog);
  if (access.gate.takesChanges) await audit.check();
  const operations = new PreparedOperations(documents);
  const shared = createSharedReads(client);
  const begun = new WeakMap<IncomingMessage, Context>();
  const state = { isEnding: false };
  const common = {
    client,
    shared,
    letters,
    metrics,
    log,
    documents,
    queryTimeout,
    access,
    audit,
    corsOrigins,
    begun,
  };
  const httpServer = createHttpServer(answerPrepared({ ...common, operations, tracing }, app), { tls });
  const apollo = createApollo(httpServer, log, metrics, operations, documents);
  await apollo.start();
  if (beside) {
    app.use(beside.pages);
    httpServer.on('upgrade', beside.upgrade);
  }
  addRoutes(app, { ...common, apollo, state, pages: { neo4jBrowser: beside?.startPath ?? null } });
  const close = async () => {
    beside?.close();
    await apollo.stop();
    await letters.close();
  };
  try {
    await listen(httpServer, settings);
  } catch (error) {
    await close();
    throw error;
  }
  void checkReadiness(client, log);
  const { port } = httpServer.address() as AddressInfo;
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  const announceEnd = () => {
    state.isEnding = true;
  };
  const scheme = tls === undefined ? 'http' : 'https';
  return { url: `${scheme}://${host}:${port}`, port, ownToken: access.gate.ownToken, announceEnd, close };
}

function listen(server: Server, { host, port }: ServerParts['settings']): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const [code, reason] =
        error.code === 'EADDRINUSE'
          ? (['PORT_IN_USE', 'another process listens there; choose another PORT'] as const)
          : (['BAD_SETTING', messageOf(error)] as const);
      reject(new ImrError(code, `Cannot listen on ${host}:${port}: ${reason}`, { cause: error }));
    });
    server.listen(port, host, resolve);
  });
}
