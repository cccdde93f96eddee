import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { from as copyFrom } from 'pg-copy-streams';
import type { Put, RowOf, Table } from '../star/table.js';
import { translated, type MartDatabase } from './database.js';
import { MART_TABLES, SCHEMA } from './definition.js';

/** Characters that are collected before they are sent. */
const ENOUGH = 8_000_000;

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  // PostgreSQL has no text with it.
  '\0': '',
};

type Value = string | number | boolean | null;

/** Collects rows and writes them by COPY, in the order in which tables refer to each other. */
export class Copying {
  private readonly lines = new Map<string, string[]>();
  private size = 0;

  constructor(private readonly database: MartDatabase) {}

  readonly put: Put = (table, row) => {
    const line = lineOf(table, row);
    this.size += line.length;
    const lines = this.lines.get(table.name);
    if (lines === undefined) this.lines.set(table.name, [line]);
    else lines.push(line);
  };

  /** Whether it is time to write. */
  get isFull(): boolean {
    return this.size >= ENOUGH;
  }

  async write(): Promise<void> {
    for (const { name, columns } of MART_TABLES) {
      const lines = this.lines.get(name);
      if (lines === undefined) continue;
      const text = `COPY ${SCHEMA}.${name} (${Object.keys(columns).join(', ')}) FROM STDIN`;
      await translated(
        pipeline(
          Readable.from([lines.join('')], { objectMode: false }),
          this.database.client.query(copyFrom(text)),
        ),
      );
    }
    this.lines.clear();
    this.size = 0;
  }
}

/** A row in the text format of COPY. */
export function lineOf<T extends Table>({ columns }: T, row: RowOf<T>): string {
  let line = '';
  let separator = '';
  for (const name in columns) {
    line += separator + field(row[name as keyof RowOf<T>] as Value);
    separator = '\t';
  }
  return `${line}\n`;
}

function field(value: Value): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return value.replace(/[\\\t\n\r\0]/g, (found) => ESCAPES[found] ?? '');
  return String(value);
}
