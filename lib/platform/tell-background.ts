import { browser } from 'wxt/browser';

import type { DismissScope } from '../core/dismissals';

/**
 * What the script on every console page tells the background. Written out here, without the
 * contract's schemas, to keep that script small; the background parses it.
 */
export function tellOpenBuilder(): void {
  tell('builder.open', null);
}

export function tellDismissed(scope: DismissScope, host: string, key: string, label: string): void {
  tell('field.dismiss', { scope, field: { host, key, label } });
}

function tell(name: string, data: unknown): void {
  void browser.runtime.sendMessage({ piggyback: name, data }).catch(() => {});
}
