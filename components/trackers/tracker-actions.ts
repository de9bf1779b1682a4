import type { DraftActions } from '@/components/stores/draft';
import type { SignInActions } from '@/components/stores/sign-ins';
import type { CachedTrackers } from '@/components/stores/tracker-list';
import type { AdServer } from '@/lib/core/ad-server/ad-server';
import type { SessionInfo } from '@/lib/core/account/session';
import type { TagType } from '@/lib/core/tag/tag-spec';
import type { TagChoices } from '@/lib/core/tag/write/build-tag';
import type { TrackerChanges } from '@/lib/core/tracker/draft';
import type { FoundObject } from '@/lib/core/tracker/found-object';
import type { PickerQuery } from '@/lib/core/tracker/picker';
import type { SameFound } from '@/lib/core/tracker/same-found';
import type { IdsInReports } from '@/lib/core/tracker/same-in-reports';
import type { Ref, Tracker, TrackerState } from '@/lib/core/tracker/tracker';
import type { Version } from '@/lib/core/tracker/versions';
import type { RequestOf } from '@/lib/messaging/contract';

import type { Route } from './tracker-route';

/** Everything the trackers' views open with, read without waking the background. */
export interface TrackerStart {
  readonly session: SessionInfo | null;
  readonly lastUser: { readonly username: string; readonly baseUrl: string } | null;
  readonly advertiser: Ref | null;
  readonly choices: TagChoices | null;
  readonly servers: readonly AdServer[];
  /** Hosts at which the person's own names lead to the service. */
  readonly ownHosts: readonly string[];
  /** Match patterns of every console that is known. */
  readonly consoles: readonly string[];
  readonly route: unknown;
  /** The newest of them. */
  readonly list: CachedTrackers;
}

/** What can be done with trackers. The entrypoint plugs in messages and the database; a test plugs in fakes. */
export interface TrackerActions extends DraftActions {
  start(): Promise<TrackerStart>;
  /** Keeps where the person is, so that the page opens there again. */
  keepRoute(route: Route): void;
  signIn(input: RequestOf<'session.signIn'>): Promise<SessionInfo>;
  /** How many requests are recorded that are this account's own. */
  countRecorded(): Promise<number>;
  /** How much is noted of its trackers, in their passports. */
  countNoted(): Promise<number>;
  /** In how many forms something is typed and not saved. */
  countForms(): Promise<number>;
  countLeftOfRuns(): Promise<number>;
  signOut(recordings: 'keep' | 'delete'): Promise<void>;
  chooseAdvertiser(advertiser: Ref): Promise<void>;
  /** The newest of them, or a longer piece of the list from a position on. */
  listTrackers(advertiserId: number): Promise<CachedTrackers>;
  /** The tracker as it is kept here; `null` where it is not. */
  findTracker(id: number): Promise<Tracker | null>;
  /** Those of them that are cached. */
  findTrackers(ids: readonly number[]): Promise<readonly Tracker[]>;
  /** What was last chosen, in this window or another. */
  readChosen(): Promise<
    Pick<TrackerStart, 'advertiser' | 'choices'> & {
      readonly lastUser?: TrackerStart['lastUser'];
      /** Whose this is; `null` where that was never written down. */
      readonly account?: string | null;
    }
  >;
  /** Brings the cached list up to date; `unread` trackers are there besides and cannot be read. */
  sync(advertiserId: number, whole: boolean): Promise<{ readonly unread: number }>;
  cancelSync(): Promise<void>;
  /** Fails with `changed-meanwhile` where the tracker is not as it was when its form was opened (`began`). */
  save(input: {
    id: number | null;
    advertiserId: number;
    changes: TrackerChanges;
    began?: Version;
  }): Promise<Tracker>;
  /**
   * The tracker that is being saved from a form, once it is; `null` where none is. Fails as the last save
   * did.
   */
  saving(advertiserId: number, id: number | null): Promise<Tracker | null>;
  /** Switches it on or off, in the order in which that is asked for; what is typed into its form stays. */
  setState(id: number, state: TrackerState): Promise<Tracker>;
  /** Asks the service for trackers of any advertiser, which are kept then. Gives those that it does not show. */
  lookUp(ids: readonly number[]): Promise<readonly number[]>;
  remove(id: number): Promise<void>;
  open(id: number): Promise<Tracker>;
  searchObjects(query: PickerQuery, text: string): Promise<readonly FoundObject[]>;
  /** It was chosen in the form: it is offered first the next time. */
  noteChosen(query: PickerQuery, id: number): Promise<unknown>;
  /** Trackers of the advertiser that reports could not tell from one with these; but for the one with `trackerId`. */
  sameInReports(
    advertiserId: number,
    ids: IdsInReports,
    trackerId: number | null,
  ): Promise<SameFound>;
  /** What the service said as it last refused this person a new tracker, or a change; `null` where it has not. */
  refusedBefore(isNew: boolean): Promise<string | null>;
  keepChoices(choices: TagChoices): Promise<void>;
  copy(text: string): Promise<boolean>;
  /** Notes in the passports of these that their tags were copied. */
  noteCopied(
    trackerIds: readonly number[],
    adServerId: string | null,
    type: TagType | null,
  ): Promise<void>;
  openOptions(): Promise<void>;
  /** Several sign-ins beside each other, and keys. */
  readonly signIns: SignInActions;
  /** Shows the workspace at an address of its own; a popup closes. */
  openWorkspace(address: string): Promise<void>;
}
