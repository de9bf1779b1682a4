import { type WebRequestEvent, WebRequestEventSchema } from '../../core/recording/web-request';

const CHANNEL = 'piggyback-web-request';

/**
 * From the background, which alone may listen to requests, to the recorders, which are in DevTools. Where no recorder is
 * there, nobody hears it, and nothing of it is kept.
 */
export function createWebRequestTeller(): (event: WebRequestEvent) => void {
  const channel = new BroadcastChannel(CHANNEL);
  return (event) => channel.postMessage(event);
}

/** Hears what the background is told of pixels, in whatever tab. */
export function onWebRequest(listener: (event: WebRequestEvent) => void): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', (event: MessageEvent<unknown>) => {
    const parsed = WebRequestEventSchema.safeParse(event.data);
    if (parsed.success) listener(parsed.data);
  });
}
