import { browser } from 'wxt/browser';

const MENU_ID = 'open-tag-builder';
const SELECTION_ID = 'open-tracker';
const FOCUS_COMMAND = 'focus-field-button';

interface BuilderDoors {
  readonly menuTitle: string;
  /** Of the entry on what is selected; the browser puts that in the place of `%s`. */
  readonly selectionTitle: string;
  readonly onSelection: (text: string) => void;
  /** Called with the tab and, from the context menu, the frame of the field. */
  readonly onOpen: (tabId: number, frameId: number | null) => Promise<void>;
  /** The shortcut that leads to the small button was pressed. */
  readonly onFocusButton: (tabId: number) => void;
}

/** The context menu entries on editable fields and on what is selected, and the keyboard shortcut. */
export function addBuilderDoors(doors: BuilderDoors): void {
  const { menuTitle, selectionTitle, onSelection, onOpen, onFocusButton } = doors;
  browser.runtime.onInstalled.addListener(() => {
    void browser.contextMenus.removeAll().then(() => {
      browser.contextMenus.create({ id: MENU_ID, title: menuTitle, contexts: ['editable'] });
      browser.contextMenus.create({
        id: SELECTION_ID,
        title: selectionTitle,
        contexts: ['selection'],
      });
    });
  });
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === SELECTION_ID) onSelection(info.selectionText ?? '');
    if (info.menuItemId === MENU_ID && tab?.id !== undefined)
      void onOpen(tab.id, info.frameId ?? 0);
  });
  browser.commands?.onCommand.addListener((command, tab) => {
    if (tab?.id === undefined) return;
    if (command === MENU_ID) void onOpen(tab.id, null);
    if (command === FOCUS_COMMAND) onFocusButton(tab.id);
  });
}

/** Calls back once for every start of the browser or the extension. */
export function onStart(listener: () => void): void {
  browser.runtime.onInstalled.addListener(listener);
  browser.runtime.onStartup.addListener(listener);
}
