const PREFIX = 'after:';

/** The opaque cursor that stands behind the node of an id. */
export function encodeCursor(id: string): string {
  return Buffer.from(PREFIX + id).toString('base64url');
}

/** The id within a cursor; undefined when it is not one of ours. */
export function decodeCursor(cursor: string): string | undefined {
  const text = Buffer.from(cursor, 'base64url').toString();
  if (!text.startsWith(PREFIX)) return undefined;
  const id = text.slice(PREFIX.length);
  return encodeCursor(id) === cursor ? id : undefined;
}
