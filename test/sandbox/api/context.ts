import type { DatabaseSync } from 'node:sqlite';

import type { FaultBook } from '../faults/book.ts';
import type { SiteBindings } from '../server/site.ts';
import type { Clock } from '../time.ts';
import type { Meter } from './limits.ts';
import type { ReportDesk } from './report/desk.ts';
import type { Quirks } from './quirks.ts';
import type { Session, Sessions } from './sessions.ts';

/** All that the API works with. */
export interface ApiDeps {
  readonly db: DatabaseSync;
  readonly now: Clock;
  readonly sessions: Sessions;
  readonly meter: Meter;
  readonly faults: FaultBook;
  readonly reports: ReportDesk;
}

/** Hono's types for the API's requests. */
export interface ApiEnv {
  Bindings: SiteBindings;
  Variables: {
    /** Whose token came with the request; null without one, or one that is over. */
    session: Session | null;
    quirks: Quirks;
  };
}
