import { useMemo } from 'react';
import { useSearchParams } from 'wouter';
import { readFilter, writeFilter, type Filter } from './filter.js';

/** The filter of the address, and how to put another in its place. */
export function useFilter(prefix = ''): [Filter, (filter: Filter) => void] {
  const [params, setParams] = useSearchParams();
  const filter = useMemo(() => readFilter(params, prefix), [params, prefix]);
  return [filter, (changed) => setParams((now) => withoutPlace(writeFilter(now, changed, prefix)))];
}

/** One value of the address beside the filter; undefined takes it away. */
export function useParam(name: string): [string | undefined, (value: string | undefined) => void] {
  const [params, setParams] = useSearchParams();
  const set = (value: string | undefined) =>
    setParams((now) => {
      const changed = new URLSearchParams(now);
      if (value === undefined || value === '') changed.delete(name);
      else changed.set(name, value);
      return withoutPlace(changed);
    });
  return [params.get(name) ?? undefined, set];
}

/** Another question begins at its first page. */
function withoutPlace(params: URLSearchParams): URLSearchParams {
  params.delete('after');
  return params;
}
