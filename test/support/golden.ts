import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from '@jest/globals';
import { PARSER_VERSION } from '../../src/parse/version.js';
import type { Recorded } from './recording-client.js';

/** Generated letters beside the samples, so that there is something to count; without noise, for how they are read is not the matter. */
export const GOLDEN_LETTERS = { letters: 150, seed: 7, noise: 0 };

/** What a golden file holds; `UPDATE_SNAPSHOTS=1` writes all of them anew, `UPDATE_SNAPSHOTS=statements` only these. */
export type GoldenKind = 'result' | 'statements';

/**
 * Compares a text with that of a golden file. A missing file is written, and the test fails until somebody has looked at it;
 * others are written anew only when `UPDATE_SNAPSHOTS` names their kind. Where CI is set nothing is written.
 */
export function expectGolden(path: string, kind: GoldenKind, actual: string): void {
  const { CI, UPDATE_SNAPSHOTS: update = '' } = process.env;
  const asked = update === '1' || update.split(',').includes(kind);
  const isNew = !existsSync(path);
  if (!CI && (isNew || asked)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, actual);
  }
  if (isNew) throw new Error(`${path} was missing${CI ? '' : '; it is written now: review and commit it'}.`);
  expect(actual).toBe(readFileSync(path, 'utf8'));
}

/**
 * An answer as a golden file holds it. What differs from run to run is put in words: scores of searches, and cursors that hold
 * one (they depend on what the indexes held before, be it deleted), and the version of the parser.
 */
export function stableResult(answer: unknown): string {
  const steady = (key: string, value: unknown): unknown => {
    if (key === 'score') return `a ${typeof value}`;
    if (key === 'parserVersion' && value === PARSER_VERSION) return 'the version of the parser';
    return key.endsWith('ursor') && holdsScore(value) ? 'a cursor of a score' : value;
  };
  return `${JSON.stringify(answer, steady, 2)}\n`;
}

function holdsScore(cursor: unknown): boolean {
  return typeof cursor === 'string' && /(^|:)\d+\.\d+ /.test(Buffer.from(cursor, 'base64url').toString());
}

/** Most keys of a statement that are shown. */
const SHOWN_KEYS = 5;

/**
 * Statements as a golden file holds them, by name and parameters: fields that are asked for side by side are answered in no
 * fixed order. For the same reason a loader may read its nodes in one statement or in several: their keys are put together, and
 * their number is left to statement-count.int.test.ts. Of all others it is told how often they run, if not once.
 */
export function stableStatements(recorded: readonly Recorded[]): string {
  const times = new Map<string, number>();
  const keys = new Map<string, Set<string>>();
  for (const { name, parameters } of recorded) {
    const { ids, keys: of = ids, ...others } = withIdsOutside(parameters);
    const line = `${name} ${JSON.stringify(others)}`;
    times.set(line, (times.get(line) ?? 0) + 1);
    if (!Array.isArray(of)) continue;
    keys.set(line, new Set([...(keys.get(line) ?? []), ...of.map((key) => JSON.stringify(key))]));
  }
  const lines = [...times].map(([line, number]) => {
    const read = keys.get(line);
    if (read !== undefined) return `${line} by ${listed([...read].sort())}`;
    return number === 1 ? line : `${line} × ${number}`;
  });
  return `${lines.sort().join('\n')}\n`;
}

/** Trees are read by ids within a map. */
function withIdsOutside({ read, ...others }: Recorded['parameters']): Recorded['parameters'] {
  if (typeof read !== 'object' || read === null || !('ids' in read))
    return read === undefined ? others : { read, ...others };
  const { ids, ...rest } = read;
  return { ids, read: rest, ...others };
}

function listed(keys: readonly string[]): string {
  const shown = keys.slice(0, SHOWN_KEYS).join(', ');
  return keys.length > SHOWN_KEYS ? `${shown} … ${keys.length} keys` : shown;
}
