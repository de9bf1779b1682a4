import { batch, signal } from '@preact/signals';

import { createAccount } from '@/components/stores/account';
import { createAdvertiser } from '@/components/stores/advertiser';
import { createStateSwitch } from '@/components/stores/state-switch';
import { createTagSettings } from '@/components/stores/tag-settings';
import { type CachedTrackers, createTrackerList } from '@/components/stores/tracker-list';
import type { TrackerActions, TrackerStart } from '@/components/trackers/tracker-actions';
import { type Route, RouteSchema } from '@/components/trackers/tracker-route';
import type { Failure } from '@/lib/core/base/errors';
import { accountOf, type SessionInfo } from '@/lib/core/account/session';
import { DEFAULT_CHOICES } from '@/lib/core/tag/write/build-tag';
import { ALL_TRACKERS } from '@/lib/core/tracker/filter';
import type { Ref, Tracker } from '@/lib/core/tracker/tracker';
import type { RequestOf } from '@/lib/messaging/contract';
import type { Notice } from '@/lib/messaging/notices';

export type TrackersModel = ReturnType<typeof createTrackersModel>;

/** The stores that trackers need, what brings them together, and where among them the person is. */
export function createTrackersModel(actions: TrackerActions) {
  const account = createAccount(actions);
  const chosen = createAdvertiser(actions.chooseAdvertiser);
  const tags = createTagSettings(actions.keepChoices);
  const list = createTrackerList(actions, chosen.advertiser, account.fail);
  const stateSwitch = createStateSwitch(
    actions,
    (it) => list.patch([it.id], [it]),
    list.attempt.fail,
  );
  const route = signal<Route>({ view: 'list' });
  /** Whether the page shows something else than trackers. */
  const isAway = signal(false);
  /** Why nothing can be shown yet. */
  const startFailure = signal<Failure | null>(null);
  const message = signal<string | null>(null);
  /** Where the list is left, and entered again: at its search, or at the row of a tracker. */
  const leftAt = signal<'search' | number>('search');

  async function start(): Promise<void> {
    let started: TrackerStart;
    try {
      started = await actions.start();
    } catch (error) {
      startFailure.value = account.fail(error);
      return;
    }
    batch(() => {
      startFailure.value = null;
      chosen.advertiser.value = started.advertiser;
      tags.choices.value = started.choices ?? DEFAULT_CHOICES;
      tags.servers.value = started.servers;
      tags.ownHosts.value = started.ownHosts;
      route.value = RouteSchema.safeParse(started.route).data ?? { view: 'list' };
      list.show(started.list);
      account.take(started);
    });
    if (started.session && started.advertiser) await list.refresh(false);
  }

  const ofAdvertiser = {
    read: (id: number) => actions.listTrackers(id),
    take(first: CachedTrackers): void {
      list.filter.value = ALL_TRACKERS;
      list.show(first);
      list.order.value = null;
      stateSwitch.forget();
      message.value = null;
    },
  };

  async function chooseAdvertiser(next: Ref): Promise<void> {
    if (await chosen.choose(next, ofAdvertiser)) await list.refresh(false);
  }

  /** Goes on with what was chosen in another window, unless something is open here. */
  const follow = () =>
    list.attempt.run(async () => {
      const isOpen = route.value.view !== 'list' && !isAway.value;
      if (account.phase.value !== 'signed-in' || isOpen) return;
      const there = await actions.readChosen();
      tags.choices.value = there.choices ?? tags.choices.value;
      if (await chosen.follow(there.advertiser, ofAdvertiser)) await list.refresh(false);
    });

  function go(next: Route): void {
    batch(() => {
      route.value = next;
      if (next.view === 'list') return;
      message.value = null;
      leftAt.value = next.trackerId ?? 'search';
    });
    actions.keepRoute(next);
    if (next.view === 'list') void follow();
  }

  let isSigningIn = false;
  async function signIn(input: RequestOf<'session.signIn'>): Promise<void> {
    isSigningIn = true;
    try {
      await account.signIn(input);
    } finally {
      isSigningIn = false;
    }
    // Another person may have been here before; everything is read anew.
    await start();
  }

  /** Somebody signed in or out in another page, or the token died while it was used there. */
  async function sessionChanged(info: SessionInfo | null): Promise<void> {
    if (isSigningIn || account.phase.value === 'loading') return;
    account.sessionChanged(info);
    const before = account.session.value;
    const isOther = info && (before === null || accountOf(info) !== accountOf(before));
    if (isOther) await list.attempt.run(start);
  }

  /** Asks first, where there is something recorded to ask about, or something typed to lose. */
  const leave = () =>
    list.attempt.run(async () => {
      if (!(await account.asksBeforeLeaving())) await signOut('keep');
    });

  async function signOut(recordings: 'keep' | 'delete'): Promise<void> {
    await account.signOut(recordings);
    message.value = null;
    await start();
  }

  /** Puts a saved tracker into the list, or takes a deleted one (`null`) out, and says so. */
  function afterEdit(id: number, tracker: Tracker | null, said: string): void {
    batch(() => {
      list.patch([id], tracker ? [tracker] : []);
      leftAt.value = tracker ? id : 'search';
      go({ view: 'list' });
      message.value = said;
    });
  }

  /** What others wrote is shown, too. */
  function hear(notice: Notice): void {
    if (notice.kind !== 'changed') list.hear(notice);
    else if (notice.change.what === 'settings') void follow();
    else if (account.phase.value === 'signed-in') list.hear(notice);
  }

  return {
    ...account,
    ...chosen,
    ...tags,
    ...list,
    stateSwitch,
    actions,
    route,
    isAway,
    message,
    leftAt,
    startFailure,
    start,
    chooseAdvertiser,
    follow,
    go,
    signIn,
    leave,
    signOut,
    sessionChanged,
    afterEdit,
    hear,
  };
}
