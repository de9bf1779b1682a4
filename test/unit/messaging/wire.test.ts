import { describe, expect, it } from 'vitest';

import { AppError } from '@/lib/core/errors';
import { answerPacket, type Handlers } from '@/lib/messaging/answer';
import { contract } from '@/lib/messaging/contract';
import type { Sender } from '@/lib/messaging/message';
import { createSend } from '@/lib/messaging/send';

const context = { tabId: 1, frameId: 0, url: '', pageUrl: null };

const refuse = async () => {
  throw new AppError('unexpected', { detail: 'not in this test' });
};
const handlers: Handlers = {
  'session.signIn': refuse,
  'session.signOut': async () => null,
  'trackers.sync': async ({ advertiserId }) => ({ count: advertiserId }),
  'trackers.cancelSync': async () => null,
  'trackers.save': refuse,
  'trackers.delete': async () => {
    throw new AppError('rate-limited', { retryAfterSeconds: 7 });
  },
  'trackers.open': refuse,
  'objects.search': async () => [],
  'consoles.enable': async () => null,
  'consoles.disable': async () => null,
  'builder.open': async () => null,
  'builder.context': async () => ({
    signedIn: false,
    canWrite: false,
    advertiserName: null,
    choices: null,
    servers: [],
    adServerId: null,
    remembered: null,
    recent: [],
  }),
  'builder.searchTrackers': async () => [{ id: 1, name: 'One' }],
  'builder.write': refuse,
  'builder.reportField': refuse,
  'builder.searchObjects': async () => [],
  'builder.createTracker': refuse,
  'builder.readDraft': async () => null,
  'builder.keepDraft': async () => null,
  'builder.noteUse': async () => null,
  'field.dismiss': async () => null,
  'field.needButton': async () => null,
  'field.read': async () => '',
  'field.put': async () => 'taken',
  'builder.addModelReader': async () => null,
  'builder.keepChoices': async () => null,
  'field.readDismissals': async () => ({ never: false, hosts: [], fields: [] }),
};

const sendAs = (sender: Sender | null) =>
  createSend(contract, async (packet) => {
    const answer = await answerPacket(handlers, packet, sender, context);
    // What crosses a real channel is a copy.
    return answer === null ? undefined : structuredClone(answer);
  });

describe('a message', () => {
  it('is answered with what the contract says', async () => {
    const reply = await sendAs('page')('trackers.sync', { advertiserId: 5, whole: false });
    expect(reply).toEqual({ count: 5 });
  });
  it('brings failures back as they were thrown', async () => {
    await expect(sendAs('page')('trackers.delete', { id: 1 })).rejects.toMatchObject({
      code: 'rate-limited',
      retryAfterSeconds: 7,
    });
  });
});

describe('what a content script may not do', () => {
  it.each(['session.signOut', 'trackers.cancelSync'] as const)('%s', async (name) => {
    await expect(sendAs('content')(name, null)).rejects.toMatchObject({ code: 'unexpected' });
  });
  it('nor may a stranger send anything', async () => {
    await expect(sendAs(null)('builder.context', null)).rejects.toMatchObject({
      code: 'unexpected',
    });
  });
  it('but it may search trackers by name', async () => {
    const found = await sendAs('content')('builder.searchTrackers', { text: 'o' });
    expect(found).toEqual([{ id: 1, name: 'One' }]);
  });
});

describe('answerPacket', () => {
  it.each([
    [null],
    [1],
    ['text'],
    [{}],
    [{ piggyback: 'unknown.name', data: 1 }],
    [{ piggyback: 'toString' }],
  ])('%o is not for us', (packet) =>
    expect(answerPacket(handlers, packet, 'page', context)).toBeNull(),
  );
  it('refuses data that does not fit', async () => {
    const packet = { piggyback: 'trackers.sync', data: { advertiserId: '5' } };
    expect(await answerPacket(handlers, packet, 'page', context)).toMatchObject({ ok: false });
  });
});
