import type { IncomingMessage } from 'node:http';

/**
 * Where a request comes from: the address that the outermost of our own proxies saw, else that of the connection.
 * @param proxies how many of ours add to `X-Forwarded-For`; what stands before theirs anybody may have written
 */
export function addressOf({ headers, socket }: IncomingMessage, proxies: number): string {
  const connection = socket.remoteAddress ?? '';
  if (proxies === 0) return connection;
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((address) => address.trim());
  return forwarded.at(-proxies) || connection;
}
