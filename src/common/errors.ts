/**
 * Every way in which this project refuses something, as a stable code. Users and scripts match on the code, so a
 * code never changes its meaning; the message is for people and names what was refused and where.
 */
export const ERROR_CODES = {
  // documents
  NOT_FOUND: 'The path does not exist.',
  UNREADABLE_FILE: 'The file cannot be read (permissions, an I/O error).',
  EMPTY_FILE: 'The file holds no bytes, or only white space.',
  BINARY_FILE: 'The file is not text although its name says so.',
  UNSUPPORTED_MEDIA_TYPE: 'A file of this type is not read.',
  DAMAGED_PDF: 'The PDF is truncated or damaged.',
  FILE_TOO_LARGE: 'The file has far more bytes or pages than any letter; it is not opened.',
  NO_TEXT_LAYER: 'The PDF holds only images (a scan).',
  DAMAGED_DOCX: 'The .docx is truncated or damaged, or holds what no word processor writes.',
  DAMAGED_ARCHIVE: 'The zip archive, or a member of it, is truncated or damaged.',
  ENCRYPTED_FILE: 'The file, or the member of an archive, is locked by a password.',
  UNSAFE_PATH: 'The name of an archive member leads out of the archive.',
  ARCHIVE_BOMB: 'The archive or .docx has far more members, or inflates to far more bytes, than letters do.',
  NESTED_TOO_DEEPLY: 'Archives within archives, or elements within elements, beyond any use.',
  // corpus
  DOCUMENT_TIMEOUT: 'The document took too long to read.',
  DOCUMENT_OUT_OF_MEMORY: 'The document takes too much memory to read.',
  READER_FAILED: 'The reader met something that it does not foresee: a defect of this program.',
  READER_BUSY: 'Too many texts wait to be read; no more are taken on for the moment.',
  // parse
  UNKNOWN_TEMPLATE: 'The text fits no known template of a determination letter.',
  INCOMPLETE_LETTER: 'The template is known, but a part that every such letter has is missing.',
  SEVERAL_LETTERS: 'The document holds more than one letter.',
  // engine
  JAVA_NOT_FOUND: 'No Java runtime 17 or 21 was found for the embedded Neo4j.',
  DOWNLOAD_FAILED: 'An artifact of the embedded Neo4j could not be fetched, or its checksum is wrong.',
  ENGINE_FAILED: 'The embedded Neo4j did not start, or ended.',
  ENGINE_BUSY: 'Another process is starting or using this data directory.',
  // bulk load
  ENGINE_RUNNING: 'The embedded Neo4j runs, and must not while its graph is replaced.',
  GRAPH_NOT_EMPTY: 'The graph holds cases, and was not said to be replaced.',
  NOT_ENOUGH_DISK: 'The disk has less room than the work takes.',
  IMPORT_FAILED: "Neo4j's import tool could not make a database of the files.",
  CHECK_FAILED: 'The new graph is not what was written; the old one stays.',
  // backups
  BACKUP_EXISTS: 'The file that a backup is to be written to is there already.',
  NOT_A_BACKUP: 'There is no backup of this project at this path.',
  DAMAGED_BACKUP: 'The file of the backup is not the one that its manifest describes.',
  BACKUP_TOO_NEW: 'The backup was made by a newer version of this project, or of Neo4j.',
  BACKUP_FAILED: "Neo4j's admin tool could not write or read the backup.",
  // graph
  DATABASE_UNAVAILABLE: 'The database cannot be reached.',
  DATABASE_REFUSED: 'The database refused the credentials.',
  MIGRATION_FAILED: 'A migration could not be applied, or an applied one was changed afterwards.',
  SCHEMA_TOO_NEW: 'The graph, or the mart, was made by a newer version of this project.',
  INDEXES_NOT_READY: 'The database is still building its indexes.',
  SHUTTING_DOWN: 'The server is about to end.',
  QUERY_TIMEOUT: 'The answer took too long.',
  QUERY_CANCELLED: 'The client hung up before it had its answer.',
  CASE_CHANGED: 'Somebody else changed the case in the meantime; try again.',
  // mart
  MART_UNAVAILABLE: 'The PostgreSQL of the mart cannot be reached.',
  MART_REFUSED: 'The PostgreSQL of the mart refused the credentials, or its role may not do what is needed.',
  MART_BUSY:
    'Another process loads this mart, or a reader in an open transaction keeps its tables from being made anew.',
  EXPORT_EXISTS: 'The folder that an export is to make is there already.',
  POSTGRES_NOT_FOUND: 'No program of PostgreSQL was found to run the mart with.',
  POSTGRES_FAILED: 'The managed PostgreSQL did not start, or ended.',
  // requests and settings
  WRITING_DISABLED: 'This server takes no changes: nobody has a key for it.',
  UNAUTHENTICATED: 'This needs a key or token that is good: `Authorization: Bearer …`.',
  FORBIDDEN: 'The role of this key or token does not allow it.',
  RATE_LIMITED: 'More was asked than may be spent in a minute.',
  ISSUER_UNAVAILABLE: 'The keys of the issuer of tokens cannot be had at the moment.',
  BAD_USER_INPUT: 'An argument is not acceptable.',
  BAD_SETTING: 'An environment variable or an option is not acceptable.',
  PORT_IN_USE: 'Another process listens on the wanted port.',
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** An expected failure: it carries a stable code, and a message that names what failed and where. */
export class ImrError extends Error {
  override readonly name = 'ImrError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
