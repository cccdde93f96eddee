import { createHash, timingSafeEqual } from 'node:crypto';
import type { AuthChecker } from 'type-graphql';
import { ImrError, type ErrorCode } from '../common/errors.js';

/** Why a request may not change the graph. */
export type WriteRefusal = Extract<ErrorCode, 'WRITING_DISABLED' | 'UNAUTHENTICATED' | 'FORBIDDEN'>;

/** What HTTP says of them. */
export const REFUSAL_STATUS: Readonly<Record<WriteRefusal, number>> = {
  WRITING_DISABLED: 403,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
};

/** Judges a request by its `Authorization` header; undefined when it may change the graph. */
export type JudgeWriter = (authorization: string | undefined) => WriteRefusal | undefined;

/**
 * Who may write: whoever sends the token. This is the one place that decides it.
 * @param token of the setting WRITE_TOKEN; without one nobody may
 */
export function createWriteJudge(token: string | undefined): JudgeWriter {
  if (token === undefined) return () => 'WRITING_DISABLED';
  const expected = hash(token);
  return (authorization = '') => {
    const [, given] = /^Bearer +([!-~]+)$/i.exec(authorization) ?? [];
    if (given === undefined) return 'UNAUTHENTICATED';
    return timingSafeEqual(hash(given), expected) ? undefined : 'FORBIDDEN';
  };
}

/** Hashes are of one length, as the comparison in constant time needs them, so that not even the token's length shows. */
function hash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Refuses fields that are marked `@Authorized()`, which all mutations are, before their arguments are looked at. */
export const checkWriter: AuthChecker<{ readonly writeRefusal: WriteRefusal | undefined }> = ({
  context,
}) => {
  const { writeRefusal: code } = context;
  if (code !== undefined) throw new ImrError(code, 'a change was refused');
  return true;
};
