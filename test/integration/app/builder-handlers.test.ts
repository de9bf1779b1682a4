import { describe, expect, it } from 'vitest';

import { DEFAULT_CHOICES } from '@/lib/core/tag/write/build-tag';
import { emptyDraft } from '@/lib/core/tracker/draft';
import { dropTracker, readDraft } from './support/stores';

import { CONTEXTS } from './support/background';
import { openBuilder, worldWithBuilder } from './support/builder';
import { serviceLines, world } from './support/world';

const NEW = { name: 'New one', lineItemId: 640_303, publisherId: 880_202 };
const FIRST = {
  id: 90_011,
  name: 'Whatever it was called then',
  publisher: null,
  placement: null,
  state: 'active',
} as const;
const DRAFT = { ...emptyDraft(), name: 'Half typed' };
const namesake = (lines: readonly string[]) => lines.filter((line) => line.includes('New one'));

describe('the builder begins', () => {
  it.each([
    ['for a person who may write', 'trafficker', { signedIn: true, canWrite: true }],
    ['for one who may only read', 'read.only', { signedIn: true, canWrite: false }],
  ])('%s', async (_, user, start) => {
    const { started } = await worldWithBuilder({ user });
    expect(started).toMatchObject({ ...start, advertiserName: 'Harbour Coffee', isResumed: false });
    expect(started.field).toMatchObject({ kind: 'textarea', labels: ['Pixel'] });
  });

  it('and says whose trackers these are', async () => {
    const { started } = await worldWithBuilder();
    expect(started.whose).toMatch(/^Tidewater Ads · 127\.0\.0\.1:\d+$/);
  });

  it('and tells nothing of trackers where nobody is signed in', async () => {
    const { started, builder, token } = await worldWithBuilder({ user: null });
    expect(started).not.toHaveProperty('whose');
    expect(started).toMatchObject({ signedIn: false, canWrite: false, recent: [], state: null });
    await expect(builder('builder.searchTrackers', { token, text: '' })).rejects.toMatchObject({
      code: 'session-expired',
    });
    expect(await builder('builder.lookUp', { token, ids: [90_011] })).toEqual([]);
  });

  it('only once: no other page speaks with its token', async () => {
    const { background, token } = await worldWithBuilder();
    const other = background.sendAs('builder', { ...CONTEXTS.builder, documentId: 'doc-5' });
    await expect(other('builder.readDraft', { token })).rejects.toMatchObject({
      code: 'builder-closed',
    });
  });
});

describe('what was used', () => {
  it('last comes first, by the name it has now, and no more than once', async () => {
    const { builder, token, db, colleague, page } = await worldWithBuilder();
    await builder('builder.noteUse', { token, tracker: FIRST });
    await colleague.change(90_011, { name: 'Renamed' });
    await page('trackers.open', { id: 90_011 });
    const found = await builder('builder.searchTrackers', { token, text: ' ' });
    expect(found.map(({ id, name }) => [id, name])).toEqual([
      [90_011, 'Renamed'],
      [90_012, expect.any(String)],
    ]);
    await dropTracker(db, 90_011);
    const left = await builder('builder.searchTrackers', { token, text: '' });
    expect(left.map(({ id }) => id)).toEqual([90_012]);
  });

  it('in this account of the console is remembered for it', async () => {
    const all = await worldWithBuilder();
    const choices = { ...DEFAULT_CHOICES, adServerId: 'gam', type: 'url' as const };
    await all.builder('builder.noteInserted', { token: all.token, choices });
    await all.builder('builder.keepChoices', { token: all.token, choices });
    const { started } = await openBuilder(all, all.background);
    expect(started.choices).toEqual(choices);
    expect(started.inserted).toEqual({
      adServerId: 'gam',
      type: 'url',
      advertiser: all.advertisers.small,
    });
  });
});

describe('another advertiser was chosen meanwhile', () => {
  it.each(['search', 'objects', 'create'])('the builder acts for neither: %s', async (what) => {
    const { builder, browser, token, advertisers, wire } = await worldWithBuilder();
    browser.held.advertiser = advertisers.medium;
    const before = wire.sent.length;
    const asked = {
      search: () => builder('builder.searchTrackers', { token, text: '' }),
      objects: () =>
        builder('builder.searchObjects', { token, kind: 'publisher', publisherId: null, text: '' }),
      create: () => builder('builder.createTracker', { token, changes: NEW }),
    }[what];
    await expect(asked?.()).rejects.toMatchObject({ code: 'advertiser-changed' });
    expect(wire.sent).toHaveLength(before);
  });
});

