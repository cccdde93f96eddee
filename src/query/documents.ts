import type { DocumentSource } from '../documents/document.js';
import type { GraphClient } from '../graph/client.js';
import {
  readPage,
  type IdList,
  type ListPage,
  type Optional,
  type PageArguments,
  type Related,
} from './page.js';

/** One file that a case was read from. */
export interface DocumentRow extends DocumentSource {
  readonly template: string;
  readonly parserVersion: string;
  /** ISO 8601 date and time. */
  readonly readAt: string;
}

/** One file that could not be used, with the reason. */
export interface QuarantinedDocumentRow {
  /** The path. */
  readonly id: string;
  readonly path: string;
  /** Null when the bytes could not be read. */
  readonly sha256: string | null;
  readonly code: string;
  readonly message: string;
  /** ISO 8601 date and time. */
  readonly quarantinedAt: string;
}

/** The files that each case was read from, by path. */
export function documentsOfCases(
  client: GraphClient,
  caseIds: readonly string[],
): Promise<Related<DocumentRow>[]> {
  return client.read('read/documents-of-cases', { keys: caseIds });
}

/** The files that could not be used and have one of these paths, in no order. */
export function quarantinedDocumentsById(
  client: GraphClient,
  ids: readonly string[],
): Promise<QuarantinedDocumentRow[]> {
  return client.read('read/quarantined-documents-by-id', { ids });
}

const QUARANTINED: IdList = {
  page: 'read/quarantined-document-page',
  count: 'read/quarantined-document-count',
};

/** The files that could not be used, by path; with a code, only those refused with it. */
export function quarantinedDocumentPage(
  client: GraphClient,
  code: Optional<string>,
  page: PageArguments,
): Promise<ListPage<QuarantinedDocumentRow>> {
  return readPage(client, QUARANTINED, { code }, page);
}
