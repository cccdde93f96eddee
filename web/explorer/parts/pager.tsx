import { useSearchParams } from 'wouter';

/** To the next page and back to the first; earlier ones are in the browser's history. */
export function Pager({ next }: { readonly next: string | null }) {
  const [params, setParams] = useSearchParams();
  const isFirst = !params.has('after');
  const go = (after: string | null) => {
    setParams((now) => {
      const changed = new URLSearchParams(now);
      if (after === null) changed.delete('after');
      else changed.set('after', after);
      return changed;
    });
    window.scrollTo(0, 0);
  };
  if (isFirst && next === null) return null;
  return (
    <nav className="pager" aria-label="Pages of the list">
      <button disabled={isFirst} onClick={() => go(null)}>
        First page
      </button>
      <button disabled={next === null} onClick={() => go(next)}>
        Next page
      </button>
    </nav>
  );
}
