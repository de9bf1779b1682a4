import { batch, effect, signal } from '@preact/signals';

import { createAccount } from '@/components/stores/account';
import { createSignIns } from '@/components/stores/sign-ins';
import { createAdvertiser } from '@/components/stores/advertiser';
import { createStateSwitch } from '@/components/stores/state-switch';
import { createTurns } from '@/components/stores/turns';
import { createTagSettings } from '@/components/stores/tag-settings';
import { type CachedTrackers, createTrackerList } from '@/components/stores/tracker-list';
import type { TrackerActions, TrackerStart } from '@/components/trackers/tracker-actions';
import { type Route, RouteSchema } from '@/components/trackers/tracker-route';
import type { Said } from '@/components/ui/Notice';
import { type Failure, toFailure } from '@/lib/core/base/errors';
import { accountOf, type SessionInfo } from '@/lib/core/account/session';
import { SIGN_IN_KEY } from '@/lib/core/tracker/draft-key';
import { DEFAULT_CHOICES } from '@/lib/core/tag/write/build-tag';
import { ALL_TRACKERS } from '@/lib/core/tracker/filter';
import type { Ref, Tracker } from '@/lib/core/tracker/tracker';
import type { RequestOf } from '@/lib/messaging/contract';
import type { Notice } from '@/lib/messaging/notices';

export type TrackersModel = ReturnType<typeof createTrackersModel>;

const whose = (info: SessionInfo | null) => info && accountOf(info);

