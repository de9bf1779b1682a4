import { describe, expect, it } from 'vitest';

import { DEFAULT_CHOICES } from '@/lib/core/tag/write/build-tag';
import { emptyDraft } from '@/lib/core/tracker/draft';
import { contract, type MessageName } from '@/lib/messaging/contract';
import type { Sender } from '@/lib/messaging/wire/message';

import { TAB } from './support/browser';
import { worldWithBuilder } from './support/builder';
import { haveKey } from './support/key';

interface Example {
  readonly from: Sender;
  /** What is sent; a builder's message gets its token besides. */
  readonly request: unknown;
  /** What comes back, or a part of it. */
  readonly reply: unknown;
  /** What the browser is asked to do. */
  readonly did?: string;
  /** Data that does not fit. */
  readonly unreadable: unknown;
}

const ID = 90_011;
const ACT = 'an-act-that-is-done-once';
const OPTION = {
  id: ID,
  name: 'A tracker',
  publisher: null,
  placement: null,
  state: 'active',
} as const;
const STATE = { tracker: OPTION, choices: DEFAULT_CHOICES, isNew: false };
const NEW = { name: 'New one', lineItemId: 640_303, publisherId: 880_202 };
const RUN = {
  advertiser: { id: 700_101, name: 'Harbour Coffee' },
  file: 'plan.xlsx',
  holdAt: null,
  undoes: null,
  rows: [{ row: 2, kind: 'unchanged', name: 'X', trackerId: ID, fields: [], issues: [] }],
};
const QUESTION = {
  advertiserId: 700_101,
  about: { kind: 'advertiser' },
  when: { kind: 'last-7-days' },
  by: 'day',
  timeZone: 'UTC',
};
const FIELD = { host: 'console.example', key: 'px', label: 'Pixel' };
const ORIGIN = 'https://console.example/*';

const page = (request: unknown, reply: unknown, unreadable: unknown, did?: string): Example => ({
  from: 'page',
  request,
  reply,
  unreadable,
  ...(did !== undefined && { did }),
});
const builder = (request: object, reply: unknown, unreadable: object, did?: string): Example => ({
  ...page(request, reply, unreadable, did),
  from: 'builder',
});
const content = (request: unknown, reply: unknown, unreadable: unknown, did?: string): Example => ({
  ...page(request, reply, unreadable, did),
  from: 'content',
});

