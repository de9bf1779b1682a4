import { browser } from 'wxt/browser';

const NAME = /^rehearsal (\d+) ([\w-]+)$/;

/** In the panel: holds a line to the background for as long as the panel is there; returns how to let go. */
export function holdRehearsal(tabId: number, run: string): () => void {
  let port = connect();
  function connect() {
    const made = browser.runtime.connect({ name: `rehearsal ${tabId} ${run}` });
    // The browser stopped the worker, and the panel is still there.
    made.onDisconnect.addListener(() => {
      // Once the extension itself was updated, there is nobody to hold a line to.
      if (browser.runtime?.id) port = connect();
    });
    return made;
  }
  return () => port.disconnect();
}

/** In the background: calls back when a panel is gone that held this run in a tab. To be called at once on start. */
export function onPanelGone(listener: (tabId: number, run: string) => void): void {
  browser.runtime.onConnect.addListener((port) => {
    const [, tabId, run] = NAME.exec(port.name) ?? [];
    const isOurs = port.sender?.url?.startsWith(
      `${browser.runtime.getURL('/')}devtools-panel.html`,
    );
    if (tabId === undefined || run === undefined || isOurs !== true) return;
    port.onDisconnect.addListener(() => listener(Number(tabId), run));
  });
}
