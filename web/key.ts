/** What this tab shows the API, where that asks for a key; kept until the tab is closed, for the explorer and GraphiQL alike. */
const NAME = 'imr.key';

/** Empty: none. */
export function readKey(): string {
  return sessionStorage.getItem(NAME) ?? '';
}

export function keepKey(key: string): void {
  if (key === '') sessionStorage.removeItem(NAME);
  else sessionStorage.setItem(NAME, key);
}

/** The header of a request; empty without a key. */
export function keyHeader(): Record<string, string> {
  const key = readKey();
  return key === '' ? {} : { authorization: `Bearer ${key}` };
}
