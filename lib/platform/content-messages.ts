import { browser } from 'wxt/browser';

import { contentContract } from '../messaging/content-contract';
import { createSend } from '../messaging/send';

/** Sends to the background from our scripts in other people's pages. */
export const sendFromContent = createSend(contentContract, (packet) =>
  browser.runtime.sendMessage(packet),
);
