import { fileWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { Column, Kind, Table } from '../star/table.js';
import type { Form, Row, Sink, Value } from './sink.js';

/** Rows of one group: what is held in memory of a table, and what a reader may skip. */
const ROWS_AT_ONCE = 50_000;

const ELEMENTS: Readonly<Record<Kind, Pick<SchemaElement, 'type' | 'converted_type'>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  smallint: { type: 'INT32' },
  integer: { type: 'INT32' },
  bigint: { type: 'INT64' },
  double: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
};

class ParquetSink implements Sink {
  private readonly writer: ParquetWriter;
  private readonly columns: readonly (readonly [name: string, column: Column])[];
  private rows: Row[] = [];

  constructor(path: string, { columns, name, description }: Table) {
    this.columns = Object.entries(columns);
    this.writer = new ParquetWriter({
      writer: fileWriter(path),
      schema: [
        { name, num_children: this.columns.length },
        ...this.columns.map(([column, { kind, optional }]): SchemaElement => ({
          name: column,
          ...ELEMENTS[kind],
          repetition_type: optional ? 'OPTIONAL' : 'REQUIRED',
        })),
      ],
      kvMetadata: [{ key: 'description', value: description }],
      createdBy: 'imr-graph',
    });
  }

  add(row: Row): void {
    this.rows.push(row);
  }

  async drain(): Promise<void> {
    if (this.rows.length >= ROWS_AT_ONCE) await this.write();
  }

  async close(): Promise<void> {
    await this.write();
    await this.writer.finish();
  }

  private async write(): Promise<void> {
    const { rows } = this;
    this.rows = [];
    const columnData = this.columns.map(([name, { kind }]) => ({
      name,
      data: rows.map((row) => valueOf(kind, row[name] ?? null)),
    }));
    if (rows.length > 0) await this.writer.write({ columnData, rowGroupSize: rows.length });
  }
}

function valueOf(kind: Kind, value: Value): unknown {
  if (value === null) return null;
  if (kind === 'date') return new Date(`${value as string}T00:00:00Z`);
  return kind === 'bigint' ? BigInt(value) : value;
}

/** Apache Parquet, compressed by Snappy. */
export const parquet: Form = {
  extension: 'parquet',
  mediaType: 'application/vnd.apache.parquet',
  open: (path, table) => Promise.resolve(new ParquetSink(path, table)),
};
