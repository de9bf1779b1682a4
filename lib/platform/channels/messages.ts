import { browser } from 'wxt/browser';

import { answerPacket, type Handlers } from '../../messaging/wire/answer';
import { AppError } from '../../core/base/errors';
import { isStopped } from '../../messaging/wire/stopped';
import type { Sender } from '../../messaging/wire/message';
import type { SendFromPage } from '../../app/trackers/from-pages';
import { commonContract } from '../../messaging/common-contract';
import { createSend } from '../../messaging/wire/send';

/** Sends to the background from the extension's own pages. */
export const send: SendFromPage = createSend(commonContract, async (packet) => {
  try {
    return await browser.runtime.sendMessage(packet);
  } catch (error) {
    throw isStopped(error) ? new AppError('background-stopped') : error;
  }
});

/** Answers in the background. To be called at once on start, before anything is awaited. */
export function listen(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((packet: unknown, sender, respond) => {
    const documentId: unknown = Reflect.get(sender, 'documentId');
    const answer = answerPacket(handlers, packet, senderOf(sender), {
      tabId: sender.tab?.id ?? null,
      frameId: sender.frameId ?? null,
      documentId: typeof documentId === 'string' ? documentId : null,
      url: sender.url ?? '',
      pageUrl: sender.tab?.url ?? null,
    });
    if (!answer) return false;
    void answer.then(respond);
    // Keeps the channel open until the answer is there.
    return true;
  });
}

// The builder is the one page of ours that others can have in a frame, so it may ask for less.
function senderOf(sender: { id?: string; url?: string; tab?: unknown }): Sender | null {
  if (sender.id !== browser.runtime.id) return null;
  const own = browser.runtime.getURL('/');
  if (!sender.url?.startsWith(own)) return sender.tab ? 'content' : null;
  return /^builder\.html(?:[?#]|$)/.test(sender.url.slice(own.length)) ? 'builder' : 'page';
}
