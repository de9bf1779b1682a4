import { describe, expect, it, vi } from 'vitest';

import type { Handlers } from '@/lib/messaging/wire/answer';
import { listen } from '@/lib/platform/channels/messages';

type Listener = (packet: unknown, sender: object, respond: (answer: unknown) => void) => boolean;
// Other files of this process may have loaded what is tested here, with their own browser.
vi.hoisted(() => vi.resetModules());
const heard = vi.hoisted(() => ({ listeners: new Array<Listener>() }));

vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      id: 'ours',
      getURL: (path: string) => `chrome-extension://ours${path}`,
      onMessage: { addListener: (listener: Listener) => heard.listeners.push(listener) },
    },
  },
}));

// Whatever may be sent is refused by this; only who sent it is asked for here.
const handlers = new Proxy<Handlers>(Object(null), { get: () => async () => null });
listen(handlers);

const PAGE = { piggyback: 'trackers.cancelSync', data: null };
const BUILDER = { piggyback: 'builder.close', data: { token: 'a-token-of-thirty-two-characters' } };
const CONTENT = { piggyback: 'builder.open', data: null };
const tab = { id: 7 };

/** Which of the three kinds of messages are taken from this sender. */
async function takenFrom(sender: object): Promise<string> {
  const taken: string[] = [];
  for (const [kind, packet] of Object.entries({ PAGE, BUILDER, CONTENT })) {
    const answer = await new Promise<unknown>((resolve) => {
      heard.listeners[0]?.(packet, sender, resolve);
    });
    if (Reflect.get(Object(answer), 'ok') === true) taken.push(kind);
  }
  return taken.join(' ');
}

describe('who sent a message is told by the browser', () => {
  it.each([
    ['the popup', { url: 'chrome-extension://ours/popup.html' }, 'PAGE'],
    ['the workspace, in a tab', { url: 'chrome-extension://ours/workspace.html#/x', tab }, 'PAGE'],
    ['the builder', { url: 'chrome-extension://ours/builder.html#token', tab }, 'BUILDER'],
    [
      'the builder, asked otherwise',
      { url: 'chrome-extension://ours/builder.html?x', tab },
      'BUILDER',
    ],
    [
      'a page that is only named like it',
      { url: 'chrome-extension://ours/builder.html.x', tab },
      'PAGE',
    ],
    ['our script in a page', { url: 'https://console.example/', tab }, 'CONTENT'],
    ['a page that names our builder', { url: 'https://x.example/builder.html', tab }, 'CONTENT'],
    ['another extension’s page', { id: 'theirs', url: 'chrome-extension://ours/popup.html' }, ''],
    ['nobody’s script', { url: 'https://console.example/' }, ''],
    ['one of no address', {}, ''],
  ])('%s', async (_, sender, taken) =>
    expect(await takenFrom({ id: 'ours', ...sender })).toBe(taken),
  );
});
