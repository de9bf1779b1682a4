import { browser } from 'wxt/browser';

import { AppError } from '../core/errors';
import { contentContract } from '../messaging/content-contract';
import { createSend } from '../messaging/send';
import { isOrphan } from './take-over';

/** Sends to the background from our scripts in other people's pages. */
export const sendFromContent = createSend(contentContract, async (packet) => {
  if (isOrphan()) throw new AppError('extension-updated');
  return browser.runtime.sendMessage(packet);
});
