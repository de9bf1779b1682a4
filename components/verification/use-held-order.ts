import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';

/**
 * Items in their order, which stays as it is while the pointer or the focus is in their list: no row may go
 * from under a press. `release` is called when either leaves.
 */
export function useHeldOrder<T extends { readonly trackerId: number }>(
  items: readonly T[],
  list: RefObject<HTMLElement | null>,
): { readonly held: readonly T[]; readonly release: () => void } {
  const [, count] = useState(0);
  const release = () => count((before) => before + 1);
  const order = useRef<readonly number[]>([]);
  const box = list.current;
  const isThere = box?.matches(':hover') || box?.contains(document.activeElement);
  if (!isThere) {
    order.current = items.map(({ trackerId }) => trackerId);
    return { held: items, release };
  }
  const placeOf = ({ trackerId }: T) => {
    const at = order.current.indexOf(trackerId);
    return at < 0 ? items.length : at;
  };
  return { held: items.toSorted((a, b) => placeOf(a) - placeOf(b)), release };
}
