import { describe, expect, it } from 'vitest';

import { AppError } from '@/lib/core/base/errors';
import { answerPacket, type Handlers } from '@/lib/messaging/wire/answer';
import { contract, type MessageName } from '@/lib/messaging/contract';
import type { Sender } from '@/lib/messaging/wire/message';
import { createSend } from '@/lib/messaging/wire/send';

const context = { tabId: 1, frameId: 0, documentId: null, url: '', pageUrl: null };
const token = 'a-token-of-thirty-two-characters';
const OPTION = { id: 1, name: 'One', publisher: null, placement: null, state: 'active' as const };

const refuse = async () => {
  throw new AppError('unexpected', { detail: 'not in this test' });
};
const handlers: Handlers = {
  'session.signIn': refuse,
  'session.signInByKey': refuse,
  'session.switch': refuse,
  'session.resume': refuse,
  'session.stay': refuse,
  'session.registerKey': refuse,
  'session.forget': refuse,
  'session.signOut': async () => null,
  'trackers.sync': async ({ advertiserId }) => ({ count: advertiserId }),
  'trackers.cancelSync': async () => null,
  'trackers.save': refuse,
  'trackers.saving': async () => null,
  'trackers.setState': refuse,
  'trackers.delete': async () => {
    throw new AppError('rate-limited', { retryAfterSeconds: 7 });
  },
  'trackers.lookUp': async () => ({ found: 0, absent: [] }),
  'trackers.open': refuse,
  'objects.search': async () => [],
  'bulk.listObjects': async () => ({ objects: [], isWhole: true }),
  'bulk.start': async () => ({ id: 'run' }),
  'bulk.pause': async () => null,
  'bulk.goOn': async () => null,
  'bulk.release': async () => null,
  'bulk.cancel': async () => null,
  'visits.start': async () => ({ id: 'run' }),
  'visits.pause': async () => null,
  'visits.goOn': async () => null,
  'visits.stop': async () => null,
  'workspace.open': async () => null,
  'toolbar.count': async () => null,
  'recording.capture': async () => ({ why: 'failed' }),
  'recording.readAccess': async ({ sites }) => ({
    allowed: sites,
    isWaiting: false,
    isPutOff: false,
  }),
  'recording.askAccess': async () => null,
  'recording.putOffAccess': async () => null,
  'reports.metas': async () => [],
  'reports.plan': refuse,
  'reports.ask': refuse,
  'reports.list': async () => ({ running: [], kept: [] }),
  'reports.get': async () => null,
  'reports.cancel': async () => null,
  'reports.delete': async () => null,
  'rehearsal.start': async () => ({ state: 'on' }),
  'rehearsal.renew': async () => ({ isOn: true }),
  'rehearsal.stop': async () => null,
  'rehearsal.askAccess': async () => null,
  'consoles.enable': async () => null,
  'consoles.disable': async () => null,
  'builder.openIn': async () => null,
  'builder.open': async () => null,
  'builder.left': async () => null,
  'builder.failed': async () => null,
  'builder.start': refuse,
  'builder.searchTrackers': async () => [OPTION],
  'builder.lookUp': async () => [],
  'builder.searchObjects': async () => [],
  'builder.noteChosen': async () => null,
  'builder.sameInReports': async () => ({ named: [], count: 0, isWhole: true }),
  'objects.noteChosen': async () => null,
  'builder.createTracker': refuse,
  'builder.readDraft': async () => null,
  'builder.keepDraft': async () => null,
  'builder.keepChoices': async () => null,
  'builder.noteState': async () => null,
  'builder.noteUse': async () => null,
  'builder.noteInserted': async () => null,
  'builder.readField': async () => ({ outcome: 'read' as const, text: '' }),
  'builder.put': async () => ({ outcome: 'taken' as const }),
  'builder.undo': async () => ({ outcome: 'undone' as const }),
  'builder.outcome': async () => ({ outcome: 'taken' as const }),
  'builder.size': async () => null,
  'builder.move': async () => null,
  'builder.toWindow': async () => null,
  'builder.openRule': async () => null,
  'builder.close': async () => null,
  'field.dismiss': async () => null,
  'field.needButton': async () => null,
  'field.addModelReader': async () => null,
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

// A content script that was taken over by its page, and the one page of ours that others can frame.
describe('who may send what', () => {
  const names = Object.keys(contract).filter((name): name is MessageName => name in contract);
  const refusal = { ok: false, failure: { code: 'unexpected' } };
  const sent = (name: string, sender: Sender | null) =>
    answerPacket(handlers, { piggyback: name, data: null }, sender, context);
  const forContent = [
    'builder.open',
    'builder.left',
    'builder.failed',
    'field.dismiss',
    'field.needButton',
    'field.addModelReader',
    'field.readDismissals',
  ];

  it.each(names.filter((name) => !forContent.includes(name)))(
    'no content script: %s',
    async (name) => expect(await sent(name, 'content')).toMatchObject(refusal),
  );
  it.each(names.filter((name) => !contract[name].from.some((from) => from === 'builder')))(
    'not the builder’s page: %s',
    async (name) => expect(await sent(name, 'builder')).toMatchObject(refusal),
  );
  it.each(names.filter((name) => !contract[name].from.some((from) => from === 'page')))(
    'no other page: %s',
    async (name) => expect(await sent(name, 'page')).toMatchObject(refusal),
  );
  it.each(names)('no stranger: %s', async (name) =>
    expect(await sent(name, null)).toMatchObject(refusal),
  );
  it.each(names.filter((name) => contract[name].from.some((from) => from === 'builder')))(
    'the builder’s page only with a token: %s',
    async (name) => expect(await sent(name, 'builder')).toMatchObject(refusal),
  );
  it('the builder’s page may search trackers by name', async () => {
    const found = await sendAs('builder')('builder.searchTrackers', { token, text: 'o' });
    expect(found).toEqual([OPTION]);
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
