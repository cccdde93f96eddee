import { open, type FileHandle } from 'node:fs/promises';
import type { Form, Row, Sink, Value } from './sink.js';

/** Characters that are collected before they are written. */
const ENOUGH = 1_000_000;

/** A file of lines, one for each row. */
class LineSink implements Sink {
  private readonly lines: string[] = [];
  private size = 0;

  constructor(
    private readonly file: FileHandle,
    private readonly lineOf: (row: Row) => string,
  ) {}

  add(row: Row): void {
    this.take(this.lineOf(row));
  }

  take(line: string): void {
    this.lines.push(line);
    this.size += line.length;
  }

  async drain(): Promise<void> {
    if (this.size >= ENOUGH) await this.write();
  }

  async close(): Promise<void> {
    await this.write();
    await this.file.close();
  }

  private async write(): Promise<void> {
    await this.file.appendFile(this.lines.join(''));
    this.lines.length = 0;
    this.size = 0;
  }
}

/** Comma-separated values (RFC 4180) in UTF-8, with a header. Null is an empty field, an empty text one in quotes. */
export const csv: Form = {
  extension: 'csv',
  mediaType: 'text/csv',
  async open(path, { columns }) {
    const names = Object.keys(columns);
    const sink = new LineSink(await open(path, 'wx'), (row) =>
      recordOf(names.map((name) => row[name] ?? null)),
    );
    sink.take(recordOf(names));
    return sink;
  },
};

/** One JSON object a line. */
export const ndjson: Form = {
  extension: 'ndjson',
  mediaType: 'application/x-ndjson',
  async open(path, { columns }) {
    const names = Object.keys(columns);
    // In the order of the table's columns, whatever the order of the row's.
    const ordered = (row: Row) => Object.fromEntries(names.map((name) => [name, row[name]]));
    return new LineSink(await open(path, 'wx'), (row) => `${JSON.stringify(ordered(row))}\n`);
  },
};

function recordOf(values: readonly Value[]): string {
  return `${values.map(field).join(',')}\r\n`;
}

function field(value: Value): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  return value === '' || /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
