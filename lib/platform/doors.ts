import { browser } from 'wxt/browser';

const MENU_ID = 'open-tag-builder';

interface BuilderDoors {
  readonly menuTitle: string;
  /** Called with the tab and, from the context menu, the frame of the field. */
  readonly onOpen: (tabId: number, frameId: number | null) => void;
}

/** The context menu entry on editable fields and the keyboard shortcut. */
export function addBuilderDoors({ menuTitle, onOpen }: BuilderDoors): void {
  browser.runtime.onInstalled.addListener(() => {
    void browser.contextMenus
      .removeAll()
      .then(() =>
        browser.contextMenus.create({ id: MENU_ID, title: menuTitle, contexts: ['editable'] }),
      );
  });
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === MENU_ID && tab?.id !== undefined) onOpen(tab.id, info.frameId ?? 0);
  });
  browser.commands?.onCommand.addListener((command, tab) => {
    if (command === MENU_ID && tab?.id !== undefined) onOpen(tab.id, null);
  });
}

/** Calls back once for every start of the browser or the extension. */
export function onStart(listener: () => void): void {
  browser.runtime.onInstalled.addListener(listener);
  browser.runtime.onStartup.addListener(listener);
}
