import { batch, signal } from '@preact/signals';

import { createAttempt } from '@/components/stores/attempt';
import { createTurns } from '@/components/stores/turns';

import type { OpenedTab, SidePanelActions, WatchedTab } from './side-panel-actions';

export type SidePanelModel = ReturnType<typeof createSidePanelModel>;

/** What is recorded in the tab beside it, whichever tab that is. */
export function createSidePanelModel(actions: SidePanelActions) {
  const attempt = createAttempt();
  const tab = signal<WatchedTab | null>(null);
  const isRecorded = signal(false);
  /** Somebody records the tab, though its site may not be among those that are recorded: DevTools. */
  const isLive = signal(false);
  const opened = signal<OpenedTab | null>(null);
  const takeTurn = createTurns();
  let openedId: number | null = null;

  function look(): Promise<void> {
    const isLast = takeTurn();
    return attempt.run(async () => {
      const now = await actions.tab();
      const recorded = now?.site ? await actions.isRecorded(now.site) : false;
      const held = now !== null && (recorded || (await actions.isBeingRecorded(now.id)));
      if (!isLast()) return;
      batch(() => {
        tab.value = now;
        isRecorded.value = recorded;
        isLive.value = held;
        attempt.phase.value = 'ready';
        if (now === null || now.id === openedId) return;
        opened.value?.close();
        openedId = now.id;
        opened.value = actions.openTab(now.id);
      });
    }, isLast);
  }

  /** Nothing is awaited before it, so that the browser may ask. */
  function turn(act: (site: string) => Promise<void>): void {
    const site = tab.value?.site;
    if (!site) return;
    attempt.begin();
    const acting = act(site);
    void attempt.run(async () => {
      await acting;
      await look();
    });
  }

  return {
    phase: attempt.phase,
    failure: attempt.failure,
    tab,
    isRecorded,
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
