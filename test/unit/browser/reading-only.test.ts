import { describe, expect, test } from '@jest/globals';
import { inChunks, MessageReader } from '../../../src/browser/chunks.js';
import { encode, endOfValue, readText, type Value } from '../../../src/browser/packstream.js';
import { NotPassed } from '../../../src/browser/not-passed.js';
import { ReadingOnly } from '../../../src/browser/reading-only.js';

const READING = { user: 'neo4j', password: 'a-secret-of-the-test', database: 'graph', timeout: 30 };
const TERMS = encode({ mode: 'r', db: 'graph', tx_timeout: 30_000 });
const MAGIC = [0x60, 0x60, 0xb0, 0x17];

/** What the client of the driver in Browser 5.24 proposes, padded. */
const GREETING = Buffer.of(...MAGIC, 0, 4, 4, 5, 0, 2, 4, 4, 0, 0, 1, 4, 0, 0, 0, 3);

function message(tag: number, ...fields: Value[]): Buffer {
  return Buffer.concat([Buffer.of(0xb0 | fields.length, tag), ...fields.map(encode)]);
}

/** What comes out when this goes in, after the handshake. */
function passed(...messages: Buffer[]): Buffer[] {
  const out = through(Buffer.concat([GREETING, ...messages.map(inChunks)]));
  return new MessageReader(100_000).take(out.subarray(20));
}

function through(...pieces: Buffer[]): Buffer {
  const filter = new ReadingOnly(READING, { 'browser.setting': 'as we say' });
  let failure: unknown;
  for (const piece of pieces) {
    filter._transform(piece, 'utf8', (error) => {
      failure ??= error;
    });
  }
  if (failure) throw failure as Error;
  return (filter.read() as Buffer | null) ?? Buffer.alloc(0);
}

describe('the handshake', () => {
  test.each([
    ['a range', [0, 4, 4, 5], 4],
    ['newer versions', [0, 8, 8, 5], 4],
    ['older ones', [0, 1, 2, 5], 2],
  ])('of %s is for the highest version in common', (_, proposal, minor) => {
    const out = through(Buffer.of(...MAGIC, ...proposal, ...Array<number>(12).fill(0)));
    expect([...out]).toEqual([...MAGIC, 0, 0, minor, 5, ...Array<number>(12).fill(0)]);
  });

  test.each([
    ['only 4.4', [0, 0, 4, 4]],
    ['only 5.0', [0, 0, 0, 5]],
    ['only 5.5 and newer', [0, 1, 6, 5]],
    ['a manifest', [0, 0, 1, 0xff]],
  ])('with %s ends', (_, proposal) => {
    expect(() => through(Buffer.of(...MAGIC, ...proposal, ...Array<number>(12).fill(0)))).toThrow(NotPassed);
  });

  test('of another protocol ends', () => {
    expect(() => through(Buffer.from('GET / HTTP/1.1\r\nHost:'))).toThrow(NotPassed);
  });
});

test('what comes in pieces is the same, wherever it is cut', () => {
  const said = [
    message(0x01, { user_agent: 'a' }),
    message(0x6a, {}),
    message(0x10, 'RETURN $a', { a: ['b'] }, {}),
  ];
  const bytes = Buffer.concat([GREETING, ...said.map(inChunks)]);
  const whole = through(bytes);
  for (let cut = 0; cut <= bytes.length; cut += 1)
    expect(through(bytes.subarray(0, cut), bytes.subarray(cut))).toEqual(whole);
});

describe('what a client says', () => {
  test('is passed on by the gate in its own name', () => {
    const [out] = passed(message(0x6a, { scheme: 'basic', principal: 'someone', credentials: 'else' }));
    const { user, password } = READING;
    expect(out).toEqual(message(0x6a, { scheme: 'basic', principal: user, credentials: password }));
  });

  test.each([{}, { mode: 'w' }, { db: 'system', mode: 'w', imp_user: 'admin', tx_timeout: 0 }])(
    'begins a transaction for reading, whatever it asks for: %j',
    (terms) => {
      expect(passed(message(0x11, terms))).toEqual([Buffer.concat([Buffer.of(0xb1, 0x11), TERMS])]);
    },
  );

  test('is run as it is, for reading', () => {
    const [out = Buffer.alloc(0)] = passed(message(0x10, 'MATCH (n) RETURN $a', { a: 'ä' }, { mode: 'w' }));
    expect(out).toEqual(
      Buffer.concat([Buffer.of(0xb3, 0x10), encode('MATCH (n) RETURN $a'), encode({ a: 'ä' }), TERMS]),
    );
  });

  test('about the settings of Browser is answered by the gate', () => {
    const [out = Buffer.alloc(0)] = passed(message(0x10, 'CALL dbms.clientConfig()', {}, {}));
    const { text, end } = readText(out, 2);
    expect(text).toMatch(/^UNWIND \$settings/);
    expect(out.subarray(end, endOfValue(out, end))).toEqual(
      encode({ settings: [{ name: 'browser.setting', value: 'as we say' }] }),
    );
  });

  test.each([
    "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    "terminate /* hidden */ transaction 'neo4j-transaction-1'",
    "\\u0054ERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    "LOAD CSV FROM 'http://127.0.0.1/' AS line RETURN line",
    'LOAD\n// hidden\nCSV FROM $a AS line RETURN line',
    "CALL dbms.killConnections(['bolt-1'])",
    "CALL dbms.`killConnection`('bolt-1')",
    "CALL dbms.kill\\u0043onnection('bolt-1')",
    'CALL db.clearQueryCaches()',
    "CALL db.resampleIndex('case_id')",
  ])('is not run when it could hurt others: %s', (statement) => {
    const [out = Buffer.alloc(0)] = passed(message(0x10, statement, {}, {}));
    expect(readText(out, 2).text).toMatch(/^RETURN \$`This is for reading; it does not offer [\w ]+\.`$/);
  });

  test.each([
    ['RESET', 0x0f, []],
    ['HELLO', 0x01, [{ user_agent: 'a' }]],
    ['PULL', 0x3f, [{ n: 1000 }]],
    ['GOODBYE', 0x02, []],
  ] as const)('passes as %s', (_, tag, fields) => {
    expect(passed(message(tag, ...fields))).toEqual([message(tag, ...fields)]);
  });

  test.each([
    ['ROUTE', message(0x66, {}, [], {})],
    ['a kind that nobody knows', message(0x77, {})],
    ['no message', Buffer.of(0x01, 0x02)],
    ['a single byte', Buffer.of(0xb0)],
    ['two messages as one', Buffer.concat([message(0x0f), message(0x10, 'CREATE ()', {}, {})])],
    ['a statement that is no text', message(0x10, ['CREATE ()'], {}, {})],
    ['a statement without parameters', message(0x10, 'CREATE ()')],
  ])('ends the connection when it is %s', (_, bytes) => {
    expect(() => passed(bytes)).toThrow(NotPassed);
  });
});
