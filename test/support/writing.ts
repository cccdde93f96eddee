import { readFileSync } from 'node:fs';
import { WRITER, type Answer, type TestApi } from './api.js';
import { ITEM, letter2016 } from './letters.js';

const operation = (name: string) => readFileSync(`schema/operations/${name}.graphql`, 'utf8');
export const INGEST = operation('IngestLetter');
export const REPARSE = operation('ReparseCase');
export const REMOVE = operation('RemoveCase');

/** A letter of two items that shares some nodes with `letter2016()`, and has others of its own. */
export const OTHER = letter2016({
  caseNumber: 'CM16-0999902',
  specialties: 'Neurology',
  items: [
    { ...ITEM, heading: 'Lumbar traction unit', reviewerGuideline: 'Decision based on MTUS Eye 2004.' },
    ITEM,
  ],
});

/** What a mutation answers of a letter. */
export interface Written {
  readonly __typename: string;
  readonly code?: string;
  readonly outcome?: string;
  readonly removed?: object;
  readonly case?: { readonly id: string; readonly findings: object[] } | null;
}

/** Runs the mutations as somebody who may. */
export function writerOf(api: () => TestApi) {
  return {
    ingestText: async (text: string): Promise<Written> => {
      const variables = { input: { text } };
      return (await api().data<{ ingestLetter: Written }>(INGEST, variables, WRITER)).ingestLetter;
    },
    remove: (id: string) => api().data<{ removeCase: object | null }>(REMOVE, { id }, WRITER),
    reparse: (id: string) => api().data<{ reparseCase: Written | null }>(REPARSE, { id }, WRITER),
    upload: (bytes: Uint8Array | string, name: string, headers: Record<string, string> = WRITER) =>
      sendForm(api(), formWith(bytes, name), headers),
  };
}

/** A request of the GraphQL multipart request specification. */
export function formWith(bytes: Uint8Array | string, name: string, input: object = {}): FormData {
  const form = new FormData();
  const variables = { input: { ...input, upload: null } };
  form.set('operations', JSON.stringify({ query: INGEST, variables }));
  form.set('map', JSON.stringify({ file: ['variables.input.upload'] }));
  form.set('file', new Blob([bytes]), name);
  return form;
}

/** Sends a form with the header that tells it from one of another origin's page. */
export async function sendForm(
  api: TestApi,
  form: FormData,
  headers: Record<string, string> = WRITER,
): Promise<Answer> {
  const all = { 'apollo-require-preflight': 'yes', ...headers };
  const response = await fetch(`${api.url}/graphql`, { method: 'POST', headers: all, body: form });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}