/** The stores that trackers need, what brings them together, and where among them the person is. */
export function createTrackersModel(actions: TrackerActions) {
  const account = createAccount(actions);
  const signIns = createSignIns(actions.signIns);
  // What is changed here is changed for the one whose data is seen here.
  effect(() => actions.signIns.show(whose(account.session.value)));
  /** Whether who was here last is being signed in by their key. */
  const resuming = signal(false);
  /** Why a sign-in by a press did not come off. */
  const signInFailure = signal<Failure | null>(null);
  const chosen = createAdvertiser(actions.chooseAdvertiser);
  const tags = createTagSettings(actions.keepChoices);
  const list = createTrackerList(actions, chosen.advertiser, account.fail);
  const stateSwitch = createStateSwitch(
    actions,
    (it) => list.patch([it.id], [it]),
    list.attempt.fail,
  );
  const route = signal<Route>({ view: 'list' });
  /** Whose data what is open was opened for; it stays so while their session has ended. */
  const openFor = signal<string | null>(null);
  /** Whether the page shows something else than trackers. */
  const isAway = signal(false);
  /** Why nothing can be shown yet. */
  const startFailure = signal<Failure | null>(null);
  const message = signal<string | Said | null>(null);
  /** What is said of a tracker that was saved, above the form of the next new one; and which that is. */
  const formSaid = signal<Said | null>(null);
  const newForms = signal(0);
  /** Where the list is left, and entered again: at its search, or at the row of a tracker. */
  const leftAt = signal<'search' | number>('search');

  const takeStart = createTurns();
  /** Who was signed in since, or `null` for nobody, as it was told while the page was not ready to hear it. */
  let heard: SessionInfo | null | undefined;
  function takeHeard(): SessionInfo | null | undefined {
    const was = heard;
    heard = undefined;
    return was;
  }

  async function start(): Promise<void> {
    const isLast = takeStart();
    takeHeard();
    let started: TrackerStart;
    try {
      [started] = await Promise.all([actions.start(), signIns.loadSignIns()]);
      // Two may be read at a time: the one before the last may come after it, and is another person's.
      if (!isLast()) return;
    } catch (error) {
      if (!isLast()) return;
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
      stateSwitch.leave();
      resuming.value = started.session === null && canResume();
      openFor.value = whose(started.session) ?? openFor.value;
      account.take(started);
    });
    const told = takeHeard();
    if (told !== undefined && whose(told) !== whose(started.session)) return sessionChanged(told);
    if (resuming.value) return resume();
    if (started.session && started.advertiser) await list.refresh(false);
  }

  function canResume(): boolean {
    const mine = signIns.chosenSignIn.value;
    return mine?.key !== null && mine?.key !== undefined && mine.refused === undefined && !triedKey;
  }

  /** Signs who was here last in by their key. Once: then it is the person's. */
  let triedKey = false;
  const resume = () => {
    triedKey = true;
    return signInBy(() => actions.signIns.resume());
  };

  /** Signs somebody in otherwise than by a password; everything is read anew then. */
  async function signInBy(act: () => Promise<SessionInfo | null>): Promise<void> {
    isSigningIn = true;
    signInFailure.value = null;
    try {
      if (await act()) triedKey = false;
    } catch (error) {
      signInFailure.value = toFailure(error);
    } finally {
      isSigningIn = false;
    }
    list.filter.value = ALL_TRACKERS;
    message.value = null;
    await start();
  }

  /** Shows the data of another who has signed in; where nobody can sign them in, their sign-in. */
  const switchTo = (to: string) =>
    signInBy(async () => {
      const info = await actions.signIns.switchTo(to);
      const { lastUser } = await actions.readChosen();
      // What was typed for another is not offered to this one.
      if (info === null && lastUser) await actions.writeDraft(SIGN_IN_KEY, lastUser);
      account.sessionEnded.value = false;
      return info;
    });

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
      // Somebody is just being switched to: what was chosen is theirs already.
      if (there.account && there.account !== whose(account.session.value)) return;
      tags.choices.value = there.choices ?? tags.choices.value;
      if (await chosen.follow(there.advertiser, ofAdvertiser)) await list.refresh(false);
    });

  function go(next: Route): void {
    batch(() => {
      route.value = next;
      formSaid.value = null;
      if (next.view === 'list') return;
      message.value = null;
      leftAt.value = next.trackerId ?? 'search';
    });
    actions.keepRoute(next);
    if (next.view === 'list') void follow();
  }

  let isSigningIn = false;
  actions.signIns.onChange(() => void signIns.loadSignIns().catch(() => {}));
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
    if (isSigningIn) return;
    if (account.phase.value === 'loading') {
      heard = info;
      return;
    }
    account.sessionChanged(info);
    if (info !== null && whose(info) !== whose(account.session.value))
      await list.attempt.run(start);
    else if (info === null) {
      account.lastUser.value = (await actions.readChosen()).lastUser ?? account.lastUser.value;
    }
  }

  /** Asks first, where there is something recorded to ask about, or something typed to lose. */
  const leave = () =>
    list.attempt.run(async () => {
      if (!(await account.asksBeforeLeaving())) await signOut('keep');
    });

  async function signOut(recordings: 'keep' | 'delete'): Promise<void> {
    let failed: unknown = null;
    try {
      await account.signOut(recordings);
    } catch (error) {
      failed = error;
    }
    message.value = null;
    // Whoever is there now is shown, be it that nobody was signed out.
    await start();
    if (failed !== null) list.attempt.fail(failed);
  }

  /**
   * Puts a saved tracker into the list, or takes a deleted one (`null`) out, and says so: there, or above the form of
   * another new one.
   */
  function afterEdit(id: number, tracker: Tracker | null, said: Said, isNewNext = false): void {
    batch(() => {
      list.patch([id], tracker ? [tracker] : []);
      leftAt.value = tracker ? id : 'search';
      go(isNewNext ? { view: 'form', trackerId: null } : { view: 'list' });
      if (isNewNext) {
        formSaid.value = said;
        newForms.value += 1;
      } else message.value = said.kind === 'pass' ? said.text : said;
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
    ...signIns,
    actions,
    resuming,
    signInFailure,
    switchTo,
    route,
    openFor,
    isAway,
    message,
    formSaid,
    newForms,
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
