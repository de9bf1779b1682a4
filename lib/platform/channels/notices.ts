import { type Notice, NoticeSchema } from '../../messaging/notices';

const CHANNEL = 'piggyback-notices';

/** Tells every open page of the extension. */
export function createNotifier(): (notice: Notice) => void {
  const channel = new BroadcastChannel(CHANNEL);
  return (notice) => channel.postMessage(notice);
}

/** Hears what the background tells; returns how to stop. */
export function onNotice(listener: (notice: Notice) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', (event: MessageEvent<unknown>) => {
    const parsed = NoticeSchema.safeParse(event.data);
    if (parsed.success) listener(parsed.data);
  });
  return () => channel.close();
}
