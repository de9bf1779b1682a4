import { browser } from 'wxt/browser';

/**
 * Asks the background to open the builder in this frame. Written out here, without the contract's
 * schemas, to keep the script that is on every console page small; the background parses it.
 */
export function tellOpenBuilder(): void {
  void browser.runtime.sendMessage({ piggyback: 'builder.open', data: null }).catch(() => {});
}
