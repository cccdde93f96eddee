import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Column, Kind, Table } from '../star/table.js';
import { TABLES } from '../star/tables.js';
import { sqlFolder, sqlText } from './statements.js';
import { tallyGuideline } from './tallies.js';

/** The schema of PostgreSQL that holds the mart. */
export const SCHEMA = 'imr';

const TYPES: Readonly<Record<Kind, string>> = {
  text: 'text',
  smallint: 'smallint',
  integer: 'integer',
  bigint: 'bigint',
  double: 'double precision',
  boolean: 'boolean',
  date: 'date',
};

/** All tables that the loader writes, each after those that it refers to. */
export const MART_TABLES: readonly Table[] = [...TABLES, tallyGuideline];

/** The mart as one script: the schema, its tables with keys, indexes and comments, and its views. */
export function definition(): string {
  const views = readdirSync(join(sqlFolder, 'views'))
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => sqlText(`views/${file.slice(0, -4)}`));
  return [sqlText('schema'), ...MART_TABLES.map(tableText), ...views, sqlText('grants')].join('\n');
}

/** Tells one definition from another. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function tableText(table: Table): string {
  const { name, description, columns, key, unique, indexes } = table;
  const entries = Object.entries(columns);
  const keyOf = (other: string): string => MART_TABLES.find((each) => each.name === other)?.key[0] ?? '';
  const lines = [
    ...entries.map(
      ([column, { kind, optional }]) => `${column} ${TYPES[kind]}${optional ? '' : ' NOT NULL'}`,
    ),
    `PRIMARY KEY (${key.join(', ')})`,
    ...unique.map((column) => `UNIQUE (${column})`),
    ...entries.flatMap(([column, { references }]) =>
      references === undefined
        ? []
        : [`FOREIGN KEY (${column}) REFERENCES ${SCHEMA}.${references} (${keyOf(references)})`],
    ),
  ];
  return [
    `CREATE TABLE ${SCHEMA}.${name} (\n  ${lines.join(',\n  ')}\n);`,
    ...indexes.map((column) => `CREATE INDEX ${name}_${column} ON ${SCHEMA}.${name} (${column});`),
    `COMMENT ON TABLE ${SCHEMA}.${name} IS ${quoted(description)};`,
    ...entries.map(([column, { description: text }]: [string, Column]) => {
      return `COMMENT ON COLUMN ${SCHEMA}.${name}.${column} IS ${quoted(text)};`;
    }),
    '',
  ].join('\n');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
