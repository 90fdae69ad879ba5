/** Whether the page stands on a narrow screen, such as a phone. */
import { useSyncExternalStore } from 'react';

const narrow = matchMedia('(max-width: 47.99rem)');

function listen(tell: () => void): () => void {
  narrow.addEventListener('change', tell);
  return () => narrow.removeEventListener('change', tell);
}

export function useNarrow(): boolean {
  return useSyncExternalStore(listen, () => narrow.matches);
}
