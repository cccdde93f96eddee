import type { Column, Kind, Table } from '../star/table.js';
import type { Form } from './sink.js';

/** What was written of one table. */
export interface WrittenTable {
  readonly table: Table;
  readonly file: string;
  readonly bytes: number;
  readonly rows: number;
}

const TYPES: Readonly<Record<Kind, string>> = {
  text: 'string',
  smallint: 'integer',
  integer: 'integer',
  bigint: 'integer',
  double: 'number',
  boolean: 'boolean',
  date: 'date',
};

/** The files described as a Data Package (version 1): what they hold, and how their tables refer to each other. */
export function dataPackage(
  form: Form,
  tables: readonly WrittenTable[],
  { revision, created }: { readonly revision: number; readonly created: Date },
): object {
  return {
    profile: 'tabular-data-package',
    name: 'imr-graph',
    title: "California workers' compensation Independent Medical Review determinations",
    created: created.toISOString(),
    // Of the graph that they are made of.
    revision,
    resources: tables.map(({ table, file, bytes, rows }) => ({
      profile: 'tabular-data-resource',
      name: table.name,
      path: file,
      format: form.extension,
      mediatype: form.mediaType,
      encoding: 'utf-8',
      bytes,
      rows,
      description: table.description,
      schema: schemaOf(
        table,
        tables.map((each) => each.table),
      ),
    })),
  };
}

function schemaOf({ columns, key, unique }: Table, tables: readonly Table[]): object {
  const entries = Object.entries(columns);
  return {
    fields: entries.map(([name, column]) => fieldOf(name, column, unique.includes(name))),
    missingValues: [''],
    primaryKey: key,
    foreignKeys: entries.flatMap(([name, { references }]) => {
      const other = tables.find((table) => table.name === references);
      return other === undefined
        ? []
        : [{ fields: [name], reference: { resource: other.name, fields: [other.key[0]] } }];
    }),
  };
}

function fieldOf(name: string, { kind, description, optional }: Column, unique: boolean): object {
  const constraints = { ...(optional ? {} : { required: true }), ...(unique && { unique }) };
  return { name, type: TYPES[kind], description, constraints };
}
