/** The addresses of the explorer's pages; those with a filter are made by `addressOf` of filter/filter.ts. */

export function caseAddress(id: string, fact?: string): string {
  const path = `/cases/${encodeURIComponent(id)}`;
  return fact === undefined ? path : withSearch(path, { fact });
}

/** @param id of a finding: it is shown in its letter */
export function findingAddress(id: string): string {
  const place = id.lastIndexOf('#');
  const letter = id.slice(0, place).replace(/^Finding:/, 'Case:');
  return caseAddress(letter, `finding.${id.slice(place + 1)}`);
}

export function graphAddress(node: string): string {
  return withSearch('/graph', { node });
}

/** @param service in any words */
export function serviceAddress(service: string, bodyRegion?: string): string {
  return withSearch('/service', { service, ...(bodyRegion !== undefined && { bodyRegion }) });
}

export function withSearch(path: string, search: Readonly<Record<string, string>>): string {
  return `${path}?${new URLSearchParams(search).toString()}`;
}
