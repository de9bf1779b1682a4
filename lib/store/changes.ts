import type { Change } from '../core/base/change';

/** Told of what is written, once it is on disk. */
export type OnChange = (change: Change) => void;

const told = new WeakMap<object, OnChange>();

/** Says who is told of what is written through this connection; `openDatabase` does. */
export function tellChangesTo(db: object, onChange: OnChange): void {
  told.set(db, onChange);
}

/** To be called by whoever wrote, after the transaction is done. A change of nothing is not told. */
export function tellChanged(db: object, change: Change): void {
  if (change.ids === null || change.ids.length > 0) told.get(db)?.(change);
}
