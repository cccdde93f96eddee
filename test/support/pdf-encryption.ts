import { createCipheriv, createHash } from 'node:crypto';

/** The ways to encrypt a PDF with an empty password, as the standard security handler has them. */
export type Encryption = 'RC4 40' | 'RC4 128' | 'V4 RC4' | 'V4 AES' | 'V4 AES, bare metadata';

export interface StreamEncrypter {
  /** The file's /Encrypt dictionary. */
  readonly dictionary: string;
  readonly id: string;
  encrypt(bytes: Buffer, objectNumber: number): Buffer;
}

const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const ID = Buffer.from('0123456789abcdef0123456789abcdef', 'hex');
/** What the owner's password gives; a reader without it only hashes these bytes. */
const OWNER = Buffer.alloc(32, 7);
const PERMISSIONS = -1340;

const FORMS: Readonly<Record<Encryption, { revision: number; keyBytes: number; entries: string }>> = {
  'RC4 40': { revision: 2, keyBytes: 5, entries: '/V 1 /R 2' },
  'RC4 128': { revision: 3, keyBytes: 16, entries: '/V 2 /R 3 /Length 128' },
  'V4 RC4': { revision: 4, keyBytes: 16, entries: cryptFilter('V2') },
  'V4 AES': { revision: 4, keyBytes: 16, entries: cryptFilter('AESV2') },
  'V4 AES, bare metadata': {
    revision: 4,
    keyBytes: 16,
    entries: `${cryptFilter('AESV2')} /EncryptMetadata false`,
  },
};

export function encrypterOf(encryption: Encryption): StreamEncrypter {
  const { revision, keyBytes, entries } = FORMS[encryption];
  const isAes = encryption.includes('AES');
  const key = fileKey(revision, keyBytes, encryption.endsWith('bare metadata'));
  return {
    id: `<${ID.toString('hex')}>`,
    dictionary:
      `<< /Filter /Standard ${entries} /P ${PERMISSIONS} ` +
      `/O <${OWNER.toString('hex')}> /U <${checkValue(revision, key).toString('hex')}> >>`,
    encrypt(bytes, objectNumber) {
      const salt = Buffer.from([objectNumber & 0xff, objectNumber >> 8, 0, 0, 0]);
      const objectKey = md5(key, salt, Buffer.from(isAes ? 'sAlT' : '')).subarray(
        0,
        Math.min(keyBytes + 5, 16),
      );
      if (!isAes) return rc4(objectKey, bytes);
      const start = Buffer.alloc(16, 3);
      const cipher = createCipheriv('aes-128-cbc', objectKey, start);
      return Buffer.concat([start, cipher.update(bytes), cipher.final()]);
    },
  };
}

function cryptFilter(method: string): string {
  return `/V 4 /R 4 /Length 128 /StmF /StdCF /StrF /StdCF /CF << /StdCF << /CFM /${method} /Length 16 /AuthEvent /DocOpen >> >>`;
}

function fileKey(revision: number, keyBytes: number, bareMetadata: boolean): Buffer {
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(PERMISSIONS);
  let digest = md5(PADDING, OWNER, permissions, ID, Buffer.alloc(bareMetadata ? 4 : 0, 0xff));
  for (let i = 0; i < (revision >= 3 ? 50 : 0); i++) digest = md5(digest.subarray(0, keyBytes));
  return digest.subarray(0, keyBytes);
}

function checkValue(revision: number, key: Buffer): Buffer {
  if (revision === 2) return rc4(key, PADDING);
  let value = rc4(key, md5(PADDING, ID));
  for (let i = 1; i < 20; i++) value = rc4(Buffer.from(key.map((byte) => byte ^ i)), value);
  return Buffer.concat([value, Buffer.alloc(16)]);
}

function rc4(key: Buffer, bytes: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_, i) => i);
  const at = (i: number) => state[i & 255] ?? 0;
  const swap = (i: number, j: number) => {
    [state[i & 255], state[j & 255]] = [at(j), at(i)];
  };
  let j = 0;
  for (let i = 0; i < 256; i++) swap(i, (j += at(i) + (key[i % key.length] ?? 0)));
  j = 0;
  const coded = bytes.map((byte, n) => {
    swap(n + 1, (j += at(n + 1)));
    return byte ^ at(at(n + 1) + at(j));
  });
  return Buffer.from(coded);
}

function md5(...parts: readonly Uint8Array[]): Buffer {
  return Buffer.from(createHash('md5').update(Buffer.concat(parts)).digest());
}
