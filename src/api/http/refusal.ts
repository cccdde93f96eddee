import type { Request, Response } from 'express';

/** Why a request does not come to an operation. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** Answers with one error, as GraphQL tells errors, in the media type that the client prefers. */
export function refuse(request: Request, response: Response, { status, code, message }: Refusal): void {
  const types = ['application/json', 'application/graphql-response+json'];
  const type = request.accepts(types) || 'application/json';
  response
    .status(status)
    .set('content-type', `${type}; charset=utf-8`)
    .send(JSON.stringify({ errors: [{ message, extensions: { code } }] }));
}
