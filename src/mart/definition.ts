import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Kind, Table } from '../star/table.js';
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
    .map((file) => sqlText(`views/${file.slice(0, -'.sql'.length)}`));
  const tables = MART_TABLES.map(tableText);
  return [sqlText('schema'), ...tables, ...views, sqlText('outcome-comments'), sqlText('grants')].join('\n');
}

/** Tells one definition from another. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function tableText(table: Table): string {
  const { name, description, columns, key, unique, indexes } = table;
  const entries = Object.entries(columns);
  const keyOf = (other: string): string => MART_TABLES.find((each) => each.name === other)?.key[0] ?? '';
  // Ids are in the order that the graph has them in, whatever the database's own order is.
  const order = (column: string, kind: Kind) =>
    kind === 'text' && unique.includes(column) ? ' COLLATE "C"' : '';
  const lines = [
    ...entries.map(
      ([column, { kind, optional }]) =>
        `${column} ${TYPES[kind]}${order(column, kind)}${optional ? '' : ' NOT NULL'}`,
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
    ...entries.map(([column, { description: text }]) => {
      return `COMMENT ON COLUMN ${SCHEMA}.${name}.${column} IS ${quoted(text)};`;
    }),
    '',
  ].join('\n');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
