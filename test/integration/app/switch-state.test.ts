import { describe, expect, it } from 'vitest';

import { z } from '@/lib/core/base/schema';
import { formDraftKey } from '@/lib/core/tracker/draft-key';

import { leave } from './support/background';
import { findTrackers, readDraft, writeDraft } from './support/stores';
import { holdBack } from './support/wire';
import { world } from './support/world';

const ID = 90_011;
const Body = z.object({ imptracker: z.object({ state: z.string() }) });

const statesSent = (wire: Awaited<ReturnType<typeof world>>['wire']) =>
  wire.sentTo('PUT', '/imptracker').map(({ body }) => Body.parse(body).imptracker.state);

describe('a tracker that is switched', () => {
  it('is as the service answered, and cached; nothing but its state is sent', async () => {
    const { page, db, wire } = await world();
    const answer = await page('trackers.setState', { id: ID, state: 'inactive' });
    expect(answer).toMatchObject({ id: ID, state: 'inactive' });
    expect(await findTrackers(db, [ID])).toEqual([answer]);
    expect(wire.sentTo('PUT', '/imptracker').map(({ body }) => body)).toEqual([
      { imptracker: { state: 'inactive' } },
    ]);
  });

  it('keeps what is typed into its form', async () => {
    const { page, db } = await world();
    const key = formDraftKey(700_101, ID);
    await page('trackers.open', { id: ID });
    await writeDraft(db, key, { name: 'Still being typed' });
    await page('trackers.setState', { id: ID, state: 'inactive' });
    expect(await readDraft(db, key)).toEqual({ name: 'Still being typed' });
  });

  it('pressed again and again, has the last wish, and each is sent in its turn', async () => {
    const all = await world();
    const { page, wire } = all;
    const { begun, goOn } = holdBack(all, 'PUT', '/imptracker');
    const wishes = (['inactive', 'active', 'inactive'] as const).map((state) =>
      page('trackers.setState', { id: ID, state }),
    );
    await begun;
    goOn();
    expect((await Promise.all(wishes)).map(({ state }) => state)).toEqual([
      'inactive',
      'active',
      'inactive',
    ]);
    expect(statesSent(wire)).toEqual(['inactive', 'active', 'inactive']);
    expect(await page('trackers.open', { id: ID })).toMatchObject({ state: 'inactive' });
  });

  it('the same wish twice is one', async () => {
    const { page, wire } = await world();
    const wish = { id: ID, state: 'inactive' } as const;
    await Promise.all([page('trackers.setState', wish), page('trackers.setState', wish)]);
    expect(statesSent(wire)).toEqual(['inactive']);
  });

  it('a wish after one that failed is sent all the same', async () => {
    const { page, wire } = await world();
    let fails = true;
    wire.put(async ({ method }, goOn) => {
      const isFirst = method === 'PUT' && fails;
      if (!isFirst) return goOn();
      fails = false;
      return new Response('{}', { status: 400 });
    });
    const [first, second] = await Promise.allSettled([
      page('trackers.setState', { id: ID, state: 'inactive' }),
      page('trackers.setState', { id: ID, state: 'active' }),
    ]);
    expect([first.status, second.status]).toEqual(['rejected', 'fulfilled']);
    expect(statesSent(wire)).toEqual(['inactive', 'active']);
  });

  it('is switched though its page is closed and the worker stopped in the middle', async () => {
    const { page, wire, restarted } = await world();
    const sent = Promise.withResolvers<void>();
    wire.put(async ({ method }, goOn) => {
      if (method !== 'PUT') return goOn();
      sent.resolve();
      // The worker dies before it hears.
      return new Promise<never>(() => {});
    });
    leave(page('trackers.setState', { id: ID, state: 'inactive' }));
    await sent.promise;
    wire.clear();
    const next = restarted();
    await expect
      .poll(async () => (await next.page('trackers.open', { id: ID })).state)
      .toBe('inactive');
  });

  it('is not switched by who has signed in while it waited for its turn', async () => {
    const all = await world();
    const { page, wire, typed } = all;
    const { begun, goOn } = holdBack(all, 'PUT', '/imptracker');
    const wishes = [
      page('trackers.setState', { id: ID, state: 'inactive' }),
      page('trackers.setState', { id: ID, state: 'active' }),
    ];
    const ended = Promise.allSettled(wishes);
    await begun;
    await page('session.signOut', { recordings: 'keep' });
    await page('session.signIn', typed('no.trackers'));
    goOn();
    const [, second] = await ended;
    expect(second).toMatchObject({ status: 'rejected', reason: { code: 'session-expired' } });
    expect(statesSent(wire)).toEqual(['inactive']);
  });

  it('is refused to who may only read, before anything is sent', async () => {
    const { page, wire } = await world({ user: 'read.only' });
    await expect(page('trackers.setState', { id: ID, state: 'inactive' })).rejects.toMatchObject({
      code: 'not-permitted',
    });
    expect(statesSent(wire)).toEqual([]);
  });
});