/** Every message there is; one that is missing here does not compile. */
const EXAMPLES: Readonly<Record<MessageName, Example>> = {
  'session.signIn': page(
    { username: 'read.only', password: 'Piggyback#2026', baseUrl: '', confirmed: true },
    { username: 'read.only', readOnly: true },
    { username: 'read.only' },
  ),
  'session.signInByKey': page(
    { keyId: 'key-1', confirmed: true, beside: true },
    { username: 'trafficker', memberName: 'Tidewater Ads' },
    { keyId: 'key-1' },
  ),
  'session.switch': page(
    { account: 'ME' },
    { username: 'trafficker' },
    { account: { memberId: 4321 } },
  ),
  'session.resume': page(null, { username: 'trafficker' }, 'all'),
  'session.stay': page(null, null, {}),
  'session.registerKey': page({ keyId: 'key-2' }, null, { publicKey: 'PEM' }),
  'session.forget': page(
    { account: 'ME', data: 'keep', deactivate: false },
    { isDeactivated: false },
    { account: 'ME', data: 'keep' },
  ),
  'session.signOut': page({ recordings: 'keep' }, null, {}),
  'trackers.sync': page({ advertiserId: 700_101, whole: false }, { count: 2 }, { whole: false }),
  'trackers.cancelSync': page(null, null, 'all'),
  'trackers.save': page(
    { id: ID, advertiserId: 700_101, changes: { name: 'Renamed' } },
    { id: ID, name: 'Renamed' },
    { id: ID, advertiserId: 700_101, changes: { name: 1 } },
  ),
  'trackers.saving': page({ id: null, advertiserId: 700_101 }, null, { id: null }),
  'trackers.setState': page(
    { id: ID, state: 'inactive' },
    { id: ID, state: 'inactive' },
    { id: ID, state: 'paused' },
  ),
  'trackers.delete': page({ id: ID }, null, { id: null }),
  'trackers.open': page({ id: ID }, { id: ID, advertiserId: 700_101 }, { id: '90011' }),
  'trackers.lookUp': page({ ids: [ID, 1] }, { found: 1, absent: [1] }, { ids: ['90011'] }),
  'objects.search': page(
    { query: { kind: 'publisher' }, text: 'tidewater' },
    [{ id: 880_202, name: 'Tidewater News' }],
    { query: { kind: 'placement' }, text: '' },
  ),
  'objects.noteChosen': page({ query: { kind: 'publisher' }, id: 880_202 }, null, {
    query: { kind: 'placement' },
    id: 1,
  }),
  'bulk.listObjects': page(
    { query: { kind: 'line-item', advertiserId: 700_101 } },
    { isWhole: true },
    { query: { kind: 'advertiser' } },
  ),
  'bulk.start': page(RUN, { id: expect.any(String) }, { ...RUN, rows: [] }),
  'bulk.pause': page({ id: 'a-run' }, null, { id: 1 }),
  'bulk.goOn': page({ id: 'a-run' }, null, { id: null }),
  'bulk.release': page({ id: 'a-run' }, null, {}),
  'bulk.cancel': page({ id: 'a-run' }, null, { id: 'x'.repeat(101) }),
  'builder.openIn': page({ tabId: TAB }, null, { tabId: null }, 'place.open in 0'),
  'reports.metas': page(null, { length: 5, 0: { type: 'network_analytics' } }, {}),
  'reports.plan': page(
    { question: QUESTION },
    { kind: 'plan', plan: { type: 'network_analytics' } },
    { question: { ...QUESTION, by: 'week' } },
  ),
  'reports.ask': page({ question: QUESTION }, { kind: 'asked' }, {}),
  'reports.list': page(null, { running: [], kept: [] }, {}),
  'reports.get': page({ id: 'none' }, null, {}),
  'reports.cancel': page({ id: 'none' }, null, { id: 1 }),
  'reports.delete': page({ id: 'none' }, null, {}),
  'rehearsal.start': page({ tabId: TAB }, { state: 'on' }, { tabId: -1 }, 'rules 6'),
  'rehearsal.renew': page({ tabId: TAB }, { isOn: false }, { tabId: '7' }),
  'rehearsal.stop': page({ tabId: TAB }, null, {}, 'rules 0'),
  'rehearsal.askAccess': page(null, null, {}, 'access'),
  'workspace.open': page(
    { address: '#/trackers/12' },
    null,
    { address: 'https://elsewhere.example/' },
    'workspace at #/trackers/12',
  ),
  'toolbar.count': page(
    { tabId: TAB, requests: 3, errors: 1 },
    null,
    { tabId: TAB, requests: -1, errors: 0 },
    `3 requests, 1 with an error in ${TAB}`,
  ),
  'recording.capture': page(
    { tabId: TAB },
    { why: 'not-allowed' },
    { tabId: '7' },
    `captured ${TAB}`,
  ),
  'recording.readAccess': page(
    { sites: ['https://news.example', 'https://ads.example'] },
    { allowed: ['https://news.example'], isWaiting: false, isPutOff: false },
    { sites: Array.from({ length: 13 }, (_, at) => `https://${at}.example`) },
  ),
  'recording.askAccess': page(
    { sites: ['https://news.example'] },
    null,
    { sites: 'https://news.example' },
    'asked for https://news.example',
  ),
  'recording.putOffAccess': page(
    { site: 'https://news.example' },
    null,
    { site: null },
    'put off https://news.example',
  ),
  'consoles.enable': page({ origin: ORIGIN }, null, {}, `enabled ${ORIGIN}`),
  'consoles.disable': page({ origin: ORIGIN }, null, {}, `disabled ${ORIGIN}`),

  'builder.start': builder(
    {},
    { signedIn: true, canWrite: true, advertiserName: 'Harbour Coffee', window: null },
    { token: 'short' },
    'place.began in 0',
  ),
  'builder.searchTrackers': builder({ text: '90011' }, [{ id: ID }], { text: 'x'.repeat(1001) }),
  'builder.lookUp': builder({ ids: [ID, 1] }, [{ id: ID }], { ids: [null] }),
  'builder.searchObjects': builder(
    { kind: 'line-item', publisherId: null, text: '640303' },
    [{ id: 640_303 }],
    { kind: 'advertiser', publisherId: null, text: '' },
  ),
  'builder.noteChosen': builder({ kind: 'publisher', publisherId: null, id: 880_202 }, null, {
    kind: 'publisher',
    publisherId: null,
    id: '880202',
  }),
  'builder.sameInReports': builder(
    { lineItemId: 640_303, publisherId: 880_202, placementId: null, paymentRuleId: null },
    { count: expect.any(Number) },
    { lineItemId: 640_303, publisherId: null, placementId: null, paymentRuleId: null },
  ),
  'builder.createTracker': builder(
    { changes: NEW },
    { id: 120_001, name: 'New one', publisher: 'Tidewater News' },
    { changes: { state: 'paused' } },
    'place.still in 0',
  ),
  'builder.readDraft': builder({}, null, { token: null }),
  'builder.keepDraft': builder({ draft: emptyDraft() }, null, { draft: { name: 'half' } }),
  'builder.keepChoices': builder({ choices: DEFAULT_CHOICES }, null, { choices: {} }),
  'builder.noteState': builder({ state: STATE }, null, { state: null }),
  'builder.noteUse': builder({ tracker: OPTION }, null, { tracker: { id: ID } }),
  'builder.noteInserted': builder({ choices: DEFAULT_CHOICES }, null, { choices: null }),
  'builder.readField': builder({}, { outcome: 'read', text: '' }, { token: 1 }, 'field.read in 0'),
  'builder.put': builder(
    { id: ACT, text: 'a tag', where: 'cursor' },
    { outcome: 'taken' },
    { id: ACT, text: 'a tag', where: 'elsewhere' },
    'field.put in 0',
  ),
  'builder.undo': builder({ id: ACT }, { outcome: 'undone' }, { id: 'short' }, 'field.undo in 0'),
  'builder.outcome': builder(
    { id: ACT },
    { outcome: 'undone' },
    { id: 'short' },
    'field.outcome in 0',
  ),
  'builder.size': builder({ height: 300 }, null, { height: '300' }, 'place.size in 0'),
  'builder.move': builder({ dx: 1, dy: 2 }, null, { dx: 1 }, 'place.move in 0'),
  'builder.toWindow': builder(
    { state: STATE, reason: 'cannot-tell' },
    null,
    { state: STATE, reason: 'tired' },
    'window opened',
  ),
  'builder.openRule': builder(
    { code: 'cachebuster-missing' },
    null,
    { code: '../elsewhere' },
    'workspace at #/rules/cachebuster-missing',
  ),
  'builder.close': builder({}, null, { token: '' }, 'field.release in 0'),

  'builder.open': content(null, null, { tabId: 9 }, 'place.open in 0'),
  'builder.left': content({}, null, { token: 'short' }, 'field.release in 0'),
  'builder.failed': content({}, null, { token: 'short' }, 'window opened'),
  'field.dismiss': content({ scope: 'field', field: FIELD }, null, {
    scope: 'world',
    field: FIELD,
  }),
  'field.needButton': content(null, null, 0, `button in ${TAB}.0`),
  'field.addModelReader': content(null, null, 0, `model reader in ${TAB}.0`),
  'visits.start': page(
    { pages: [{ url: 'https://a.example/', ownIds: [] }], everywhereIds: [ID], limitSeconds: 30 },
    { id: expect.any(String) },
    { pages: [{ url: 'javascript:alert(1)', ownIds: [] }], everywhereIds: [], limitSeconds: 30 },
  ),
  'visits.pause': page({ id: 'run' }, null, { id: 7 }),
  'visits.goOn': page({ id: 'run' }, null, {}),
  'visits.stop': page({ id: 'run' }, null, null),
  'field.readDismissals': content(
    'console.example',
    { never: false, hosts: [], fields: [] },
    { host: 'console.example' },
  ),
};

