import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../common/hash.js';
import { readJson, writeWhole } from '../common/whole-file.js';
import { isRole, type Role } from './role.js';

/** A key as it is kept: not the key itself, but the hash of its secret. */
export interface ApiKey {
  readonly id: string;
  /** SHA-256. The secret is 256 random bits: nothing slower is needed to keep it from being guessed. */
  readonly hash: string;
  readonly role: Role;
  /** Whose it is, in the words of who made it. */
  readonly note: string;
  /** Days and times in ISO 8601. */
  readonly madeAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  /** What it may spend in a minute; null: as the server's setting has it. */
  readonly costPerMinute: number | null;
}

/** What a key is made of. */
export type KeyWishes = Pick<ApiKey, 'role' | 'note' | 'expiresAt' | 'costPerMinute'>;

/** `imr_` id `_` secret. */
const KEY = /^imr_([a-z0-9]{8})_([\w-]{43})$/;

/** How long a change of the keys may go unnoticed, in milliseconds. */
const NOTICED_WITHIN = 1_000;

/**
 * The keys of a folder, one file each, so that nobody who makes or revokes one can undo what another does at the same time.
 * Servers that share the folder know the same keys.
 */
export class KeyStore {
  private known = new Map<string, ApiKey>();
  private lookedAt = -Infinity;
  private state = '';

  constructor(private readonly folder: string) {}

  /** Makes a key. @returns the key, which is not kept and cannot be told again */
  make(wishes: KeyWishes): { readonly key: string; readonly kept: ApiKey } {
    const id = randomBytes(4).toString('hex');
    const secret = randomBytes(32).toString('base64url');
    const kept = { id, hash: sha256(secret), ...wishes, madeAt: new Date().toISOString(), revokedAt: null };
    this.write(kept);
    return { key: `imr_${id}_${secret}`, kept };
  }

  /** All keys, the oldest first, revoked ones too. */
  list(): ApiKey[] {
    return this.read().sort((a, b) => (a.madeAt < b.madeAt ? -1 : 1));
  }

  /** @returns the key that is revoked; undefined when there is none of that id */
  revoke(id: string): ApiKey | undefined {
    const key = this.read().find((each) => each.id === id);
    if (key === undefined) return undefined;
    const revoked = { ...key, revokedAt: key.revokedAt ?? new Date().toISOString() };
    this.write(revoked);
    return revoked;
  }

  /** The key that a text is, if it is one that is good at this moment. */
  find(text: string): ApiKey | undefined {
    const [, id, secret] = KEY.exec(text) ?? [];
    if (id === undefined || secret === undefined) return undefined;
    this.look();
    const key = this.known.get(id);
    // Of two hashes nothing can be learnt by how long it takes to find out that they differ.
    return key?.hash === sha256(secret) && isGood(key) ? key : undefined;
  }

  /** Whether there is any key. */
  get isEmpty(): boolean {
    this.look();
    return this.known.size === 0;
  }

  /** Reads the folder when it has changed. */
  private look(): void {
    const now = performance.now();
    if (now - this.lookedAt < NOTICED_WITHIN) return;
    this.lookedAt = now;
    const state = stateOf(this.folder);
    if (state === this.state) return;
    this.state = state;
    this.known = new Map(this.read().map((key) => [key.id, key]));
  }

  private read(): ApiKey[] {
    return filesOf(this.folder)
      .map((file) => readJson(join(this.folder, file)))
      .filter(isKey);
  }

  private write(key: ApiKey): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    writeWhole(join(this.folder, `${key.id}.json`), `${JSON.stringify(key, undefined, 2)}\n`);
  }
}

/** Whether a key is neither revoked nor over. @param at now, unless it is given */
export function isGood({ revokedAt, expiresAt }: ApiKey, at = new Date()): boolean {
  return revokedAt === null && (expiresAt === null || expiresAt > at.toISOString());
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder).filter((file) => /^[a-z0-9]{8}\.json$/.test(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Moves whenever a file of the folder is written, which is by renaming one. */
function stateOf(folder: string): string {
  const found = statSync(folder, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? '' : `${found.ino} ${found.mtimeNs}`;
}

function isKey(value: unknown): value is ApiKey {
  const { id, hash, role } = (value ?? {}) as Partial<ApiKey>;
  return typeof id === 'string' && typeof hash === 'string' && isRole(role);
}
