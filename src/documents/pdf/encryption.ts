import { createDecipheriv, hash } from 'node:crypto';
import {
  asCount,
  asDictionary,
  asName,
  asNumber,
  asString,
  type Dictionary,
  type Reference,
} from './objects.js';
import { stepAside } from './step-aside.js';

/** Undoes the encryption of one stream's bytes. */
export type Decrypt = (stored: Buffer, reference: Reference) => Buffer;

type Cipher = 'RC4' | 'AES';

/** Passwords are filled up to 32 bytes with these; the empty one consists of them. */
const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

/**
 * The decryption of a PDF that opens without a password: the standard security handler with RC4 or AES of at most 128
 * bits (revisions 2 to 4). Letters are encrypted so, to carry flags such as "no copying".
 * @param id the first part of the file's /ID
 */
export function readEncryption(encrypt: Dictionary, id: string): Decrypt {
  if (asName(encrypt.get('Filter')) !== 'Standard') stepAside('an unknown security handler');
  const revision = asCount(encrypt.get('R'));
  const { cipher, keyBytes } = readCipher(encrypt, revision);
  const key = fileKey(encrypt, id, revision, keyBytes);
  if (!opensWithoutPassword(encrypt, id, revision, key)) stepAside('a password');
  return (stored, reference) => {
    const streamKey = keyOfStream(key, reference, cipher);
    return cipher === 'AES' ? decryptAes(stored, streamKey) : rc4(streamKey, stored);
  };
}

function readCipher(encrypt: Dictionary, revision: number): { cipher: Cipher; keyBytes: number } {
  const version = asCount(encrypt.get('V'));
  if (version === 1 && revision === 2) return { cipher: 'RC4', keyBytes: 5 };
  if (version === 2 && revision === 3) {
    const bits = asCount(encrypt.get('Length'));
    if (bits % 8 !== 0 || bits < 40 || bits > 128) stepAside('an odd key length');
    return { cipher: 'RC4', keyBytes: bits / 8 };
  }
  if (version !== 4 || revision !== 4) stepAside('an unknown encryption');
  const filter = asName(encrypt.get('StmF'));
  if (filter !== 'StdCF' || asCount(encrypt.get('Length')) !== 128) stepAside('an unknown crypt filter');
  const method = asName(asDictionary(asDictionary(encrypt.get('CF')).get(filter)).get('CFM'));
  if (method !== 'AESV2' && method !== 'V2') stepAside('an unknown cipher');
  return { cipher: method === 'AESV2' ? 'AES' : 'RC4', keyBytes: 16 };
}

function fileKey(encrypt: Dictionary, id: string, revision: number, keyBytes: number): Buffer {
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(asNumber(encrypt.get('P')) | 0);
  const bareMetadata = revision >= 4 && encrypt.get('EncryptMetadata') === false;
  const owner = bytesOf(encrypt.get('O'));
  let digest = md5(PADDING, owner, permissions, latin1(id), Buffer.alloc(bareMetadata ? 4 : 0, 0xff));
  if (revision >= 3) for (let i = 0; i < 50; i++) digest = md5(digest.subarray(0, keyBytes));
  return digest.subarray(0, keyBytes);
}

/** The file holds a check value that its own key must reproduce. */
function opensWithoutPassword(encrypt: Dictionary, id: string, revision: number, key: Buffer): boolean {
  const user = bytesOf(encrypt.get('U'));
  if (revision === 2) return rc4(key, PADDING).equals(user);
  let check = rc4(key, md5(PADDING, latin1(id)));
  for (let i = 1; i < 20; i++)
    check = rc4(
      key.map((byte) => byte ^ i),
      check,
    );
  return check.equals(user.subarray(0, 16));
}

function bytesOf(entry: Parameters<typeof asString>[0]): Buffer {
  const bytes = latin1(asString(entry));
  return bytes.length === 32 ? bytes : stepAside('an odd password entry');
}

function keyOfStream(key: Buffer, { number, generation }: Reference, cipher: Cipher): Buffer {
  const salt = Buffer.alloc(5);
  salt.writeUIntLE(number, 0, 3);
  salt.writeUInt16LE(generation, 3);
  const digest = md5(key, salt, latin1(cipher === 'AES' ? 'sAlT' : ''));
  return digest.subarray(0, Math.min(key.length + 5, 16));
}

function decryptAes(stored: Buffer, key: Buffer): Buffer {
  if (stored.length < 32 || stored.length % 16 !== 0) stepAside('an encrypted stream of odd length');
  const decipher = createDecipheriv('aes-128-cbc', key, stored.subarray(0, 16));
  try {
    return Buffer.concat([decipher.update(stored.subarray(16)), decipher.final()]);
  } catch {
    return stepAside('an encrypted stream is damaged');
  }
}

/** Node's own RC4 is not there in every build of OpenSSL 3. */
function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = new Uint8Array(256).map((_, i) => i);
  const result = Buffer.from(data);
  let j = 0;
  for (let i = 0; i < 256; i++) {
    const kept = state[i] ?? 0;
    j = (j + kept + (key[i % key.length] ?? 0)) & 0xff;
    state[i] = state[j] ?? 0;
    state[j] = kept;
  }
  j = 0;
  for (let n = 0; n < result.length; n++) {
    const i = (n + 1) & 0xff;
    const kept = state[i] ?? 0;
    j = (j + kept) & 0xff;
    const other = (state[i] = state[j] ?? 0);
    state[j] = kept;
    result[n] = (result[n] ?? 0) ^ (state[(kept + other) & 0xff] ?? 0);
  }
  return result;
}

function md5(...parts: readonly Uint8Array[]): Buffer {
  return hash('md5', Buffer.concat(parts), 'buffer');
}

function latin1(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}
