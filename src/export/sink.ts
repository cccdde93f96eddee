import type { Table } from '../star/table.js';

export type Value = string | number | boolean | null;

export type Row = Readonly<Record<string, Value>>;

/** The file of one table, while it is written. */
export interface Sink {
  /** Takes a row; it is written when enough have come together. */
  add(row: Row): void;
  /** Writes what has come together, if that is enough. */
  drain(): Promise<void>;
  /** Writes the rest, and closes the file. */
  close(): Promise<void>;
}

/** A form of flat files. */
export interface Form {
  /** Ending of its files, without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  open(path: string, table: Table): Promise<Sink>;
}
