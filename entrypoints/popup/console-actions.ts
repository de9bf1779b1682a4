import type { ConsoleActions } from '@/components/pages/popup/console-actions';
import { consoleOfActiveTab, requestOrigins } from '@/lib/platform/background/consoles';
import { send } from '@/lib/platform/channels/messages';
import { activeTab } from '@/lib/platform/page/active-tab';
import { sidePanelOpener } from '@/lib/platform/page/side-panel';

/** What the popup does on the page beside it. */
export const consoleActions: ConsoleActions = {
  consoleOffer: async () => consoleOfActiveTab(),
  openSidePanel: sidePanelOpener(),
  buildHere: async () => {
    const tab = await activeTab();
    if (tab) await send('builder.openIn', { tabId: tab.id });
    window.close();
  },
  enableConsole: async (host) => {
    const origin = `https://${host}/*`;
    // Both at once: the prompt must come in the click itself, and it may close the popup.
    await Promise.all([requestOrigins([origin]), send('consoles.enable', { origin })]);
  },
};
