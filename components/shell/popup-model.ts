import { batch, signal } from '@preact/signals';

import { createAccount } from '@/components/stores/account';
import { createAdvertiser } from '@/components/stores/advertiser';
import { createTagSettings } from '@/components/stores/tag-settings';
import { createTrackerList } from '@/components/stores/tracker-list';
import type { TrackerActions } from '@/components/trackers/tracker-actions';
import { type Route, RouteSchema } from '@/components/trackers/tracker-route';
import type { SessionInfo } from '@/lib/core/account/session';
import { DEFAULT_CHOICES } from '@/lib/core/tag/write/build-tag';
import { ALL_TRACKERS } from '@/lib/core/tracker/filter';
import type { Ref, Tracker } from '@/lib/core/tracker/tracker';
import type { RequestOf } from '@/lib/messaging/contract';

export type PopupModel = ReturnType<typeof createPopupModel>;

/** The stores that trackers need, what brings them together, and where among them the person is. */
export function createPopupModel(actions: TrackerActions) {
  const account = createAccount(actions);
  const chosen = createAdvertiser(actions.chooseAdvertiser);
  const tags = createTagSettings(actions.keepChoices);
  const list = createTrackerList(actions, chosen.advertiser, account.fail);
  const route = signal<Route>({ view: 'list' });
  const message = signal<string | null>(null);

  async function start(): Promise<void> {
    const started = await actions.start();
    batch(() => {
      chosen.advertiser.value = started.advertiser;
      tags.choices.value = started.choices ?? DEFAULT_CHOICES;
      tags.servers.value = started.servers;
      route.value = RouteSchema.safeParse(started.route).data ?? { view: 'list' };
      list.show(started.trackers, started.trackerCount);
      account.take(started);
    });
    if (started.session && started.advertiser) await list.refresh(false);
  }

  async function chooseAdvertiser(next: Ref): Promise<void> {
    const isShown = await chosen.choose(
      next,
      () => actions.listTrackers(next.id),
      (first) => {
        list.filter.value = ALL_TRACKERS;
        list.show(first, first.length);
        message.value = null;
      },
    );
    if (isShown) await list.refresh(false);
  }

  function go(next: Route): void {
    batch(() => {
      route.value = next;
      if (next.view !== 'list') message.value = null;
    });
    actions.keepRoute(next);
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
    if (info && (before?.userId !== info.userId || before.baseUrl !== info.baseUrl)) await start();
  }

  async function signOut(): Promise<void> {
    await account.signOut();
    message.value = null;
    await start();
  }

  /** Puts a saved tracker into the list, or takes a deleted one (`null`) out, and says so. */
  function afterEdit(id: number, tracker: Tracker | null, said: string): void {
    batch(() => {
      list.patch(id, tracker);
      go({ view: 'list' });
      message.value = said;
    });
  }

  return {
    ...account,
    ...chosen,
    ...tags,
    ...list,
    actions,
    route,
    message,
    start,
    chooseAdvertiser,
    go,
    signIn,
    signOut,
    sessionChanged,
    afterEdit,
  };
}
