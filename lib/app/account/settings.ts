import type { LastUser } from '../../core/account/session';
import type { TagChoices } from '../../core/tag/write/build-tag';
import type { Ref } from '../../core/tracker/tracker';

/** What a person has chosen, of each account its own. */
export interface Settings {
  read(): Promise<{
    readonly advertiser: Ref | null;
    readonly choices: TagChoices | null;
    readonly lastUser: { readonly username: string; readonly baseUrl: string } | null;
  }>;
  keepChoices(choices: TagChoices): Promise<void>;
  /** Takes up the settings of who signs in; gives the account of the one before. */
  switchTo(account: string, user: LastUser): Promise<string>;
  clear(): Promise<void>;
  /** Forgets what one who is not there just now has chosen. */
  forget(account: string): Promise<void>;
}
