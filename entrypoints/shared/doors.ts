import type { Builders } from '@/lib/app/builder/builders';
import { createSuggest } from '@/lib/app/trackers/suggest';
import { addAddressBar } from '@/lib/platform/background/address-bar';
import { addBuilderDoors } from '@/lib/platform/background/doors';
import { focusFieldButton } from '@/lib/platform/background/focus-button';
import { openWorkspace } from '@/lib/platform/background/workspace';
import { sessionKeeper } from '@/lib/platform/storage/storage';
import { connect } from '@/lib/store/database';
import { builderText } from '@/lib/text/builder/builder';
import { addressBarText as text } from '@/lib/text/trackers/address-bar';

/** The ways in from outside of our pages: context menus, shortcuts, the keyword in the address bar. */
export function addDoors(builders: Builders): void {
  const { suggest, addressOf, begin, end } = createSuggest({
    database: connect(),
    keeper: sessionKeeper,
    now: Date.now,
  });
  const openTracker = (typed: string): void => {
    // Where nothing can be read, the workspace says why.
    void addressOf(typed)
      .catch(() => '#/trackers')
      .then(openWorkspace);
  };
  addAddressBar({
    onBegin: begin,
    onEnd: end,
    onEntered: openTracker,
    async linesFor(typed) {
      const meant = await suggest(typed);
      const lines = meant.found.map((it) => ({ content: String(it.id), text: text.line(it) }));
      return { first: text.first(typed, meant), others: lines.slice(1) };
    },
  });
  addBuilderDoors({
    menuTitle: builderText.menuTitle,
    selectionTitle: text.menuTitle,
    onSelection: openTracker,
    onOpen: async (tabId, frameId) => {
      // Pages closed to extensions (a web store, browser settings) have nowhere to say so.
      await builders.open(tabId, frameId, frameId === null ? 'focus' : 'menu').catch(() => {});
    },
    onFocusButton: (tabId) => void focusFieldButton(tabId).catch(() => {}),
  });
}
