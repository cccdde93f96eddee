/** What a column of a CSV file holds, in the words of Neo4j's import tool. */
type ColumnType = 'string' | 'string[]' | 'long' | 'long[]' | 'boolean' | 'double' | 'date' | 'datetime';

/** The nodes of one label, or the relationships of one type, as the import tool reads them. */
export interface Table {
  /** Of its files. */
  readonly name: string;
  /** The label or the type. */
  readonly kind: string;
  /** Of nodes the property that identifies them; of relationships the labels that they lead from and to. */
  readonly keys: { readonly id: string } | { readonly from: string; readonly to: string };
  readonly columns: Readonly<Record<string, ColumnType>>;
}

const SPANS = { spanFields: 'string[]', spanOffsets: 'long[]' } as const;
const SPAN = { spanStart: 'long', spanEnd: 'long' } as const;

/** What each letter has rows of its own in. The order is that of `EncodedLetter.lengths`. */
export const LETTER_TABLES = [
  {
    name: 'cases',
    kind: 'Case',
    keys: { id: 'id' },
    columns: {
      caseNumber: 'string',
      outcome: 'string',
      priority: 'string',
      dateOfInjury: 'date',
      dateAssigned: 'date',
      decisionDate: 'date',
      utilizationReviewDate: 'date',
      applicationReceivedDate: 'date',
      employeeAge: 'long',
      employeeSex: 'string',
      clinicalSummary: 'string',
      text: 'string',
      template: 'string',
      parserVersion: 'string',
      documentPath: 'string',
      documentSha256: 'string',
      documentMediaType: 'string',
      documentPages: 'long',
      warnings: 'string[]',
      factsHash: 'string',
      ...SPANS,
    },
  },
  {
    name: 'findings',
    kind: 'Finding',
    keys: { id: 'id' },
    columns: {
      ordinal: 'long',
      label: 'string',
      decision: 'string',
      rationale: 'string',
      originalRequest: 'string',
      authorized: 'string',
      retrospective: 'boolean',
      drug: 'string',
      drugClass: 'string',
      claimsAdministratorBasis: 'string',
      expertReviewerBasis: 'string',
      ...SPANS,
    },
  },
  { name: 'has-finding', kind: 'HAS_FINDING', keys: { from: 'Case', to: 'Finding' }, columns: {} },
  { name: 'decides', kind: 'DECIDES', keys: { from: 'Finding', to: 'Item' }, columns: {} },
  {
    name: 'cites',
    kind: 'CITES',
    keys: { from: 'Finding', to: 'Guideline' },
    columns: {
      id: 'string',
      role: 'string',
      edition: 'long',
      pages: 'string[]',
      tables: 'string[]',
      inferred: 'boolean',
      silent: 'boolean',
      resolution: 'string',
      candidates: 'string[]',
      raw: 'string',
      ...SPAN,
    },
  },
  {
    name: 'applies',
    kind: 'APPLIES',
    keys: { from: 'Finding', to: 'Guideline' },
    columns: {
      id: 'string',
      status: 'string',
      decisive: 'boolean',
      confidence: 'double',
      quote: 'string',
      note: 'string',
      ...SPAN,
    },
  },
  { name: 'reviewed', kind: 'REVIEWED', keys: { from: 'Reviewer', to: 'Case' }, columns: {} },
  {
    name: 'documents',
    kind: 'Document',
    keys: { id: 'sha256' },
    columns: {
      path: 'string',
      mediaType: 'string',
      pages: 'long',
      template: 'string',
      parserVersion: 'string',
      readAt: 'datetime',
    },
  },
  { name: 'read-from', kind: 'READ_FROM', keys: { from: 'Case', to: 'Document' }, columns: {} },
] as const satisfies readonly Table[];

/** What letters share, and what is known only when all have been read. */
export const SHARED_TABLES = {
  reviewers: {
    name: 'reviewers',
    kind: 'Reviewer',
    keys: { id: 'id' },
    columns: { specialties: 'string[]', licensureStates: 'string[]' },
  },
  items: {
    name: 'items',
    kind: 'Item',
    keys: { id: 'id' },
    columns: { name: 'string', modality: 'string', bodyRegions: 'string[]', category: 'string' },
  },
  guidelines: {
    name: 'guidelines',
    kind: 'Guideline',
    keys: { id: 'id' },
    columns: {
      level: 'string',
      name: 'string',
      source: 'string',
      edition: 'long',
      resolution: 'string',
      kind: 'string',
      text: 'string',
    },
  },
  partOf: { name: 'part-of', kind: 'PART_OF', keys: { from: 'Guideline', to: 'Guideline' }, columns: {} },
  quotes: {
    name: 'quotes',
    kind: 'QUOTES',
    keys: { from: 'Finding', to: 'Guideline' },
    columns: { id: 'string', text: 'string', ...SPAN },
  },
  quarantined: {
    name: 'quarantined',
    kind: 'QuarantinedDocument',
    keys: { id: 'path' },
    columns: { sha256: 'string', code: 'string', message: 'string', quarantinedAt: 'datetime' },
  },
} as const satisfies Record<string, Table>;

export const TABLES: readonly Table[] = [...LETTER_TABLES, ...Object.values(SHARED_TABLES)];

/** Between the values of a list: a character that the cleaning of texts takes out. */
const LIST_DELIMITER = '\x1f';
/** The same as the import tool's option has it. */
export const LIST_DELIMITER_OPTION = 'U+001F';

/** The first line of a table: its columns and their types. */
export function headerOf({ kind, keys, columns }: Table): string {
  const first =
    'id' in keys ? [`${keys.id}:ID(${kind})`] : [`:START_ID(${keys.from})`, `:END_ID(${keys.to})`];
  return `${[...first, ...Object.entries(columns).map(([name, type]) => `${name}:${type}`)].join(',')}\n`;
}

/**
 * One line of a table.
 * @param ids the id of a node, or those of the nodes that a relationship leads from and to
 */
export function rowOf(
  { name, columns }: Table,
  ids: readonly string[],
  properties: Readonly<Record<string, unknown>> = {},
): string {
  let row = ids.map(quoted).join(',');
  for (const column in columns) row += `,${cellOf(columns[column], properties[column])}`;
  for (const property in properties)
    if (!(property in columns)) throw new Error(`${name} have no column for ${property}`);
  return `${row}\n`;
}

/** What is null takes no place between the commas; a text that is empty is quoted. The tool keeps no empty lists. */
function cellOf(type: ColumnType | undefined, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.length === 0 ? '' : quoted(value.join(LIST_DELIMITER));
  const told = typeof value === 'string' ? value : JSON.stringify(value);
  return type === 'string' ? quoted(told) : told;
}

function quoted(text: string): string {
  return `"${text.includes('"') ? text.replaceAll('"', '""') : text}"`;
}
