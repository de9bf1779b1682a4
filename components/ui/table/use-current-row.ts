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
  // One that a search hides is not looked for in all rows at every step of scrolling.
  const absent = useRef<{ rows: readonly T[]; length: number; key: string } | null>(null);
  const before = absent.current;
  const isAbsent = before?.rows === rows && before.length === rows.length && before.key === key;
  const found = key === null || isAbsent ? -1 : indexOf(key);
  if (key !== null && found < 0) absent.current = { rows, length: rows.length, key };
  const current = found >= 0 ? found : Math.min(last.current, rows.length - 1);
  if (current >= 0) last.current = current;
  return { current, indexOf, keyAt, setCurrent: (index: number) => setKey(keyAt(index)) };
}
