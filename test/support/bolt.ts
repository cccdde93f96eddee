import { once } from 'node:events';
import { WebSocket } from 'ws';
import { inChunks, MessageReader } from '../../src/browser/chunks.js';
import { encode, type Value } from '../../src/browser/packstream.js';

/** What Neo4j answers. */
const ANSWERS: Record<number, string> = { 0x70: 'SUCCESS', 0x71: 'RECORD', 0x7e: 'IGNORED', 0x7f: 'FAILURE' };

export const MESSAGES = {
  HELLO: 0x01,
  RESET: 0x0f,
  RUN: 0x10,
  BEGIN: 0x11,
  COMMIT: 0x12,
  PULL: 0x3f,
  ROUTE: 0x66,
  LOGON: 0x6a,
} as const;

/** A client that speaks Bolt over a WebSocket by hand, as it likes. */
export class BoltByHand {
  private readonly reader = new MessageReader(10_000_000);
  private readonly answers: Buffer[] = [];
  private version: Buffer | undefined;
  /** Resolves when the connection has ended. */
  readonly ended: Promise<unknown>;

  private constructor(readonly socket: WebSocket) {
    this.ended = new Promise((resolve) => socket.once('close', resolve));
    socket.on('message', (data: Buffer) => {
      this.hear(data);
    });
  }

  /** @throws when the server does not let it in, with what it says */
  static async connect(
    url: string,
    headers: Record<string, string> = { origin: url },
    path = '/',
  ): Promise<BoltByHand> {
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}${path}`, { headers });
    const client = new BoltByHand(socket);
    await once(socket, 'open');
    socket.send(Buffer.of(0x60, 0x60, 0xb0, 0x17, 0, 4, 4, 5, ...Array<number>(12).fill(0)));
    return client;
  }

  /** One that is logged on, by whatever name. */
  static async loggedOn(url: string): Promise<BoltByHand> {
    const client = await BoltByHand.connect(url);
    await client.say(MESSAGES.HELLO, { user_agent: 'test/1', bolt_agent: { product: 'test/1' } });
    await client.say(MESSAGES.LOGON, { scheme: 'basic', principal: 'somebody', credentials: 'else' });
    return client;
  }

  /** Says something, and resolves with the answer: its kind, and all texts in it as they stand there. */
  async say(tag: number, ...fields: Value[]): Promise<string> {
    const before = this.answers.length;
    const message = Buffer.concat([Buffer.of(0xb0 | fields.length, tag), ...fields.map(encode)]);
    this.socket.send(inChunks(message));
    for (;;) {
      const answers = this.answers.slice(before);
      if (answers.some((answer) => answer[1] !== 0x71)) return answers.map(describeAnswer).join('\n');
      await Promise.race([
        once(this.socket, 'message'),
        this.ended.then(() => Promise.reject(new Error('The connection has ended.'))),
      ]);
    }
  }

  close(): void {
    this.socket.terminate();
  }

  private hear(data: Buffer): void {
    if (this.version === undefined) {
      this.version = data.subarray(0, 4);
      this.answers.push(...this.reader.take(data.subarray(4)));
    } else this.answers.push(...this.reader.take(data));
  }
}

function describeAnswer(answer: Buffer): string {
  return `${ANSWERS[answer[1] ?? 0] ?? '?'} ${answer.subarray(2).toString('latin1')}`;
}
