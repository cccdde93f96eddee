import { Transform, type TransformCallback } from 'node:stream';
import { inChunks, MessageReader } from './chunks.js';
import { NotPassed } from './not-passed.js';
import { encode, endOfValue, readText, STRUCTURE, type Value } from './packstream.js';
import { failingStatement, reasonToRefuse } from './refusals.js';

/** How all who come through the gate are connected. */
export interface Reading {
  readonly user: string;
  /** Never to be logged. */
  readonly password: string;
  readonly database: string;
  /** Longest time of a transaction, in seconds. */
  readonly timeout: number;
}

/** What Browser is told when it asks for the settings that are meant for it. */
export type ClientSettings = Readonly<Record<string, string>>;

/** The first bytes: a magic number, and four versions that the client would speak. */
const MAGIC = Buffer.of(0x60, 0x60, 0xb0, 0x17);
const HANDSHAKE = 20;
/** Versions 5.1 to 5.4: there credentials come in LOGON, and each message is as below. */
const MAJOR = 5;
const MINORS = { least: 1, most: 4 };

const LONGEST_MESSAGE = 1024 * 1024;

const TAGS = { RUN: 0x10, BEGIN: 0x11, LOGON: 0x6a };

/** HELLO, GOODBYE, RESET, COMMIT, ROLLBACK, DISCARD, PULL, TELEMETRY, LOGOFF. */
const PASSED = new Set([0x01, 0x02, 0x0f, 0x12, 0x13, 0x2f, 0x3f, 0x54, 0x6b]);

/** Browser asks this, word by word, as soon as it is connected. */
const ASKS_SETTINGS = /^\s*CALL dbms\.clientConfig\(\)\s*$/i;
const TELL_SETTINGS = 'UNWIND $settings AS setting RETURN setting.name AS name, setting.value AS value';

/**
 * What a Bolt client says, on its way to Neo4j: whoever it says it is, it is logged on as the gate is, and every transaction is one
 * for reading, in one database, of limited time. Then Neo4j refuses to write.
 */
export class ReadingOnly extends Transform {
  private greeting: Buffer | undefined = Buffer.alloc(0);
  private readonly messages = new MessageReader(LONGEST_MESSAGE);
  private readonly credentials: Buffer;
  private readonly terms: Buffer;
  private readonly settings: Buffer;

  constructor({ user, password, database, timeout }: Reading, settings: ClientSettings) {
    super();
    this.credentials = encode({ scheme: 'basic', principal: user, credentials: password });
    this.terms = encode({ mode: 'r', db: database, tx_timeout: Math.ceil(timeout * 1000) });
    this.settings = encode({ settings: rowsOf(settings) });
  }

  override _transform(bytes: Buffer, _: BufferEncoding, done: TransformCallback): void {
    try {
      for (const message of this.messages.take(this.greet(bytes))) this.push(inChunks(this.pass(message)));
      done();
    } catch (error) {
      done(error as Error);
    }
  }

  /** Passes the handshake on; gives what follows it. */
  private greet(bytes: Buffer): Buffer {
    if (this.greeting === undefined) return bytes;
    const greeting = Buffer.concat([this.greeting, bytes]);
    if (greeting.length < HANDSHAKE) {
      this.greeting = greeting;
      return Buffer.alloc(0);
    }
    this.greeting = undefined;
    this.push(handshake(greeting.subarray(0, HANDSHAKE)));
    return greeting.subarray(HANDSHAKE);
  }

  private pass(message: Buffer): Buffer {
    if (message.length < 2 || message.readUInt8(0) >> 4 !== STRUCTURE >> 4)
      throw new NotPassed('No message.');
    const tag = message.readUInt8(1);
    if (tag === TAGS.LOGON) return structure(tag, this.credentials);
    if (tag === TAGS.BEGIN) return structure(tag, this.terms);
    if (tag === TAGS.RUN) return this.passStatement(message);
    if (!PASSED.has(tag)) throw new NotPassed('Messages of this kind do not pass.');
    if (endOfValue(message, 0) !== message.length) throw new NotPassed('More than a message.');
    return message;
  }

  /** Of a statement its words and its parameters are the client's. */
  private passStatement(message: Buffer): Buffer {
    const { text, end } = readText(message, 2);
    const parameters = message.subarray(end, endOfValue(message, end));
    if (ASKS_SETTINGS.test(text)) return this.statement(TELL_SETTINGS, this.settings);
    const reason = reasonToRefuse(text);
    return this.statement(reason === undefined ? text : failingStatement(reason), parameters);
  }

  private statement(text: string, parameters: Buffer): Buffer {
    return structure(TAGS.RUN, encode(text), parameters, this.terms);
  }
}

function structure(tag: number, ...fields: Buffer[]): Buffer {
  return Buffer.concat([Buffer.of(STRUCTURE | fields.length, tag), ...fields]);
}

function rowsOf(settings: ClientSettings): Value {
  return Object.entries(settings).map(([name, value]) => ({ name, value }));
}

/** Proposes the highest version that client and gate have in common. */
function handshake(greeting: Buffer): Buffer {
  if (!greeting.subarray(0, MAGIC.length).equals(MAGIC)) throw new NotPassed('Not Bolt.');
  const minors = [4, 8, 12, 16].flatMap((at) => {
    const [range = 0, highest = 0, major] = greeting.subarray(at + 1, at + 4);
    const minor = Math.min(highest, MINORS.most);
    return major === MAJOR && minor >= Math.max(MINORS.least, highest - range) ? [minor] : [];
  });
  if (minors.length === 0) throw new NotPassed('No version of Bolt in common.');
  return Buffer.concat([MAGIC, Buffer.of(0, 0, Math.max(...minors), MAJOR), Buffer.alloc(12)]);
}
