import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApolloServerPlugin } from '@apollo/server';
import type { Caller } from '../../access/role.js';
import type { RequestTrace, Tracing } from './request-trace.js';
import type { TrustedDocuments } from '../trusted-documents.js';

/** The header that tells the id of a request: of ours in every answer, of a proxy's in a request. */
export const REQUEST_ID = 'x-request-id';

/** What is noted of a request while it is answered: what log lines, errors and metrics tell of it. */
export interface RequestNote {
  readonly id: string;
  /** Name of the trusted document that it asks; undefined for any other, whose name the client may have made up. */
  operation: string | undefined;
  /** Who was let in; undefined: nobody yet. */
  caller: Caller | undefined;
  /** Undefined unless requests are traced. */
  readonly trace: RequestTrace | undefined;
}

/** What is at hand where a request is answered. */
export interface Noted {
  readonly request: RequestNote;
}

/** What a proxy may call a request: short, and nothing that a log would be confused by. */
const ACCEPTABLE = /^[\w.:+/=-]{1,64}$/;

/** Another one for each process; a number behind it tells its requests apart. */
const OWN = randomBytes(6).toString('base64url');
let requests = 0;

/** A note of a request, with the id that it came with, or else a new one. */
export function noteOf(request: IncomingMessage, tracing?: Tracing): RequestNote {
  const given = request.headers[REQUEST_ID];
  const isGiven = typeof given === 'string' && ACCEPTABLE.test(given);
  const id = isGiven ? given : `${OWN}.${(++requests).toString(36)}`;
  return { id, operation: undefined, caller: undefined, trace: tracing?.begin(request) };
}

/** The notes of the requests that are answered by routes. */
const notes = new WeakMap<IncomingMessage, RequestNote>();

/** Keeps the note for whoever answers, and tells the id in the answer. */
export function handOn(note: RequestNote, request: IncomingMessage, response: ServerResponse): void {
  notes.set(request, note);
  response.setHeader(REQUEST_ID, note.id);
}

/** The note of a request that was handed on. */
export function handedOn(request: IncomingMessage): RequestNote {
  let note = notes.get(request);
  if (note === undefined) notes.set(request, (note = noteOf(request)));
  return note;
}

/** Notes which trusted document Apollo is asked. */
export function noteOperations(documents: TrustedDocuments): ApolloServerPlugin<Noted> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveSource: ({ source, contextValue }) => {
          contextValue.request.operation = documents.nameOf(source);
          contextValue.request.trace?.beginOperation();
          return Promise.resolve();
        },
        willSendResponse: ({ errors, contextValue: { request } }) => {
          request.trace?.endOperation(request.operation, errors !== undefined);
          return Promise.resolve();
        },
      }),
  };
}
