import { browser } from 'wxt/browser';

/** Of the window in which this page is, known before the click: after a wait the browser opens nothing. */
let windowId: number | null = null;

/**
 * Gives a function that shows the side panel of this window, to be called in the person's own click; `null` where the
 * browser has none.
 */
export function sidePanelOpener(): (() => void) | null {
  // Firefox's own.
  const sidebar: unknown = Reflect.get(browser, 'sidebarAction');
  if (sidebar instanceof Object && 'open' in sidebar && typeof sidebar.open === 'function') {
    const { open } = sidebar;
    return () => void Reflect.apply(open, sidebar, []);
  }
  const { sidePanel } = browser;
  if (!sidePanel) return null;
  void browser.windows.getCurrent().then(({ id }) => (windowId = id ?? null));
  return () => {
    if (windowId !== null) void sidePanel.open({ windowId }).then(() => window.close());
  };
}
