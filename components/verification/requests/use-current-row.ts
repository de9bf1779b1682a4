import { useRef, useState } from 'preact/hooks';

import type { CheckedRequest } from '@/lib/core/verification/checked-request';

import { indexOfKey } from './row-index';

/** The row that keys go on from, by its key; where it is gone, what stands in its place. */
export function useCurrentRow(rows: readonly CheckedRequest[]) {
  const [key, setKey] = useState<string | null>(null);
  const last = useRef(0);
  const indexOf = (wanted: string, near = last.current) => indexOfKey(rows, wanted, near);
  const found = key === null ? -1 : indexOf(key);
  const current = found >= 0 ? found : Math.min(last.current, rows.length - 1);
  if (current >= 0) last.current = current;
  return {
    current,
    indexOf,
    keyAt: (index: number) => rows[index]?.request.key ?? null,
    setCurrent: (index: number) => setKey(rows[index]?.request.key ?? null),
  };
}
