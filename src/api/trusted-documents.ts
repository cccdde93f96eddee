import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../common/hash.js';
import { projectFolder } from '../common/project.js';
import type { Refusal } from './http/refusal.js';

/** One operation that the server knows beforehand. */
export interface TrustedDocument {
  /** Of the operation, and of its file. */
  readonly name: string;
  /** `sha256:` and the hash of the text: what clients send as `documentId`. */
  readonly id: string;
  readonly text: string;
}

/** How a request tells its document. All of it is the client's, and may be anything. */
export interface DocumentRequest {
  /** The text. */
  readonly query?: unknown;
  /** An id or a name: GraphQL over HTTP, appendix on persisted documents. */
  readonly documentId?: unknown;
  readonly extensions?: unknown;
}

/** A document is answered by its id, its name, or its text. */
export interface ResolvedDocument {
  readonly text: string;
  /** Whether it is one that the server knows; found out, by its hash, when it is asked for. */
  readonly trusted: boolean;
}

/** The request names no document, or not one document. */
export class DocumentProblem extends Error implements Refusal {
  constructor(
    readonly status: number,
    readonly code:
      'BAD_REQUEST' | 'PERSISTED_QUERY_NOT_FOUND' | 'PERSISTED_QUERY_NOT_SUPPORTED' | 'DOCUMENT_NOT_TRUSTED',
    message: string,
  ) {
    super(message);
  }
}

/** The documents of a folder, `schema/operations` unless told otherwise, by name. */
export function readTrustedDocuments(folder = join(projectFolder, 'schema/operations')): TrustedDocument[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));
  return files.sort().map((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    return { name: file.replace(/\.graphql$/, ''), id: idOf(text), text };
  });
}

/** The documents that the explorer asks (web/operations-file.ts); none while it is not built. */
function readPageDocuments(): TrustedDocument[] {
  const file = join(projectFolder, 'dist/web/explorer-operations.json');
  if (!existsSync(file)) return [];
  const texts = JSON.parse(readFileSync(file, 'utf8')) as readonly string[];
  return texts.map((text) => ({ name: nameIn(text), id: idOf(text), text }));
}

function nameIn(text: string): string {
  return /^\s*(?:query|mutation) (\w+)/.exec(text)?.[1] ?? '';
}

/** Finds the document that a request means. */
export class TrustedDocuments {
  private readonly texts: ReadonlyMap<string, string>;
  private readonly names: ReadonlyMap<string, string>;

  /** @param only whether all other documents are refused */
  constructor(
    private readonly only: boolean,
    documents: readonly TrustedDocument[] = [...readPageDocuments(), ...readTrustedDocuments()],
  ) {
    this.texts = new Map(documents.flatMap(({ id, name, text }) => [[id, text] as const, [name, text]]));
    this.names = new Map(documents.map(({ name, text }) => [text, name]));
  }

  /** The name of the document with this text; undefined when it is none of those that the server knows. */
  nameOf(text: string): string | undefined {
    return this.names.get(text);
  }

  /** All names that {@link nameOf} tells. */
  get operations(): readonly string[] {
    return [...new Set(this.names.values())].sort();
  }

  /**
   * The document of a request; undefined when it has none, which is left to GraphQL to refuse. Ids that a client has made of the text
   * that it sends along (automatic persisted queries) are checked; nothing is remembered.
   * @throws {DocumentProblem} when nobody knows the id, when id and text differ, or when only trusted documents are answered
   */
  resolve(request: DocumentRequest): ResolvedDocument | undefined {
    const { query } = request;
    const texts = new Set<string>();
    const { documentId = null } = request;
    const hash = hashIn(request.extensions);
    if (documentId !== null) texts.add(this.textOf(documentId, query, notFound));
    if (hash !== undefined) texts.add(this.textOf(hash, query, notRemembered));
    if (typeof query === 'string' && query !== '') texts.add(query);
    const [text, another] = texts;
    if (another !== undefined) throw contradiction();
    if (text === undefined) return undefined;
    const known = () => this.texts.has(idOf(text));
    if (this.only && !known()) throw notTrusted();
    return {
      text,
      get trusted() {
        return known();
      },
    };
  }

  private textOf(id: unknown, query: unknown, unknown: () => DocumentProblem): string {
    if (typeof id !== 'string') {
      throw new DocumentProblem(400, 'BAD_REQUEST', 'The id of a document is a string.');
    }
    const text = this.texts.get(id);
    if (text !== undefined) return text;
    if (typeof query !== 'string') throw unknown();
    if (id !== idOf(query)) throw contradiction();
    return query;
  }
}

/** The id in `extensions.persistedQuery`, as Apollo's clients send it. */
function hashIn(extensions: unknown): unknown {
  if (!isRecord(extensions) || !isRecord(extensions['persistedQuery'])) return undefined;
  const { sha256Hash } = extensions['persistedQuery'];
  return typeof sha256Hash === 'string' ? `sha256:${sha256Hash}` : sha256Hash;
}

/** Whether it is a JSON object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function idOf(text: string): string {
  return `sha256:${sha256(text)}`;
}

function notFound(): DocumentProblem {
  return new DocumentProblem(400, 'PERSISTED_QUERY_NOT_FOUND', 'No trusted document has this id.');
}

/** Tells Apollo's clients to send texts from now on: they would expect that the text is remembered under this id. */
function notRemembered(): DocumentProblem {
  const message = 'No trusted document has this hash, and no other is remembered: send the text.';
  return new DocumentProblem(400, 'PERSISTED_QUERY_NOT_SUPPORTED', message);
}

function contradiction(): DocumentProblem {
  return new DocumentProblem(400, 'BAD_REQUEST', 'The id and the text, or two ids, are not of one document.');
}

function notTrusted(): DocumentProblem {
  const message = 'This server answers its trusted documents only; `npx imr operations` lists them.';
  return new DocumentProblem(403, 'DOCUMENT_NOT_TRUSTED', message);
}