const NAMES = Object.keys(contract).filter((name): name is MessageName => name in contract);
const SENDERS: readonly (Sender | null)[] = ['page', 'builder', 'content', null];
const REFUSED = { ok: false, failure: { code: 'unexpected' } };

/** A request with what only the running world knows: the builder's token, the service's address, who is there. */
function filledIn(request: unknown, token: string, baseUrl: string): unknown {
  if (typeof request !== 'object' || request === null) return request;
  const address = 'baseUrl' in request && { baseUrl };
  const account = 'account' in request &&
    request.account === 'ME' && { account: `${baseUrl} 4321 51007` };
  return { token, ...request, ...address, ...account };
}

/** A world with keys, where a message is about one. */
async function worldFor(name: MessageName) {
  const all = await worldWithBuilder();
  if (name === 'session.signInByKey') await haveKey(all);
  if (name === 'session.registerKey') await haveKey(all, { id: 'key-2', isRegistered: false });
  return all;
}

describe.each(NAMES)('%s', (name) => {
  const { from, request, reply, did, unreadable } = EXAMPLES[name];

  it(`is answered to the ${from} as the contract says`, async () => {
    const { background, browser, token, sandbox } = await worldFor(name);
    const data = filledIn(request, token, sandbox.httpUrl);
    const answer = await background.receive({ piggyback: name, data }, from);
    expect(answer).toMatchObject({ ok: true });
    const value = answer?.ok ? answer.value : undefined;
    expect(value).toEqual(contract[name].reply.parse(value));
    if (reply === null) expect(value).toBeNull();
    else expect(value).toMatchObject(Object(reply));
    if (did !== undefined) expect(browser.did).toContain(did);
  });

  it('is refused to everybody else, and where it cannot be read; and then nothing is done', async () => {
    const { background, browser, token, sandbox, wire } = await worldFor(name);
    const before = [structuredClone(browser.held), wire.sent.length];
    const data = filledIn(request, token, sandbox.httpUrl);
    const others = SENDERS.filter((sender) => sender !== from);
    for (const sender of others) {
      const answer = await background.receive({ piggyback: name, data }, sender);
      expect(answer, String(sender)).toMatchObject(REFUSED);
    }
    const bad = filledIn(unreadable, token, sandbox.httpUrl);
    expect(await background.receive({ piggyback: name, data: bad }, from)).toMatchObject(REFUSED);
    expect([browser.held, wire.sent.length]).toEqual(before);
    expect(browser.did).toEqual([]);
  });
});
