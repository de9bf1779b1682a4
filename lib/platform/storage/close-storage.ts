import { browser } from 'wxt/browser';

/**
 * Closes the settings to our scripts in other people's pages, where the browser can (Chromium): what
 * such a script needs it asks for. To be called at each start of the background.
 */
export function closeStorage(): void {
  void browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
