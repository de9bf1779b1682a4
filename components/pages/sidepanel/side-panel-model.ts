import { batch, signal } from '@preact/signals';

import { createAttempt } from '@/components/stores/attempt';
import { createTurns } from '@/components/stores/turns';
import type { AccessAnswer } from '@/lib/core/recording/access-answer';

import type { OpenedTab, SidePanelActions, WatchedTab } from './side-panel-actions';

export type SidePanelModel = ReturnType<typeof createSidePanelModel>;

/** What is recorded in the tab beside it, whichever tab that is. */
export function createSidePanelModel(actions: SidePanelActions) {
  const attempt = createAttempt();
  const tab = signal<WatchedTab | null>(null);
  const isRecorded = signal<'yes' | 'no' | 'later'>('no');
  /** Why a site is not recorded though it was to be. */
  const refused = signal<(AccessAnswer & { readonly site: string }) | null>(null);
  /** Somebody records the tab, though its site may not be among those that are recorded: DevTools. */
  const isLive = signal(false);
  const opened = signal<OpenedTab | null>(null);
  const takeTurn = createTurns();
  let openedId: number | null = null;

  function look(): Promise<void> {
    const isLast = takeTurn();
    return attempt.run(async () => {
      const now = await actions.tab();
      const recorded = now?.site && !now.isPrivate ? await actions.isRecorded(now.site) : 'no';
      const held = now !== null && (recorded === 'yes' || (await actions.isBeingRecorded(now.id)));
      if (!isLast()) return;
      batch(() => {
        tab.value = now;
        isRecorded.value = recorded;
        isLive.value = held;
        if (refused.value?.site !== now?.site || recorded !== 'no') refused.value = null;
        attempt.phase.value = 'ready';
        if (now === null || now.id === openedId) return;
        opened.value?.close();
        openedId = now.id;
        opened.value = actions.openTab(now.id);
      });
    }, isLast);
  }

  /** Nothing is awaited before it, so that the browser may ask. */
  function turn(act: (site: string) => Promise<AccessAnswer | void>): void {
    const site = tab.value?.site;
    if (!site) return;
    attempt.begin();
    refused.value = null;
    const acting = act(site);
    void attempt.run(async () => {
      const given = await acting;
      await look();
      const isHere = tab.value?.site === site;
      if (given && isHere && isRecorded.value === 'no') refused.value = { ...given, site };
    });
  }

  return {
    phase: attempt.phase,
    failure: attempt.failure,
    tab,
    isRecorded,
    refused,
    isLive,
    opened,
    start(): Promise<void> {
      actions.onChange(() => void look());
      return look();
    },
    turnOn: (withFrames: boolean) => turn((site) => actions.turnOn(site, withFrames)),
    turnOff: () => turn((site) => actions.turnOff(site)),
  };
}
