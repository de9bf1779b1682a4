import { expect, it } from 'vitest';

import { isStopped } from '@/lib/messaging/wire/stopped';

it.each([
  [
    'A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received',
    true,
  ],
  ['The message port closed before a response was received.', true],
  ['Promised response from onMessage listener went out of scope', true],
  ['Message manager disconnected', true],
  // It never had the message in hand.
  ['Could not establish connection. Receiving end does not exist.', false],
  ['Extension context invalidated.', false],
])('%s: %s', (message, stopped) => {
  expect(isStopped(new Error(message))).toBe(stopped);
});
