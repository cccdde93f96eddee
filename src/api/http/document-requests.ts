import type { Request, RequestHandler } from 'express';
import { refuse } from './refusal.js';
import {
  DocumentProblem,
  isRecord,
  type DocumentRequest,
  type TrustedDocuments,
} from '../trusted-documents.js';

/** Puts the text of the document in the place of its id, before GraphQL sees the request; refuses what is not to be answered. */
export function resolveDocuments(documents: TrustedDocuments): RequestHandler {
  return (request, response, next) => {
    try {
      if (request.method === 'GET') resolveInAddress(request, documents);
      else resolveInBody(request, documents);
    } catch (error) {
      if (!(error instanceof DocumentProblem)) throw error;
      refuse(request, response, error);
      return;
    }
    next();
  };
}

function resolveInBody(request: Request, documents: TrustedDocuments): void {
  const body: unknown = request.body;
  if (!isRecord(body)) return;
  const document = documents.resolve(body);
  if (document === undefined) return;
  const { documentId: _, extensions, ...rest } = body;
  request.body = {
    ...rest,
    query: document.text,
    ...(extensions !== undefined && { extensions: withoutHash(extensions) }),
  };
}

function resolveInAddress(request: Request, documents: TrustedDocuments): void {
  const { searchParams: parameters } = new URL(request.url, 'http://localhost');
  const asked = documentRequest(parameters);
  const document = documents.resolve(asked);
  if (document === undefined) return;
  const isNamed = parameters.get('query') === null;
  parameters.delete('documentId');
  parameters.set('query', document.text);
  if (asked.extensions !== undefined) {
    parameters.set('extensions', JSON.stringify(withoutHash(asked.extensions)));
  }
  request.url = `/?${parameters.toString()}`;
  // What is asked for by id is harmless, whichever page sent it: it changes nothing, and the page cannot read the answer.
  if (document.trusted && isNamed) request.headers['apollo-require-preflight'] = 'true';
}

/** @throws {DocumentProblem} for what is there twice: one of them would be judged, and the other answered */
function documentRequest(parameters: URLSearchParams): DocumentRequest {
  const [query, documentId, extensions] = ['query', 'documentId', 'extensions'].map((name) => {
    const [value, another] = parameters.getAll(name);
    if (another === undefined) return value;
    throw new DocumentProblem(400, 'BAD_REQUEST', `The parameter \`${name}\` is there twice.`);
  });
  return { query, documentId, extensions: extensions === undefined ? undefined : parsed(extensions) };
}

/** Undefined for what is no JSON: GraphQL refuses that. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

function withoutHash(extensions: unknown): unknown {
  if (!isRecord(extensions)) return extensions;
  const { persistedQuery: _, ...rest } = extensions;
  return rest;
}
