import type { ApiAccess, ApiClient } from '../../api/client';
import type { LastUser } from '../../core/account/session';
import type { ConsoleChoices } from '../../core/console/console-memory';
import type { Profiles } from '../../core/ad-server/profiles';
import type { Dismissals } from '../../core/console/dismissals';
import type { TagChoices } from '../../core/tag/write/build-tag';
import type { RecentUse } from '../../core/tracker/recent';
import type { Ref } from '../../core/tracker/tracker';
import type { Database } from '../../store/database';
import type { Builders } from '../builder/builders';
import type { Jobs } from '../jobs/jobs';
import type { SessionKeeper } from '../account/session';

/** What the background is plugged into. */
export interface BackgroundDeps {
  readonly clientFor: (access: ApiAccess) => ApiClient;
  readonly keeper: SessionKeeper;
  readonly database: () => Promise<Database>;
  readonly now: () => number;
  /** Whose the rows are that belong here: of who is signed in, or was until the token died. */
  readonly account: () => Promise<string>;
  readonly settings: {
    read(): Promise<{
      readonly advertiser: Ref | null;
      readonly choices: TagChoices | null;
      readonly lastUser: { readonly username: string; readonly baseUrl: string } | null;
    }>;
    keepChoices(choices: TagChoices): Promise<void>;
    /** Takes up the settings of who signs in; gives the account of the one before. */
    switchTo(account: string, user: LastUser): Promise<string>;
    clear(): Promise<void>;
  };
  readonly profiles: () => Promise<Profiles>;
  /** What was last used in each account of each console, by `consoleKey`. */
  readonly memory: {
    recall(key: string): Promise<ConsoleChoices | null>;
    remember(key: string, choices: ConsoleChoices): Promise<void>;
  };
  readonly readRecent: () => Promise<readonly RecentUse[]>;
  readonly changeRecent: (
    change: (before: readonly RecentUse[]) => readonly RecentUse[],
  ) => Promise<void>;
  readonly builders: Builders;
  readonly jobs: Jobs;
  readonly readDismissals: () => Promise<Dismissals>;
  readonly changeDismissals: (change: (before: Dismissals) => Dismissals) => Promise<void>;
  readonly addFieldButton: (tabId: number, frameId: number) => Promise<void>;
  readonly addModelReader: (tabId: number, frameId: number) => Promise<void>;
  readonly openWorkspace: (address: string) => Promise<void>;
  readonly enableConsole: (origin: string) => Promise<void>;
  readonly disableConsole: (origin: string) => Promise<void>;
}
