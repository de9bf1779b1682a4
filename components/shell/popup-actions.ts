import { z } from '@/lib/core/base/schema';
import type { AdServer } from '@/lib/core/ad-server/ad-server';
import type { SessionInfo } from '@/lib/core/account/session';
import type { TagChoices } from '@/lib/core/tag/write/build-tag';
import type { TrackerChanges } from '@/lib/core/tracker/draft';
import type { DraftKey } from '@/lib/core/tracker/draft-key';
import type { PickerQuery } from '@/lib/core/tracker/picker';
import type { Ref, Tracker } from '@/lib/core/tracker/tracker';
import type { RequestOf } from '@/lib/messaging/contract';

/** Where in the popup the person is; kept, so that it opens there again. */
export const RouteSchema = z.discriminatedUnion('view', [
  z.object({ view: z.literal('list') }),
  z.object({ view: z.literal('form'), trackerId: z.nullable(z.number()) }),
  z.object({ view: z.literal('tag'), trackerId: z.number() }),
]);
export type Route = z.infer<typeof RouteSchema>;

export interface ConsoleOffer {
  readonly host: string;
  /** Whether the small button already comes up there by itself. */
  readonly enabled: boolean;
}

/** Cached trackers, newest first, and how many more are there that cannot be read. */
export interface TrackerList {
  readonly rows: readonly Tracker[];
  readonly unreadable: number;
}

/** Everything the popup opens with, read without waking the background. */
export interface PopupStart {
  readonly session: SessionInfo | null;
  readonly lastUser: { readonly username: string; readonly baseUrl: string } | null;
  readonly advertiser: Ref | null;
  readonly choices: TagChoices | null;
  readonly servers: readonly AdServer[];
  /** Match patterns of every console that is known. */
  readonly consoles: readonly string[];
  readonly route: unknown;
  /** The newest rows and how many there are in all. */
  readonly list: TrackerList;
  readonly trackerCount: number;
}

/** What the popup can do. The entrypoint plugs in messages and the database; a test plugs in fakes. */
export interface PopupActions {
  start(): Promise<PopupStart>;
  signIn(input: RequestOf<'session.signIn'>): Promise<SessionInfo>;
  /** How many requests are recorded that are this account's own. */
  countRecorded(): Promise<number>;
  signOut(recordings: 'keep' | 'delete'): Promise<void>;
  chooseAdvertiser(advertiser: Ref): Promise<void>;
  listTrackers(advertiserId: number, limit?: number): Promise<TrackerList>;
  findTracker(id: number): Promise<Tracker | null>;
  /** Those of them that are cached. */
  findTrackers(ids: readonly number[]): Promise<readonly Tracker[]>;
  /** What was last chosen, in this window or another. */
  readChosen(): Promise<Pick<PopupStart, 'advertiser' | 'choices'>>;
  /** Brings the cached list up to date; `unread` trackers are there besides and cannot be read. */
  sync(advertiserId: number, whole: boolean): Promise<{ readonly unread: number }>;
  cancelSync(): Promise<void>;
  save(input: {
    id: number | null;
    advertiserId: number;
    changes: TrackerChanges;
  }): Promise<Tracker>;
  /**
   * The tracker that is being saved from a form, once it is; `null` where none is. Fails as the last save
   * did.
   */
  saving(advertiserId: number, id: number | null): Promise<Tracker | null>;
  remove(id: number): Promise<void>;
  open(id: number): Promise<Tracker>;
  searchObjects(query: PickerQuery, text: string): Promise<readonly Ref[]>;
  readDraft(key: DraftKey): Promise<unknown>;
  writeDraft(key: DraftKey, value: unknown): Promise<void>;
  clearDraft(key: DraftKey): Promise<void>;
  keepChoices(choices: TagChoices): Promise<void>;
  copy(text: string): Promise<boolean>;
  consoleOffer(): Promise<ConsoleOffer | null>;
  /** Opens the builder in the tab beside the popup; the popup closes. */
  buildHere(): Promise<void>;
  /** Asks for the console's host; must be called in the person's own click. */
  openOptions(): Promise<void>;
  enableConsole(host: string): Promise<void>;
  /** Opens the page for tag sheets in a tab; the popup closes. */
  openTagSheet(): Promise<void>;
}
