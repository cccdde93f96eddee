import { keyHeader } from '../../key.js';
import type { Operation } from './graphql.js';

/** What the API refuses, or why it could not be asked. */
export class AskError extends Error {
  /**
   * @param code stable: docs/errors.md lists those of the API; `UNREACHABLE` when it did not answer
   */
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

interface Refusal {
  readonly message: string;
  readonly extensions?: {
    readonly code?: string;
    /** Each argument that is not acceptable. */
    readonly fields?: readonly { readonly path: string; readonly message: string }[];
  };
}

interface Reply<Answer> {
  readonly data?: Answer | null;
  readonly errors?: readonly Refusal[];
}

interface AskOptions {
  readonly signal?: AbortSignal;
  /** Sent along, as the variable `file` of the operation. */
  readonly file?: File;
}

/**
 * Asks the API, which is where this page came from.
 * @throws {AskError}
 */
export async function ask<Answer, Variables>(
  operation: Operation<Answer, Variables>,
  variables: Variables,
  { signal, file }: AskOptions = {},
): Promise<Answer> {
  // At run time an operation is its text.
  const request = { query: operation as unknown as string, variables };
  const headers = new Headers({
    ...keyHeader(),
    accept: 'application/graphql-response+json, application/json',
  });
  // Multipart requests are answered only with a header that no form of another site can send.
  if (file !== undefined) headers.set('apollo-require-preflight', 'true');
  else headers.set('content-type', 'application/json');
  const body = file === undefined ? JSON.stringify(request) : multipart(request, file);
  const { data, errors } = await reply<Answer>({ method: 'POST', headers, body, ...(signal && { signal }) });
  const [error] = errors ?? [];
  if (error !== undefined) throw new AskError(error.extensions?.code ?? '', messageOf(error));
  if (data === undefined || data === null) throw new AskError('', 'The answer holds nothing.');
  return data;
}

async function reply<Answer>(init: RequestInit): Promise<Reply<Answer>> {
  try {
    const response = await fetch('/graphql', init);
    return (await response.json()) as Reply<Answer>;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new AskError('UNREACHABLE', 'The server does not answer.');
  }
}

/** A GraphQL multipart request. */
function multipart(request: object, file: File): FormData {
  const form = new FormData();
  form.set('operations', JSON.stringify(request));
  form.set('map', JSON.stringify({ 0: ['variables.file'] }));
  form.set('0', file);
  return form;
}

/** What is wrong with each argument tells more than that something is. */
function messageOf({ message, extensions }: Refusal): string {
  const fields = extensions?.fields ?? [];
  return fields.length === 0 ? message : fields.map((field) => `${field.path}: ${field.message}.`).join(' ');
}
