import { describe, expect, it } from 'vitest';

import type { TrackerChanges } from '@/lib/core/tracker/draft';
import { versionOf, type Version } from '@/lib/core/tracker/versions';

import { findTrackers } from './support/stores';
import { withFields } from './support/wire';
import { type World, world } from './support/world';

const ID = 90_011;
const ADVERTISER = 700_101;
const MINUTE = 1;

/** A form of the tracker, open since a minute. */
async function openForm() {
  const all = await world();
  const tracker = await all.page('trackers.open', { id: ID });
  all.clock.forward(MINUTE);
  const began = versionOf(tracker);
  const save = (changes: TrackerChanges, of: Version = began) =>
    all.page('trackers.save', { id: ID, advertiserId: ADVERTISER, changes, began: of });
  return { ...all, began, tracker, save };
}
const written = ({ wire }: Pick<World, 'wire'>) => wire.sentTo('PUT', '/imptracker');
const MEANWHILE = { code: 'changed-meanwhile' };

describe('before a change is sent, the tracker is looked at', () => {
  it.each<[string, object]>([
    ['its name', { name: 'Theirs' }],
    ['another field than mine', { code: 'T-1' }],
    ['its state', { state: 'inactive' }],
    ['its line item', { line_item: { id: 640_304 } }],
    [
      'its publisher and placement',
      { publisher: { id: 880_202 }, tag: { id: 15_150_404 }, payment_rule: null },
    ],
    ['the same as I', { name: 'Mine' }],
  ])(
    'somebody has changed %s: nothing is sent, and what is there now is cached',
    async (_, part) => {
      const form = await openForm();
      await form.colleague.change(ID, part);
      await expect(form.save({ name: 'Mine' })).rejects.toMatchObject(MEANWHILE);
      expect(written(form)).toEqual([]);
      const [now] = await findTrackers(form.db, [ID]);
      expect(now?.lastModified).toBeGreaterThan(form.began.lastModified);
      // And once a person has decided, it is saved.
      const saved = await form.save({ name: 'Decided' }, versionOf(now ?? form.tracker));
      expect(saved.name).toBe('Decided');
      expect(written(form)).toHaveLength(1);
    },
  );

  it('in the same second, which its time of change does not tell', async () => {
    const all = await world();
    const began = versionOf(await all.page('trackers.open', { id: ID }));
    await all.colleague.change(ID, { name: 'Theirs' });
    const [row] = (await all.colleague.list(ADVERTISER)).filter(({ id }) => id === ID);
    const now = Date.parse(`${row?.last_modified.replace(' ', 'T')}Z`);
    const asked = { id: ID, advertiserId: ADVERTISER, changes: { code: 'M' } };
    const same = { ...began, lastModified: now };
    await expect(all.page('trackers.save', { ...asked, began: same })).rejects.toMatchObject(
      MEANWHILE,
    );
  });

  it('nobody has: one look, one change, and only what changed', async () => {
    const form = await openForm();
    const before = form.wire.sent.length;
    await form.save({ name: 'Mine' });
    const sent = form.wire.sent.slice(before);
    expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /imptracker',
      'PUT /imptracker',
    ]);
    expect(sent[1]?.body).toEqual({ imptracker: { name: 'Mine' } });
  });

  it('it was only touched, and every field is as it was', async () => {
    const form = await openForm();
    await form.colleague.change(ID, { name: form.tracker.name });
    expect((await form.save({ code: 'M' })).code).toBe('M');
  });

  it('again, where somebody changed it once more while it was decided', async () => {
    const form = await openForm();
    await form.colleague.change(ID, { name: 'Theirs' });
    await expect(form.save({ name: 'Mine' })).rejects.toMatchObject(MEANWHILE);
    const [now] = await findTrackers(form.db, [ID]);
    form.clock.forward(MINUTE);
    await form.colleague.change(ID, { name: 'Theirs again' });
    await expect(form.save({ name: 'Mine' }, versionOf(now ?? form.tracker))).rejects.toMatchObject(
      MEANWHILE,
    );
    expect(written(form)).toEqual([]);
  });

  it('the service shows it as it was before the form was opened: its copy lags, and tells nothing', async () => {
    const form = await openForm();
    await form.save({ name: 'First' });
    const began = versionOf((await findTrackers(form.db, [ID]))[0] ?? form.tracker);
    form.wire.put(async ({ method }, goOn) =>
      method === 'GET'
        ? withFields(await goOn(), ({ imptracker }) => ({
            imptracker: {
              ...Object(imptracker),
              name: form.tracker.name,
              last_modified: '2020-01-01 00:00:00',
            },
          }))
        : goOn(),
    );
    expect((await form.save({ name: 'Second' }, began)).name).toBe('Second');
  });

  it('somebody has deleted it: that is said, and it is not made anew', async () => {
    const form = await openForm();
    await form.colleague.remove(ID);
    await expect(form.save({ name: 'Mine' })).rejects.toMatchObject({ code: 'not-found' });
    expect(written(form)).toEqual([]);
  });

  it.each([
    [{ kind: 'drop' }, 'network'],
    [{ kind: '503', throttling: false }, 'service-down'],
    [{ kind: 'expired', variant: 'noauth-200' }, 'session-expired'],
    [{ kind: 'expired', variant: 'noauth-401' }, 'session-expired'],
    [{ kind: 'expired', variant: 'syntax-200' }, 'session-expired'],
  ] as const)('and cannot be seen (%o): nothing is sent', async (fault, code) => {
    const form = await openForm();
    form.sandbox.setFault({ ...fault, method: 'GET', path: '/imptracker' });
    await expect(form.save({ name: 'Mine' })).rejects.toMatchObject({ code });
    expect(written(form)).toEqual([]);
  });
});

describe('a change whose answer was lost', () => {
  it('is looked for, and found', async () => {
    const form = await openForm();
    form.sandbox.setFault({ kind: 'drop', afterWork: true, method: 'PUT', times: 1 });
    expect((await form.save({ name: 'Mine' })).name).toBe('Mine');
    expect(written(form)).toHaveLength(1);
  });

  it('and over which somebody has written since, is a person’s to decide', async () => {
    const form = await openForm();
    form.wire.put(async ({ method }, goOn) => {
      const answer = await goOn();
      if (method !== 'PUT') return answer;
      form.clock.forward(MINUTE);
      await form.colleague.change(ID, { name: 'Theirs' });
      throw new TypeError('the line is gone');
    });
    await expect(form.save({ name: 'Mine' })).rejects.toMatchObject(MEANWHILE);
    expect((await findTrackers(form.db, [ID]))[0]?.name).toBe('Theirs');
  });
});

it('what the service adds to a tracker one day is neither sent nor lost', async () => {
  const form = await openForm();
  const added = { frequency: { cap: 3 }, labels: ['a'], clicktracker: { id: 5 } };
  form.wire.put(async (_, goOn) =>
    withFields(await goOn(), ({ imptracker }) => ({
      imptracker: {
        ...Object(imptracker),
        ...added,
        publisher: { id: 880_202, name: 'N', tier: 2 },
      },
    })),
  );
  const tracker = await form.page('trackers.open', { id: ID });
  const saved = await form.save({ name: 'Mine', paymentRuleId: null }, versionOf(tracker));
  expect(saved.name).toBe('Mine');
  expect(written(form).map(({ body }) => body)).toEqual([
    { imptracker: { name: 'Mine', payment_rule: null } },
  ]);
});
