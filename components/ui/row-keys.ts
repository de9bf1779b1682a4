/** Where keys lead from in a list, and how far a page of it goes. */
interface Place {
  /** -1 where no row is the current one. */
  readonly current: number;
  readonly count: number;
  readonly pageSize: number;
}

/** The row to which a key leads; `null` for any other key, and in an empty list. */
export function rowByKey(key: string, { current, count, pageSize }: Place): number | null {
  const rows = new Map([
    ['ArrowDown', current + 1],
    ['ArrowUp', current < 0 ? count - 1 : current - 1],
    ['PageDown', current + pageSize],
    ['PageUp', current - pageSize],
    ['Home', 0],
    ['End', count - 1],
  ]);
  const row = rows.get(key);
  return row === undefined || count === 0 ? null : Math.min(count - 1, Math.max(0, row));
}

/** The row that holds an event's target, by its `data-index`; `null` outside of all rows. */
export function rowIndexOf(target: EventTarget | null): number | null {
  const row = target instanceof Element ? target.closest('[data-index]') : null;
  return row instanceof HTMLElement ? Number(row.dataset.index) : null;
}

/** Whether a key is pressed by itself: with these it is the browser's. */
export function isPlainKey(event: Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'altKey'>): boolean {
  return !event.ctrlKey && !event.metaKey && !event.altKey;
}
