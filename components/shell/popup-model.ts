import { batch, computed, signal } from '@preact/signals';

import type { AdServer } from '@/lib/core/ad-server/ad-server';
import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import type { Change } from '@/lib/core/base/change';
import { type Failure, toFailure } from '@/lib/core/base/errors';
import { accountOf, type SessionInfo } from '@/lib/core/account/session';
import { DEFAULT_CHOICES, type TagChoices } from '@/lib/core/tag/write/build-tag';
import { ALL_TRACKERS, filterTrackers, searchText } from '@/lib/core/tracker/filter';
import { patchList } from '@/lib/core/tracker/patch-list';
import { POPUP_ROUTE_KEY } from '@/lib/core/tracker/draft-key';
import type { Ref, Tracker } from '@/lib/core/tracker/tracker';
import type { Notice } from '@/lib/messaging/notices';

import { type PopupActions, type Route, RouteSchema, type TrackerList } from './popup-actions';

export type PopupModel = ReturnType<typeof createPopupModel>;

type JobNotice = Extract<Notice, { kind: 'job' }>;

/** The popup's state and what changes it. Views read the signals; nothing here draws. */
export function createPopupModel(actions: PopupActions) {
  const phase = signal<'loading' | 'signed-out' | 'signed-in'>('loading');
  const sessionEnded = signal(false);
  const session = signal<SessionInfo | null>(null);
  const lastUser = signal<{ username: string; baseUrl: string } | null>(null);
  const advertiser = signal<Ref | null>(null);
  const choices = signal<TagChoices>(DEFAULT_CHOICES);
  const servers = signal<readonly AdServer[]>(AD_SERVERS);
  const consoles = signal<readonly string[]>([]);
  const route = signal<Route>({ view: 'list' });
  const trackers = signal<readonly Tracker[]>([]);
  const total = signal(0);
  const filter = signal(ALL_TRACKERS);
  const syncing = signal(false);
  const progress = signal<{ loaded: number; total: number } | null>(null);
  /** The service's rate limit holds requests back until then, in milliseconds since 1970. */
  const waitingUntil = signal<number | null>(null);
  /** How many trackers are there that the list cannot show. */
  const unread = signal(0);
  /** How many cached trackers cannot be read. */
  const unreadable = signal(0);
  const failure = signal<Failure | null>(null);
  /** How many requests are recorded, while it is asked at sign-out what becomes of them. */
  const leaving = signal<number | null>(null);
  const message = signal<string | null>(null);
  /** The job of which it was last told that it is done. */
  const jobDone = signal<JobNotice | null>(null);

  /** The last reading of the whole list; what is patched meanwhile waits for it. */
  let reading: Promise<unknown> = Promise.resolve();
  /** Trackers that were changed and are not yet shown so. */
  const changed = new Set<number>();
  let patching: Promise<void> | null = null;

  const texts = computed(
    () => new Map(trackers.value.map((tracker) => [tracker.id, searchText(tracker)])),
  );
  const shown = computed(() =>
    filter.value === ALL_TRACKERS
      ? trackers.value
      : filterTrackers(trackers.value, texts.value, filter.value),
  );

  /** Every failure comes through here: a dead token leads to sign-in, the route stays. */
  function fail(error: unknown): Failure {
    const found = toFailure(error);
    if (found.code === 'session-expired' || found.code === 'address-changed') {
      batch(() => {
        sessionEnded.value = true;
        session.value = null;
        phase.value = 'signed-out';
      });
    }
    return found;
  }

  async function start(): Promise<void> {
    const started = await actions.start();
    const kept = RouteSchema.safeParse(started.route);
    batch(() => {
      session.value = started.session;
      lastUser.value = started.lastUser;
      advertiser.value = started.advertiser;
      choices.value = started.choices ?? DEFAULT_CHOICES;
      servers.value = started.servers;
      consoles.value = started.consoles;
      route.value = kept.success ? kept.data : { view: 'list' };
      trackers.value = started.list.rows;
      unreadable.value = started.list.unreadable;
      total.value = started.trackerCount;
      phase.value = started.session ? 'signed-in' : 'signed-out';
    });
    if (started.session && started.advertiser) await refresh(false);
  }

  function list(advertiserId: number): Promise<TrackerList> {
    const listing = actions.listTrackers(advertiserId);
    reading = listing.catch(() => {});
    return listing;
  }

  async function reload(advertiserId: number): Promise<void> {
    const all = await list(advertiserId);
    if (advertiser.value?.id !== advertiserId) return;
    batch(() => {
      trackers.value = all.rows;
      total.value = all.rows.length;
      unreadable.value = all.unreadable;
    });
  }

  async function refresh(whole: boolean): Promise<void> {
    const chosen = advertiser.value;
    if (!chosen) return;
    batch(() => {
      syncing.value = true;
      failure.value = null;
      progress.value = null;
      waitingUntil.value = null;
    });
    try {
      if (trackers.value.length < total.value) await reload(chosen.id);
      const found = await actions.sync(chosen.id, whole);
      await reload(chosen.id);
      if (advertiser.value?.id === chosen.id) unread.value = found.unread;
    } catch (error) {
      const found = fail(error);
      await reload(chosen.id);
      if (advertiser.value?.id === chosen.id) failure.value = found;
    } finally {
      if (advertiser.value?.id === chosen.id) {
        batch(() => {
          syncing.value = false;
          progress.value = null;
          waitingUntil.value = null;
        });
      }
    }
  }

  async function chooseAdvertiser(chosen: Ref): Promise<void> {
    await actions.chooseAdvertiser(chosen);
    await showAdvertiser(chosen);
  }

  async function showAdvertiser(chosen: Ref): Promise<void> {
    const first = await list(chosen.id);
    batch(() => {
      advertiser.value = chosen;
      filter.value = ALL_TRACKERS;
      trackers.value = first.rows;
      total.value = first.rows.length;
      unreadable.value = first.unreadable;
      unread.value = 0;
      progress.value = null;
      message.value = null;
    });
    await refresh(false);
  }

  function go(next: Route): void {
    batch(() => {
      route.value = next;
      if (next.view !== 'list') message.value = null;
    });
    void actions.writeDraft(POPUP_ROUTE_KEY, next);
    if (next.view === 'list') void attempt(followChosen);
  }

  let signingIn = false;
  async function signIn(input: Parameters<PopupActions['signIn']>[0]): Promise<void> {
    signingIn = true;
    await actions.signIn(input).finally(() => (signingIn = false));
    // Another person may have been here before; everything is read anew.
    sessionEnded.value = false;
    await start();
  }

  /** Asks first, where there is something recorded to ask about. */
  async function leave(): Promise<void> {
    await attempt(async () => {
      const count = await actions.countRecorded();
      if (count > 0) leaving.value = count;
      else await signOut('keep');
    });
  }

  async function signOut(recordings: 'keep' | 'delete'): Promise<void> {
    leaving.value = null;
    // Out of `signed-in` first, so that the session's end is not taken for a dead token.
    phase.value = 'loading';
    await actions.signOut(recordings);
    batch(() => {
      sessionEnded.value = false;
      message.value = null;
      failure.value = null;
    });
    await start();
  }

  /** Does something by itself; where that fails, it is said. */
  async function attempt(run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      failure.value = fail(error);
    }
  }

  function patch(ids: readonly number[], found: readonly Tracker[]): void {
    const chosen = advertiser.value;
    if (!chosen) return;
    batch(() => {
      trackers.value = patchList(trackers.value, chosen.id, ids, found);
      total.value = trackers.value.length;
    });
  }

  /** Shows what was changed, whoever did it. While that goes on, the next changes gather. */
  async function showChanged(): Promise<void> {
    while (changed.size > 0) {
      await reading;
      const ids = [...changed];
      changed.clear();
      const found = await actions.findTrackers(ids);
      // Of a list that has not come in whole, the rest brings it.
      if (trackers.value.length >= total.value) patch(ids, found);
    }
  }

  async function trackersChanged(ids: readonly number[] | null): Promise<void> {
    const chosen = advertiser.value;
    if (!chosen || phase.value !== 'signed-in') return;
    if (ids === null) return reload(chosen.id);
    for (const id of ids) changed.add(id);
    patching ??= showChanged().finally(() => (patching = null));
    await patching;
  }

  /** Goes on with the advertiser that was chosen in another window, unless something is open here. */
  async function followChosen(): Promise<void> {
    if (phase.value !== 'signed-in' || route.value.view !== 'list') return;
    const chosen = await actions.readChosen();
    choices.value = chosen.choices ?? choices.value;
    if (chosen.advertiser && chosen.advertiser.id !== advertiser.value?.id) {
      await showAdvertiser(chosen.advertiser);
    }
  }

  /** Puts a saved tracker into the list, or takes a deleted one (`null`) out, and says so. */
  function afterEdit(id: number, tracker: Tracker | null, said: string): void {
    batch(() => {
      patch([id], tracker ? [tracker] : []);
      go({ view: 'list' });
      message.value = said;
    });
  }

  function hear(notice: Notice): void {
    if (notice.kind === 'waiting') waitingUntil.value = Date.now() + notice.seconds * 1000;
    else if (notice.kind === 'changed') void attempt(() => hearChange(notice.change));
    else if (notice.kind === 'job') {
      // First the list shows it, then its form gives way.
      if (notice.state === 'done') {
        void attempt(async () => {
          await patching;
          jobDone.value = notice;
        });
      }
    } else if (notice.advertiserId === advertiser.value?.id) {
      progress.value = { loaded: notice.loaded, total: notice.total };
    }
  }

  async function hearChange(change: Change): Promise<void> {
    if (change.what === 'trackers') await trackersChanged(change.ids);
    else if (change.what === 'settings') await followChosen();
  }

  /** Somebody signed out or in elsewhere, or the token died while another view used it. */
  function sessionChanged(info: SessionInfo | null): void {
    if (info !== null) {
      const isOther = session.value === null || accountOf(info) !== accountOf(session.value);
      if (isOther && !signingIn && phase.value !== 'loading') void attempt(start);
      return;
    }
    if (phase.value !== 'signed-in') return;
    batch(() => {
      sessionEnded.value = true;
      session.value = null;
      phase.value = 'signed-out';
    });
  }

  async function keepChoices(next: TagChoices): Promise<void> {
    choices.value = next;
    await actions.keepChoices(next);
  }

  return {
    actions,
    phase,
    sessionEnded,
    session,
    lastUser,
    advertiser,
    choices,
    servers,
    consoles,
    route,
    trackers,
    total,
    shown,
    filter,
    syncing,
    progress,
    waitingUntil,
    unread,
    unreadable,
    leaving,
    failure,
    message,
    jobDone,
    start,
    refresh,
    chooseAdvertiser,
    go,
    signIn,
    leave,
    signOut,
    afterEdit,
    hear,
    sessionChanged,
    fail,
    keepChoices,
  };
}
