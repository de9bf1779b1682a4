import { batch, computed, signal } from '@preact/signals';

import type { AdServer } from '@/lib/core/ad-server/ad-server';
import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { type Failure, toFailure } from '@/lib/core/base/errors';
import type { SessionInfo } from '@/lib/core/account/session';
import { DEFAULT_CHOICES, type TagChoices } from '@/lib/core/tag/write/build-tag';
import { ALL_TRACKERS, filterTrackers, searchText } from '@/lib/core/tracker/filter';
import type { Ref, Tracker } from '@/lib/core/tracker/tracker';
import type { Notice } from '@/lib/messaging/notices';

import type { TrackerActions } from '@/components/trackers/tracker-actions';
import { type Route, RouteSchema } from '@/components/trackers/tracker-route';

export type PopupModel = ReturnType<typeof createPopupModel>;

type JobNotice = Extract<Notice, { kind: 'job' }>;

const RELOAD_EVERY = 1000;

/** The popup's state and what changes it. Views read the signals; nothing here draws. */
export function createPopupModel(actions: TrackerActions) {
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
  const failure = signal<Failure | null>(null);
  const message = signal<string | null>(null);
  /** The job of which it was last told that it is done. */
  const jobDone = signal<JobNotice | null>(null);

  let shownUpTo = 0;

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
      trackers.value = started.trackers;
      total.value = started.trackerCount;
      phase.value = started.session ? 'signed-in' : 'signed-out';
    });
    if (started.session && started.advertiser) await refresh(false);
  }

  async function reload(advertiserId: number): Promise<void> {
    const all = await actions.listTrackers(advertiserId);
    if (advertiser.value?.id !== advertiserId) return;
    batch(() => {
      trackers.value = all;
      total.value = all.length;
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
    shownUpTo = 0;
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
    const first = await actions.listTrackers(chosen.id);
    batch(() => {
      advertiser.value = chosen;
      filter.value = ALL_TRACKERS;
      trackers.value = first;
      total.value = first.length;
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
    actions.keepRoute(next);
  }

  async function signIn(input: Parameters<TrackerActions['signIn']>[0]): Promise<void> {
    await actions.signIn(input);
    // Another person may have been here before; everything is read anew.
    sessionEnded.value = false;
    await start();
  }

  async function signOut(): Promise<void> {
    // Out of `signed-in` first, so that the session's end is not taken for a dead token.
    phase.value = 'loading';
    await actions.signOut();
    batch(() => {
      sessionEnded.value = false;
      message.value = null;
      failure.value = null;
    });
    await start();
  }

  function patch(id: number, tracker: Tracker | null): void {
    const others = trackers.value.filter((item) => item.id !== id);
    batch(() => {
      trackers.value = tracker ? [tracker, ...others] : others;
      total.value = trackers.value.length;
    });
  }

  /** Puts a saved tracker into the list, or takes a deleted one (`null`) out, and says so. */
  function afterEdit(id: number, tracker: Tracker | null, said: string): void {
    batch(() => {
      patch(id, tracker);
      go({ view: 'list' });
      message.value = said;
    });
  }

  /** Puts into the list what a job has changed, whoever asked for it, and tells its form. */
  async function jobChanged(notice: JobNotice): Promise<void> {
    if (notice.state !== 'done') return;
    for (const id of notice.ids) {
      const tracker = await actions.findTracker(id);
      // Of a list that has not come in whole, the rest brings it.
      const isWhole = trackers.value.length >= total.value;
      const isHere = tracker === null || tracker.advertiserId === advertiser.value?.id;
      if (isWhole && isHere) patch(id, tracker);
    }
    jobDone.value = notice;
  }

  function hear(notice: Notice): void {
    if (notice.kind === 'waiting') {
      waitingUntil.value = Date.now() + notice.seconds * 1000;
      return;
    }
    if (notice.kind === 'job') {
      jobChanged(notice).catch((error: unknown) => {
        failure.value = fail(error);
      });
      return;
    }
    const { advertiserId, loaded, total: all } = notice;
    if (advertiserId !== advertiser.value?.id) return;
    progress.value = { loaded, total: all };
    // What has come in is shown while the rest loads, in steps that a list of any length can bear.
    if (loaded - shownUpTo < RELOAD_EVERY || loaded <= trackers.value.length) return;
    shownUpTo = loaded;
    void reload(advertiserId);
  }

  /** Somebody signed out elsewhere, or the token died while another view used it. */
  function sessionChanged(info: SessionInfo | null): void {
    if (info !== null || phase.value !== 'signed-in') return;
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
    failure,
    message,
    jobDone,
    start,
    refresh,
    chooseAdvertiser,
    go,
    signIn,
    signOut,
    afterEdit,
    hear,
    sessionChanged,
    fail,
    keepChoices,
  };
}
