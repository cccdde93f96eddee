import type { IncomingMessage } from 'node:http';
import { isLoopback } from '../common/loopback.js';

/** A name or address, maybe with a port: what a header `Host` holds of those who mean well. */
const HOST = /^(?:[a-z\d._-]+|\[[a-f\d:.]+\])(?::\d+)?$/i;

/**
 * The origin of the pages that this server sends to who asks like that: `http://127.0.0.1:4000`.
 * @returns undefined when the request names no host
 */
export function originOf({ headers }: IncomingMessage): string | undefined {
  const { host = '' } = headers;
  if (!HOST.test(host)) return undefined;
  const scheme = headers['x-forwarded-proto'] === 'https' ? 'https' : 'http';
  return `${scheme}://${host.toLowerCase()}`;
}

/**
 * Whether a request comes from a page of this server. The pages of other sites are told apart by their origin; one whose name leads
 * here all of a sudden (DNS rebinding), by the name, where this server is only for its own machine.
 */
export function comesFromOwnPage(request: IncomingMessage, listensAt: string): boolean {
  const { host = '', origin } = request.headers;
  if (origin === undefined || origin.toLowerCase() !== originOf(request)) return false;
  return !isLoopback(listensAt) || isLoopback(nameOf(host));
}

/** The name or address of a header `Host`, without its port and without the brackets of IPv6. */
function nameOf(host: string): string {
  return host
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase();
}
