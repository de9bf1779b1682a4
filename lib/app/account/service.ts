import type { ApiAccess, ApiClient } from '../../api/client';
import type { Database } from '../../store/database';
import type { LiveKeeper } from './session';

/** What acts for who is signed in: the service, their session, what is stored. */
export interface Service {
  readonly clientFor: (access: ApiAccess) => ApiClient;
  readonly keeper: LiveKeeper;
  readonly database: () => Promise<Database>;
  readonly now: () => number;
  /** Whose the rows are that belong here: of who is signed in, or was until the token died. */
  readonly account: () => Promise<string>;
}
