import { expect } from 'vitest';

import { changesOf, draftOf } from '@/lib/core/tracker/draft';

import { answerWith, withFields } from '../support/wire';
import { type World, world } from '../support/world';
import { cases } from './table';

const SMALL = 700_101;
const rename = ({ page }: World) =>
  page('trackers.save', { id: 90_011, advertiserId: SMALL, changes: { name: 'Renamed' } });

/** What a service that refuses a write in these words is taken to say. */
const refusedWith = (response: unknown, detail: string) => async () => {
  const all = await world();
  all.wire.put(async () => answerWith(response));
  await expect(rename(all)).rejects.toMatchObject({
    code: 'invalid-input',
    detail: expect.stringContaining(detail),
  });
};

cases('an error is read whatever types its parts have', [
  ['as documented', 'holds', refusedWith({ error_id: 'SYNTAX', error: 'Bad' }, 'Bad')],
  ['several texts', 'holds', refusedWith({ status: 'ERROR', error: ['a', 'b'] }, 'a')],
  [
    'a code that is a number',
    'holds',
    refusedWith({ error_id: 'SYNTAX', error_code: 1234, error: 'Invalid name' }, 'Invalid name'),
  ],
  [
    'a status that is null',
    'holds',
    refusedWith({ status: null, error_id: 'SYNTAX', error: 'Invalid name' }, 'Invalid name'),
  ],
]);

cases('what is odd in a tracker loses nothing', [
  [
    'blanks at the end of a name and a code are no change',
    'holds',
    async () => {
      const all = await world();
      all.wire.put(async (_, goOn) =>
        withFields(await goOn(), ({ imptracker }) => ({
          imptracker: { ...Object(imptracker), name: 'Spring burst ', code: 'abc ' },
        })),
      );
      const draft = draftOf(await all.page('trackers.open', { id: 90_011 }));
      expect(changesOf(draft, draft)).toEqual({});
    },
  ],
  [
    'a placement whose id is null is none',
    'holds',
    async () => {
      const all = await world();
      all.wire.put(async (_, goOn) =>
        withFields(await goOn(), ({ imptracker }) => ({
          imptracker: { ...Object(imptracker), tag: { id: null, name: null } },
        })),
      );
      expect(await all.page('trackers.open', { id: 90_011 })).toMatchObject({ placement: null });
    },
  ],
]);

cases('a list of the future is not taken for fresh', [
  [
    'where the clock was a year ahead when it was read',
    'holds',
    async () => {
      const all = await world();
      const sync = () => all.page('trackers.sync', { advertiserId: 700_102, whole: false });
      const now = all.clock.now();
      all.clock.forward(365 * 24 * 60);
      await all.page('session.signIn', all.typed('trafficker'));
      await sync();
      all.clock.set(new Date(now).toISOString());
      await all.page('session.signIn', all.typed('trafficker'));
      const before = all.wire.sentTo('GET', '/imptracker').length;
      await sync();
      expect(all.wire.sentTo('GET', '/imptracker').length - before).toBe(3);
    },
  ],
]);

const searched = (kind: 'advertiser' | 'publisher' | 'payment-rule' | 'placement') => async () => {
  const { page, wire } = await world();
  const query =
    kind === 'payment-rule' || kind === 'placement' ? { kind, publisherId: 880_202 } : { kind };
  await page('objects.search', { query, text: 'base' });
  const isDocumented = kind === 'advertiser' || kind === 'placement';
  expect(wire.sentTo('GET', `/${kind}`).some((one) => one.query.has('search'))).toBe(isDocumented);
};

cases('`search` is asked only of services that document it', [
  ['advertisers', 'holds', searched('advertiser')],
  ['placements', 'holds', searched('placement')],
  ['publishers are found another way', 'holds', searched('publisher')],
  ['payment rules too', 'holds', searched('payment-rule')],
]);
