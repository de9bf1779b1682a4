import { browser } from 'wxt/browser';

/** The address of the sandboxed page in which tags run; `null` in a browser that has no such pages (Firefox). */
export function sandboxPage(): string | null {
  const manifest: object = browser.runtime.getManifest();
  return 'sandbox' in manifest ? browser.runtime.getURL('/trial.html') : null;
}
