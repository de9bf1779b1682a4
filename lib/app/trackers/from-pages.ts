import { toFailure } from '../../core/base/errors';
import { appendAll } from '../../core/base/long-lists';
import type { SessionInfo } from '../../core/account/session';
import { formSubject } from '../../core/tracker/plan';
import { refusedBefore } from '../../core/tracker/refused-before';
import type { SameFound } from '../../core/tracker/same-found';
import { type IdsInReports, inReportsOf } from '../../core/tracker/same-in-reports';
import type { TagType } from '../../core/tag/tag-spec';
import type { Ref, Tracker, TrackerState } from '../../core/tracker/tracker';
import type { commonContract } from '../../messaging/common-contract';
import type { RequestOf } from '../../messaging/contract';
import { MAX_LOOKED_UP } from '../../messaging/trackers/contract';
import type { Send } from '../../messaging/wire/send';
import type { Connection } from '../../store/database';
import { countForms } from '../../store/drafts';
import { countLeft, hasUndone, listJobs } from '../../store/jobs';
import { countEvents, noteEvents } from '../../store/tracker-events';
import { readTrackerPieces } from '../../store/tracker-pieces';
import { findTrackers } from '../../store/trackers';
import { countRecorded } from '../../store/verifications';
import type { SessionKeeper } from '../account/keeper';
import { findSameInReports } from './same-in-reports';

/** Rows that a list is first painted with; the rest follows. */
const FIRST_ROWS = 40;
/** So many that the page answers between two pieces. */
const NEXT_ROWS = 1000;
const SIZE = { first: FIRST_ROWS, next: NEXT_ROWS };
const NOTHING = { rows: [], unreadable: 0, next: null };

export type SendFromPage = Send<typeof commonContract, 'page'>;

/** What a page is plugged into. */
export interface PageParts<Settings> {
  readonly send: SendFromPage;
  readonly database: Connection;
  /** Whose the rows are that belong here; `again` where that may have changed just now. */
  readonly account: { (): Promise<string>; again(): Promise<string> };
  readonly keeper: Pick<SessionKeeper, 'read'>;
  readonly readSettings: () => Promise<Settings>;
  /** Whose data the page shows just now, where it says so. */
  readonly shown?: () => string | null;
}

/**
 * What a page does with trackers: it reads the database itself, without waking the background, and asks
 * that for everything else.
 */
export function createTrackerUses<Settings extends { readonly advertiser: Ref | null }>({
  send,
  database,
  account,
  keeper,
  readSettings,
  shown = () => null,
}: PageParts<Settings>) {
  const find = async (ids: readonly number[]) =>
    findTrackers(await database(), await account(), ids);

  const firstPiece = (owner: string, advertiserId: number) =>
    readTrackerPieces({ database, account: owner, advertiserId }, SIZE);

  const whose = () => {
    const owner = shown();
    return owner === null ? {} : { account: owner };
  };

  return {
    /** All that the views of trackers open with: who is there, what was chosen, the newest rows. */
    async begin() {
      const [session, owner, settings] = await Promise.all([
        readSession(keeper),
        account.again(),
        readSettings(),
      ]);
      const { advertiser } = settings;
      const list = advertiser ? await firstPiece(owner, advertiser.id) : NOTHING;
      return { session, ...settings, list };
    },
    countRecorded: async () => countRecorded(await database(), await account()),
    countNoted: async () => countEvents(await database(), await account()),
    countForms: async () => countForms(await database(), await account()),
    countLeftOfRuns: async () => countLeft(await database(), await account()),
    async signOut(recordings: 'keep' | 'delete'): Promise<void> {
      await send('session.signOut', { recordings, ...whose() });
    },
    /** The newest of them; each piece reads the next, longer one. */
    listTrackers: async (advertiserId: number) => firstPiece(await account(), advertiserId),
    findTracker: async (id: number): Promise<Tracker | null> => (await find([id]))[0] ?? null,
    findTrackers: find,
    readChosen: readSettings,
    async sync(advertiserId: number, whole: boolean) {
      const { unread = 0 } = await whileStopped(() =>
        send('trackers.sync', { advertiserId, whole }),
      );
      return { unread };
    },
    async cancelSync(): Promise<void> {
      await send('trackers.cancelSync', null);
    },
    /** Asked again, the same wish means the same tracker. */
    save: (input: RequestOf<'trackers.save'>): Promise<Tracker> =>
      whileStopped(() => send('trackers.save', { ...whose(), ...input })),
    /** The tracker that is being saved from a form, once it is; `null` where none is. */
    async saving(advertiserId: number, id: number | null): Promise<Tracker | null> {
      // Nearly always there is none, and the background need not wake for that.
      const isLeft = await hasUndone(
        await database(),
        await account(),
        formSubject(advertiserId, id),
      );
      return isLeft ? whileStopped(() => send('trackers.saving', { id, advertiserId })) : null;
    },
    /** Asked again, the same wish means the same state. */
    setState: (id: number, state: TrackerState): Promise<Tracker> =>
      whileStopped(() => send('trackers.setState', { id, state, ...whose() })),
    /** Asks the service for trackers of any advertiser, which are kept then; those that it does not show are `absent`. */
    async lookUp(ids: readonly number[]) {
      const absent: number[] = [];
      for (let from = 0; from < ids.length; from += MAX_LOOKED_UP) {
        const lot = ids.slice(from, from + MAX_LOOKED_UP);
        const answer = await whileStopped(() => send('trackers.lookUp', { ids: lot }));
        appendAll(absent, answer.absent);
      }
      return absent;
    },
    async remove(id: number): Promise<void> {
      await send('trackers.delete', { id, ...whose() });
    },
    open: (id: number): Promise<Tracker> => send('trackers.open', { id }),
    /** Trackers of the advertiser that reports could not tell from one with these; but for the one with `trackerId`. */
    sameInReports: async (
      advertiserId: number,
      ids: IdsInReports,
      trackerId: number | null,
    ): Promise<SameFound> =>
      findSameInReports(
        await database(),
        await account(),
        advertiserId,
        inReportsOf(ids),
        trackerId,
      ),
    /** What the service said as it last refused this person a change of this kind; `null` where it has not. */
    refusedBefore: async (isNew: boolean): Promise<string | null> =>
      refusedBefore(await listJobs(await database()), await account(), isNew),
    /** Notes in their passports that tags of these were copied. Where that fails, they are copied all the same. */
    async noteCopied(
      ids: readonly number[],
      adServerId: string | null,
      type: TagType | null,
    ): Promise<void> {
      const copied = { kind: 'copied' as const, at: Date.now(), adServerId, type, console: null };
      const events = ids.map((trackerId) => ({ ...copied, trackerId }));
      await noteEvents(await database(), await account(), events).catch(() => {});
    },
  };
}

/** How often in a row the browser may stop the background in what it does, before that is a failure. */
const STOPS = 20;

/**
 * Asks again where the background was stopped meanwhile: woken, it takes up its journal, and whoever asks
 * joins what goes on there. Only for what may be asked twice.
 */
async function whileStopped<T>(ask: () => Promise<T>): Promise<T> {
  for (let stops = 0; ; stops += 1) {
    try {
      return await ask();
    } catch (error) {
      if (toFailure(error).code !== 'background-stopped' || stops === STOPS) throw error;
    }
  }
}

/** Who is signed in, read without waking the background. */
export async function readSession(
  keeper: Pick<SessionKeeper, 'read'>,
): Promise<SessionInfo | null> {
  return (await keeper.read())?.info ?? null;
}
