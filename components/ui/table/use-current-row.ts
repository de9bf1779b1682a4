import { useRef, useState } from 'preact/hooks';

import { indexOfKey } from './row-index';

/** The row that keys go on from, by its key; where it is gone, what stands in its place. */
export function useCurrentRow<T>(rows: readonly T[], keyOf: (row: T) => string) {
  const [key, setKey] = useState<string | null>(null);
  const last = useRef(0);
  const indexOf = (wanted: string, near = last.current) => indexOfKey(rows, keyOf, wanted, near);
  const keyAt = (index: number) => {
    const row = rows[index];
    return row === undefined ? null : keyOf(row);
  };
  const found = key === null ? -1 : indexOf(key);
  const current = found >= 0 ? found : Math.min(last.current, rows.length - 1);
  if (current >= 0) last.current = current;
  return { current, indexOf, keyAt, setCurrent: (index: number) => setKey(keyAt(index)) };
}
