import { browser } from 'wxt/browser';

import { type Change, ChangeSchema } from '../../core/base/change';
import { type Notice, NoticeSchema } from '../../messaging/notices';

const CHANNEL = 'piggyback-notices';
const PACKET = 'changed';

/** Tells every open page of the extension. */
function createNotifier(): (notice: Notice) => void {
  const channel = new BroadcastChannel(CHANNEL);
  return (notice) => channel.postMessage(notice);
}

/** Tells every open page of what was written to the store. */
export function createChangeTeller(): (change: Change) => void {
  const notify = createNotifier();
  return (change) => notify({ kind: 'changed', change });
}

/** Hears what all pages are told, by the background or by each other; returns how to stop. */
export function onNotice(listener: (notice: Notice) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', (event: MessageEvent<unknown>) => {
    const parsed = NoticeSchema.safeParse(event.data);
    if (parsed.success) listener(parsed.data);
  });
  return () => channel.close();
}

/**
 * In the background: tells every open page, and of changed trackers the builder's page, too. Where that
 * stands in a frame of somebody else's page, browsers keep it apart from the channel.
 */
export function createNotifierForAll(): (notice: Notice) => void {
  const notify = createNotifier();
  return (notice) => {
    notify(notice);
    if (notice.kind !== 'changed' || notice.change.what !== 'trackers') return;
    const packet = { piggyback: PACKET, change: notice.change };
    // Most times nobody is there to hear it.
    browser.runtime.sendMessage(packet).catch(() => {});
  };
}

/** In the builder's page: hears of changes; returns how to stop. */
export function onChangeInFrame(listener: (change: Change) => void): () => void {
  const hear = (packet: unknown, sender: { id?: string; tab?: unknown }) => {
    if (sender.id !== browser.runtime.id || sender.tab !== undefined) return;
    const isChange = typeof packet === 'object' && packet && Reflect.get(packet, 'piggyback');
    if (isChange !== PACKET) return;
    const parsed = ChangeSchema.safeParse(Reflect.get(Object(packet), 'change'));
    if (parsed.success) listener(parsed.data);
  };
  browser.runtime.onMessage.addListener(hear);
  return () => browser.runtime.onMessage.removeListener(hear);
}
