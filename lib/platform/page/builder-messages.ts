import { browser } from 'wxt/browser';

import type { SendFromBuilder } from '../../app/builder/field-acts';
import { builderContract, type BuilderStart } from '../../messaging/builder/contract';
import { createSend } from '../../messaging/wire/send';
import { takeBegun } from './begin';

/** Sends to the background from the builder's page. */
export const sendFromBuilder: SendFromBuilder = createSend(builderContract, (packet) =>
  browser.runtime.sendMessage(packet),
);

/** What the builder begins with: the answer to what the page has asked already, else it asks now. */
export function startBuilder(token: string): Promise<BuilderStart> {
  const take = createSend(
    builderContract,
    (packet) => takeBegun() ?? browser.runtime.sendMessage(packet),
  );
  return take('builder.start', { token });
}

/** Whether this page stands in a frame of somebody else's. */
export function isFramed(): boolean {
  return window.top !== window;
}
