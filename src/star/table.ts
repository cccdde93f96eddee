/** What a column may hold, by the names that PostgreSQL gives it. */
interface Kinds {
  text: string;
  smallint: number;
  integer: number;
  bigint: number;
  double: number;
  boolean: boolean;
  /** ISO 8601, `2016-12-31`. */
  date: string;
}

export type Kind = keyof Kinds;

export interface Column<Value = unknown> {
  readonly kind: Kind;
  readonly description: string;
  readonly optional: boolean;
  /** The table whose rows it names, by their key. */
  readonly references?: string;
  /** Never there: it carries the type of the column's values. */
  readonly value?: Value;
}

export type Columns = Readonly<Record<string, Column>>;

/** One table of the star schema: what the database, the flat files and the documentation are made of. */
export interface Table<Own extends Columns = Columns> {
  readonly name: string;
  readonly description: string;
  readonly columns: Own;
  /** The columns of the primary key. */
  readonly key: readonly string[];
  /** Columns that are unique besides. */
  readonly unique: readonly string[];
  /** Columns with an index of their own: what tables are joined by, and what charts are cut by. */
  readonly indexes: readonly string[];
}

/** A row of a table: its columns by their names. */
export type RowOf<T extends Table> = {
  readonly [Name in keyof T['columns']]: T['columns'][Name] extends Column<infer Value> ? Value : never;
};

/** Takes a row of a table. */
export type Put = <T extends Table>(table: T, row: RowOf<T>) => void;

type Makers<Nullable> = {
  readonly [K in Kind]: (description: string, references?: string) => Column<Kinds[K] | Nullable>;
};

const KINDS: readonly Kind[] = ['text', 'smallint', 'integer', 'bigint', 'double', 'boolean', 'date'];

function makers<Nullable>(optional: boolean): Makers<Nullable> {
  const make = (kind: Kind) => (description: string, references?: string) => ({
    kind,
    description,
    optional,
    ...(references !== undefined && { references }),
  });
  return Object.fromEntries(KINDS.map((kind) => [kind, make(kind)])) as Makers<Nullable>;
}

/** Columns that always hold a value. */
export const always = makers<never>(false);

/** Columns that are null where a letter does not say. */
export const maybe = makers<null>(true);

export function table<Own extends Columns>(
  name: string,
  description: string,
  columns: Own,
  {
    key,
    unique = [],
    indexes = [],
  }: { key: readonly string[]; unique?: readonly string[]; indexes?: readonly string[] },
): Table<Own> {
  return { name, description, columns, key, unique, indexes };
}
