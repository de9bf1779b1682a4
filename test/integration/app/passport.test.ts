import { describe, expect, it } from 'vitest';

import { createBulkUses } from '@/lib/app/trackers/bulk/from-pages';
import { followRun } from '@/lib/app/trackers/bulk/follow-run';
import { judgeFor } from '@/lib/app/trackers/passport';
import { DEFAULT_CHOICES } from '@/lib/core/tag/write/build-tag';
import { planState } from '@/lib/core/tracker-sheet/state-plan';
import type { PlannedRow } from '@/lib/core/tracker-sheet/planned-row';
import { readEvents } from '@/lib/store/tracker-events';
import { findTrackers } from '@/lib/store/trackers';
import { changeRequests, putVerification } from '@/lib/store/verifications';

import { request, verification } from '../../unit/core/verification/build';
import { SMALL } from './support/bulk';
import { worldWithBuilder } from './support/builder';
import { world, type World } from './support/world';

const IDS = [90_011, 90_012];

async function kindsOf({ db, browser }: Pick<World, 'db' | 'browser'>, id: number) {
  const { rows } = await readEvents(db, await browser.plugs.account(), id);
  return rows.map((event) => [event.kind, 'fields' in event ? event.fields.join() : '']);
}

/** Looks again whenever anything else had its turn: a test has no channel of notices. */
function everyTurn(listener: () => void): () => void {
  let isOn = true;
  const turn = () => {
    if (!isOn) return;
    listener();
    setImmediate(turn);
  };
  setImmediate(turn);
  return () => void (isOn = false);
}

async function stateWorld() {
  const all = await world();
  await all.page('trackers.sync', { advertiserId: SMALL.id, whole: true });
  const uses = createBulkUses({
    send: all.background.page,
    database: async () => all.db,
    account: all.browser.plugs.account,
  });
  const account = await all.browser.plugs.account();
  const follow = (rows: readonly PlannedRow[], signal = new AbortController().signal) =>
    followRun(
      { advertiser: SMALL, act: 'deactivate', rows, account },
      { uses, onMove: everyTurn, onRun: () => {}, signal, left: new AbortController().signal },
    );
  const plan = async (state: 'active' | 'inactive') =>
    planState(await findTrackers(all.db, await all.browser.plugs.account(), IDS), state);
  return { ...all, follow, plan };
}

describe('many that are switched', () => {
  it('are, and their passports say so; what was so already is not sent, nor noted', async () => {
    const all = await stateWorld();
    const rows = await all.plan('inactive');
    const changing = rows.filter(({ kind }) => kind === 'change').length;
    const end = await all.follow(rows);
    expect(end).toMatchObject({ changed: changing, failed: [], notSent: 0, failure: null });
    for (const { kind, tracker } of rows) {
      expect(await kindsOf(all, tracker?.id ?? 0)).toEqual(
        kind === 'change' ? [['changed', 'state']] : [],
      );
    }
    const again = await all.plan('inactive');
    expect(again.map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged']);
  });

  it('are ended by who looks on: what was not sent is counted', async () => {
    const all = await stateWorld();
    const stopper = new AbortController();
    stopper.abort();
    const rows = await all.plan('inactive');
    const end = await all.follow(rows, stopper.signal);
    expect((end?.changed ?? 0) + (end?.notSent ?? 0)).toBe(
      rows.filter(({ kind }) => kind === 'change').length,
    );
  });
});

describe('what is noted as it is done', () => {
  it('is a tag that went into a console, or was copied there, with the console’s host alone', async () => {
    const all = await worldWithBuilder();
    const { builder, token, db, browser } = all;
    const choices = { ...DEFAULT_CHOICES, adServerId: 'gam', type: 'url' as const };
    await builder('builder.noteInserted', { token, choices, trackerId: 90_012 });
    const option = {
      id: 90_011,
      name: 'One',
      publisher: null,
      placement: null,
      state: 'active' as const,
    };
    await builder('builder.noteUse', {
      token,
      tracker: { ...option, state: 'active' },
      isCopied: true,
    });
    await builder('builder.noteUse', { token, tracker: option });
    const account = await browser.plugs.account();
    const [inserted] = (await readEvents(db, account, 90_012)).rows;
    expect(inserted).toMatchObject({ kind: 'inserted', adServerId: 'gam', type: 'url' });
    expect(inserted && 'console' in inserted && inserted.console).not.toMatch(/[/:?]/);
    expect(await kindsOf(all, 90_011)).toEqual([['copied', '']]);
  });

  it('is a tracker that is made, changed and deleted', async () => {
    const all = await world();
    const { id } = await all.page('trackers.save', {
      id: null,
      advertiserId: SMALL.id,
      changes: { name: 'New one', lineItemId: 640_303, publisherId: 880_202 },
    });
    await all.page('trackers.save', { id, advertiserId: SMALL.id, changes: { code: 'A' } });
    await all.page('trackers.delete', { id });
    // All at one moment of the test's clock.
    expect((await kindsOf(all, id)).toSorted()).toEqual([
      ['changed', 'code'],
      ['created', ''],
      ['deleted', ''],
    ]);
  });
});

describe('what came of it where it was seen firing', () => {
  const knowledge = {
    findTrackers: async () => [],
    hasTrackers: async () => false,
    adServers: async () => [],
    ownHosts: async () => [],
  };
  it('is what the whole recording says, expected there or not; nothing where it is gone', async () => {
    const { db, browser } = await world();
    await putVerification(db, await browser.plugs.account(), verification({ id: 'v' }));
    await changeRequests(db, 'v', {
      changed: [
        request('https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=1'),
        request('https://ib.adnxs.com/imptr?id=532&t=2&cachebuster=[CACHEBUSTER]'),
      ],
    });
    expect(await judgeFor(db, knowledge, 531, 'v')).toBe('pass');
    expect(['fail', 'warning']).toContain(await judgeFor(db, knowledge, 532, 'v'));
    expect(await judgeFor(db, knowledge, 531, 'gone')).toBeNull();
  });
});
