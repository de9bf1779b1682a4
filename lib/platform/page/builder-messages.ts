import { browser } from 'wxt/browser';

import { builderContract } from '../../messaging/builder-contract';
import { createSend } from '../../messaging/send';
import { TokenSchema } from '../../messaging/token';

/** Sends to the background from the builder's page. */
export const sendFromBuilder = createSend(builderContract, (packet) =>
  browser.runtime.sendMessage(packet),
);

/** The token this page was opened with; `null` where somebody else has opened it. */
export function readToken(): string | null {
  const parsed = TokenSchema.safeParse(location.hash.slice(1));
  return parsed.success ? parsed.data : null;
}

/** Whether this page stands in a frame of somebody else's. */
export function isFramed(): boolean {
  return window.top !== window;
}