describe('the form of a new tracker', () => {
  it('comes back as it was left, until it is forgotten', async () => {
    const all = await worldWithBuilder();
    const { builder, token } = all;
    await builder('builder.keepDraft', { token, draft: DRAFT });
    const next = all.restarted();
    const again = await openBuilder(all, next);
    expect(await next.builder('builder.readDraft', { token: again.token })).toEqual(DRAFT);
    await next.builder('builder.keepDraft', { token: again.token, draft: null });
    expect(await next.builder('builder.readDraft', { token: again.token })).toBeNull();
  });

  it('goes with the tracker it made, even where its page has closed meanwhile', async () => {
    const { builder, token, db, wire } = await worldWithBuilder();
    await builder('builder.keepDraft', { token, draft: DRAFT });
    wire.put(async (_, goOn) => {
      const answer = await goOn();
      await builder('builder.close', { token });
      return answer;
    });
    await builder('builder.createTracker', { token, changes: NEW });
    expect(await readDraft(db, 'builder:700101')).toBeUndefined();
  });

  it('stays where the service refuses the tracker', async () => {
    const { builder, token } = await worldWithBuilder();
    await builder('builder.keepDraft', { token, draft: DRAFT });
    const changes = { ...NEW, lineItemId: 640_306 };
    await expect(builder('builder.createTracker', { token, changes })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    expect(await builder('builder.readDraft', { token })).toEqual(DRAFT);
  });

  it.each([
    ['at once', 0, 1],
    ['within a minute', 0.9, 1],
    ['later, which is another one', 1, 2],
  ])('saved twice %s', async (_, minutes, count) => {
    const { builder, token, colleague, clock } = await worldWithBuilder();
    const first = builder('builder.createTracker', { token, changes: NEW });
    if (minutes > 0) await first;
    clock.forward(minutes);
    await Promise.all([first, builder('builder.createTracker', { token, changes: NEW })]);
    expect(namesake(await serviceLines(colleague, 700_101))).toHaveLength(count);
  });

  it('that failed can be saved again', async () => {
    const { builder, token, sandbox, colleague } = await worldWithBuilder();
    sandbox.setFault({ kind: 'drop', method: 'POST', times: 1 });
    const save = () => builder('builder.createTracker', { token, changes: NEW });
    await expect(save()).rejects.toMatchObject({ code: 'network' });
    expect(await save()).toMatchObject({ name: 'New one' });
    expect(namesake(await serviceLines(colleague, 700_101))).toHaveLength(1);
  });

  it('is not saved by who may only read', async () => {
    const { builder, token, wire } = await worldWithBuilder({ user: 'read.only' });
    await expect(builder('builder.createTracker', { token, changes: NEW })).rejects.toMatchObject({
      code: 'not-permitted',
    });
    expect(wire.sentTo('POST', '/imptracker')).toEqual([]);
  });
});

describe('a person who leaves takes the open builders along', () => {
  it.each([
    ['signing out', null, true],
    ['somebody else signs in', 'read.only', true],
    ['the same person signs in again', 'trafficker', false],
  ])('%s', async (_, username, isClosed) => {
    const { page, typed, browser, builder, token } = await worldWithBuilder();
    await (username === null
      ? page('session.signOut', { recordings: 'keep' })
      : page('session.signIn', typed(username)));
    expect(browser.did.includes('place.close in 0')).toBe(isClosed);
    const asked = builder('builder.readDraft', { token });
    if (isClosed) await expect(asked).rejects.toMatchObject({ code: 'builder-closed' });
    else expect(await asked).toBeNull();
  });
});

describe('where the small button is not wanted', () => {
  it.each([
    ['field', { never: false, hosts: [], fields: [{ key: 'px' }] }, { fields: [] }],
    ['site', { never: false, hosts: ['a.example'], fields: [] }, { hosts: [] }],
    ['all', { never: true, hosts: [], fields: [] }, { never: true }],
  ] as const)(
    '%s: it is told there, and elsewhere only what concerns it',
    async (scope, here, there) => {
      const { content } = await world();
      const field = { host: 'a.example', key: 'px', label: 'Pixel' };
      await content('field.dismiss', { scope, field });
      expect(await content('field.readDismissals', 'a.example')).toMatchObject(here);
      expect(await content('field.readDismissals', 'b.example')).toMatchObject(there);
    },
  );
});

it('a content script outside of any tab is refused', async () => {
  const { background } = await world();
  const nowhere = background.sendAs('content', { ...CONTEXTS.content, tabId: null });
  await expect(nowhere('field.needButton', null)).rejects.toMatchObject({ code: 'unexpected' });
});
