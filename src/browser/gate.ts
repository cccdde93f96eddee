import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { pipeline, type Duplex } from 'node:stream';
import { createWebSocketStream, WebSocketServer, type WebSocket } from 'ws';
import type { Logger } from '../common/log.js';
import { loggedMessage } from '../common/logged-error.js';
import { comesFromOwnPage, originOf } from './origin.js';
import { NotPassed } from './not-passed.js';
import { ReadingOnly, type ClientSettings, type Reading } from './reading-only.js';

export interface GateParts {
  /** Neo4j's Bolt port: `bolt://127.0.0.1:7687`. */
  readonly uri: string;
  readonly reading: Reading;
  /** The address that the HTTP server listens on. */
  readonly host: string;
  /** What Browser is told, when its page has this origin. */
  readonly settingsFor: (origin: string) => ClientSettings;
  readonly log: Logger;
}

/** Browser keeps about ten connections for each of its pages. */
const MOST_GUESTS = 200;

/** In bytes; the driver sends less at once. */
const LONGEST_FRAME = 1024 * 1024;

/** A connection that nobody answers on is found out after this, in milliseconds. */
const KEEP_ALIVE = 60_000;

/**
 * Lets Neo4j Browser speak Bolt with Neo4j through the port of the API: for reading, without a password, and from the API's own
 * pages alone.
 */
export class ReadGate {
  private readonly server = new WebSocketServer({
    noServer: true,
    maxPayload: LONGEST_FRAME,
    perMessageDeflate: false,
  });
  private readonly guests = new Set<WebSocket>();
  private isOpen = true;

  constructor(private readonly parts: GateParts) {}

  /** For the event `upgrade` of the HTTP server. */
  readonly admit = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => undefined);
    const origin = originOf(request);
    if (request.url !== '/') refuse(socket, '404 Not Found');
    else if (origin === undefined || !comesFromOwnPage(request, this.parts.host))
      refuse(socket, '403 Forbidden');
    else if (!this.isOpen || this.guests.size >= MOST_GUESTS) refuse(socket, '503 Service Unavailable');
    else {
      request.socket.setKeepAlive(true, KEEP_ALIVE);
      this.server.handleUpgrade(request, socket, head, (guest) => {
        this.connect(guest, origin);
      });
    }
  };

  /** Ends all connections, and takes no more: an HTTP server does not end while there are any. */
  close(): void {
    this.isOpen = false;
    for (const guest of this.guests) guest.terminate();
  }

  private connect(guest: WebSocket, origin: string): void {
    const { uri, reading, settingsFor, log } = this.parts;
    this.guests.add(guest);
    guest.once('close', () => this.guests.delete(guest));
    const { hostname, port } = new URL(uri);
    const bolt = connect({ host: hostname, port: Number(port) });
    bolt.setNoDelay(true);
    const stream = createWebSocketStream(guest);
    pipeline(stream, new ReadingOnly(reading, settingsFor(origin)), bolt, stream, (error) => {
      if (error instanceof NotPassed)
        log.warn({ reason: loggedMessage(error) }, 'not let through the read gate');
      guest.terminate();
    });
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`, () => socket.destroy());
}
