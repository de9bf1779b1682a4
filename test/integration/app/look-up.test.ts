import { describe, expect, it } from 'vitest';

import { findTrackers } from './support/stores';
import { world } from './support/world';

/** Of two advertisers. */
const [OURS, OTHERS] = [90_011, 90_253];

describe('trackers that are looked up', () => {
  it('are kept, of whatever advertiser, and those that are not shown are named', async () => {
    const { page, db } = await world();
    const asked = await page('trackers.lookUp', { ids: [OURS, 1, OTHERS, 2, OURS] });
    expect(asked).toEqual({ found: 2, absent: [1, 2] });
    expect((await findTrackers(db, [OURS, OTHERS, 1])).map(({ id }) => id)).toEqual([OURS, OTHERS]);
  });

  it.each([
    ['one that is there', [OURS], { found: 1, absent: [] }],
    [
      'one that is not: the service refuses instead of leaving it out',
      [1],
      { found: 0, absent: [1] },
    ],
    ['one that is deleted', [90_013], { found: 0, absent: [90_013] }],
    ['none', [], { found: 0, absent: [] }],
  ])('%s', async (_, ids, answer) => {
    const { page, colleague } = await world();
    if (ids.includes(90_013)) await colleague.remove(90_013);
    expect(await page('trackers.lookUp', { ids })).toEqual(answer);
  });

  it('are asked for a page of the service’s at a time', async () => {
    const { page, wire } = await world();
    const ids = Array.from({ length: 250 }, (_, index) => index + 1);
    expect(await page('trackers.lookUp', { ids: [...ids, OURS] })).toEqual({
      found: 1,
      absent: ids,
    });
    expect(wire.sentTo('GET', '/imptracker')).toHaveLength(3);
  });

  it.each([
    ['what cannot be read is there all the same', { imptrackers: [{ id: OURS }], count: 1 }, [1]],
    ['a list that is cut proves nothing of the others', { imptrackers: [], count: 300 }, []],
    ['a row without an id may be any', { imptrackers: [{ name: 'x' }], count: 1 }, []],
    ['others that are given besides are none of these', { imptrackers: [{ id: 5 }] }, [OURS, 1]],
  ])('%s', async (_, list, absent) => {
    const response = { status: 'OK', start_element: 0, num_elements: 100, ...list };
    const { page } = await world({ faults: [{ kind: 'answer', path: '/imptracker', response }] });
    expect(await page('trackers.lookUp', { ids: [OURS, 1] })).toEqual({ found: 0, absent });
  });

  it('a refusal of the service is said, and nothing is called absent', async () => {
    const { page } = await world({ faults: [{ kind: 'malformed', path: '/imptracker' }] });
    await expect(page('trackers.lookUp', { ids: [OURS, 1] })).rejects.toMatchObject({
      code: 'bad-answer',
    });
  });
});
