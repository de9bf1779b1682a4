import { browser } from 'wxt/browser';

import type { Sender } from '../messaging/contract';
import { answerPacket, createSend, type Handlers } from '../messaging/wire';

/** Sends to the background from any other part of the extension. */
export const send = createSend((packet) => browser.runtime.sendMessage(packet));

/** Answers in the background. To be called at once on start, before anything is awaited. */
export function listen(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((packet: unknown, sender, respond) => {
    const answer = answerPacket(handlers, packet, senderOf(sender), {
      tabId: sender.tab?.id ?? null,
      frameId: sender.frameId ?? null,
      url: sender.url ?? '',
      pageUrl: sender.tab?.url ?? null,
    });
    if (!answer) return false;
    void answer.then(respond);
    // Keeps the channel open until the answer is there.
    return true;
  });
}

function senderOf(sender: { id?: string; url?: string; tab?: unknown }): Sender | null {
  if (sender.id !== browser.runtime.id) return null;
  if (sender.url?.startsWith(browser.runtime.getURL('/'))) return 'page';
  return sender.tab ? 'content' : null;
}
