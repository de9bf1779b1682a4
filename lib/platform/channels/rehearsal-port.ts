import { browser } from 'wxt/browser';

const NAME = /^rehearsal (\d+)$/;

/** In the panel: holds a line to the background for as long as the panel is there; returns how to let go. */
export function holdRehearsal(tabId: number): () => void {
  let port = connect();
  function connect() {
    const made = browser.runtime.connect({ name: `rehearsal ${tabId}` });
    // The browser stopped the worker, and the panel is still there.
    made.onDisconnect.addListener(() => {
      port = connect();
    });
    return made;
  }
  return () => port.disconnect();
}

/** In the background: calls back when a panel that held a tab is gone. To be called at once on start. */
export function onPanelGone(listener: (tabId: number) => void): void {
  browser.runtime.onConnect.addListener((port) => {
    const [, tabId] = NAME.exec(port.name) ?? [];
    const isOurs = port.sender?.url?.startsWith(
      `${browser.runtime.getURL('/')}devtools-panel.html`,
    );
    if (tabId === undefined || isOurs !== true) return;
    port.onDisconnect.addListener(() => listener(Number(tabId)));
  });
}
