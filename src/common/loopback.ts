/**
 * Whether only this machine can reach an address.
 * @param address an IP address, or `localhost`; no port, no brackets
 */
export function isLoopback(address: string): boolean {
  return address === 'localhost' || address === '::1' || /^127(?:\.\d+){3}$/.test(address);
}
