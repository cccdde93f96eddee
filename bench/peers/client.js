// @ts-check
/**
 * A client of HTTP/1.1 that costs as little as can be: the load is made on the cores that the servers run on. One request at a
 * time on a socket that stays open, sent as bytes that were made before; of the answer only its length and its status are read.
 */
import { connect } from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');
const LAST_CHUNK = Buffer.from('0\r\n\r\n');

/** In milliseconds: who says nothing for so long has failed. */
const PATIENCE = 90_000;

/** @typedef {{ status: number, body: Buffer }} Answer */

/**
 * A POST of JSON as the bytes that are sent.
 * @param {number} port
 * @param {string} path
 * @param {unknown} value
 */
export function postOf(port, path, value) {
  const body = Buffer.from(JSON.stringify(value));
  const head = [
    `POST ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Content-Type: application/json',
    'Accept: application/json',
    `Content-Length: ${body.length}`,
    '\r\n',
  ].join('\r\n');
  return Buffer.concat([Buffer.from(head), body]);
}

export class Connection {
  /** @type {Buffer[]} */
  #received = [];
  #length = 0;
  /** Length of the whole answer when it is known; 0 before. */
  #expected = 0;
  #chunked = false;
  /** @type {((answer: Answer) => void) | undefined} */
  #resolve;
  /** @type {((error: Error) => void) | undefined} */
  #reject;

  /** @param {import('node:net').Socket} socket that is connected */
  constructor(socket) {
    this.socket = socket;
    socket.on('data', (data) => this.#take(data));
    socket.on('error', (error) => this.#reject?.(error));
    socket.setTimeout(PATIENCE, () => this.#reject?.(new Error(`no answer for ${PATIENCE / 1000} s`)));
    socket.on('close', () => this.#reject?.(new Error('the server closed the connection')));
  }

  /** @param {number} port of 127.0.0.1 */
  static open(port) {
    return new Promise((/** @type {(value: Connection) => void} */ resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(new Connection(socket));
      });
    });
  }

  /**
   * @param {Buffer} request of postOf
   * @returns {Promise<Answer>}
   */
  send(request) {
    // A write to a socket that is closed would be answered by nothing, not even an error.
    if (this.socket.destroyed) return Promise.reject(new Error('the server closed the connection'));
    return new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
      this.socket.write(request);
    });
  }

  close() {
    this.#reject?.(new Error('the connection was closed'));
    this.socket.destroy();
  }

  /** @param {Buffer} data */
  #take(data) {
    this.#received.push(data);
    this.#length += data.length;
    if (this.#expected === 0 && !this.#chunked) this.#readHead();
    const whole = this.#chunked
      ? this.#endsWithLastChunk(data)
      : this.#expected > 0 && this.#length >= this.#expected;
    if (whole) this.#finish();
  }

  #readHead() {
    const all = Buffer.concat(this.#received);
    this.#received = [all];
    const end = all.indexOf(HEAD_END);
    if (end < 0) return;
    const head = all.toString('latin1', 0, end);
    const length = /\r\ncontent-length: (\d+)/i.exec(head);
    if (length) this.#expected = end + HEAD_END.length + Number(length[1]);
    else this.#chunked = /\r\ntransfer-encoding: chunked/i.test(head);
  }

  /** @param {Buffer} data the latest */
  #endsWithLastChunk(data) {
    if (data.length >= LAST_CHUNK.length) return data.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK);
    this.#received = [Buffer.concat(this.#received)];
    return this.#received[0]?.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK);
  }

  #finish() {
    const all =
      this.#received.length === 1 ? /** @type {Buffer} */ (this.#received[0]) : Buffer.concat(this.#received);
    const start = all.indexOf(HEAD_END) + HEAD_END.length;
    const body = this.#chunked ? joinChunks(all.subarray(start)) : all.subarray(start);
    this.#received = [];
    this.#length = 0;
    this.#expected = 0;
    this.#chunked = false;
    this.#resolve?.({ status: Number(all.toString('latin1', 9, 12)), body });
  }
}

/** @param {Buffer} chunked */
function joinChunks(chunked) {
  const parts = [];
  for (let at = 0; ;) {
    const line = chunked.indexOf('\r\n', at);
    const length = parseInt(chunked.toString('latin1', at, line), 16);
    if (!(length > 0)) return Buffer.concat(parts);
    parts.push(chunked.subarray(line + 2, line + 2 + length));
    at = line + 2 + length + 2;
  }
}
