import { useEffect } from 'react';

/** The name of the page in the browser's tab and history. */
export function useTitle(name: string): void {
  useEffect(() => {
    document.title = `${name} – IMR Graph`;
  }, [name]);
}
