import type { DatabaseSync } from 'node:sqlite';

import { createMiddleware } from 'hono/factory';

import type { FaultBook } from '../faults/book.ts';
import type { QuirkFault } from '../faults/schema.ts';
import type { ApiEnv } from './context.ts';

/** How a read is answered otherwise than it should be, though nothing fails. */
export interface Quirks {
  /** Parameters that are taken for not sent. */
  readonly ignored: readonly string[];
  /** The table that trackers are listed from; `null` for the one there is. */
  readonly listsFrom: string | null;
  /** The table that they are counted in. */
  readonly countsFrom: string | null;
}

/** What is as it should be. */
export const NO_QUIRKS: Quirks = { ignored: [], listsFrom: null, countsFrom: null };

/** Finds out which quirks hit a request. */
export function apiQuirks({ db, faults }: { db: DatabaseSync; faults: FaultBook }) {
  const pastOf = createPast(db);
  return createMiddleware<ApiEnv>(async (c, next) => {
    const quirks = faults.takeQuirks({ path: c.req.path, method: c.req.method });
    const isLag = (fault: QuirkFault) => fault.kind === 'lag';
    const lists = quirks.find((fault) => isLag(fault) && fault.of === 'lists');
    const counts = quirks.find(isLag);
    c.set('quirks', {
      ignored: quirks.flatMap((fault) => (fault.kind === 'ignore' ? fault.parameters : [])),
      listsFrom: lists ? pastOf(lists) : null,
      countsFrom: counts ? pastOf(counts) : null,
    });
    await next();
  });
}

/** The trackers as they were when a lag was first met: before that request had done anything. */
function createPast(db: DatabaseSync): (lag: QuirkFault) => string {
  const tables = new Map<QuirkFault, string>();
  return (lag) => {
    const known = tables.get(lag);
    if (known !== undefined) return known;
    const table = `past_trackers_${tables.size}`;
    db.exec(`CREATE TEMP TABLE ${table} AS SELECT * FROM tracker_view`);
    tables.set(lag, table);
    return table;
  };
}
