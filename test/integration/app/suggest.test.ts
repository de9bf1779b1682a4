import { describe, expect, it } from 'vitest';

import { createSuggest } from '@/lib/app/trackers/suggest';
import { addressBarText } from '@/lib/text/trackers/address-bar';

import { world } from './support/world';

const OURS = 90_011;
const OTHERS = 90_253;

/** Two trackers of different advertisers are kept; somebody is signed in, or not. */
async function suggestIn(user: string | null = 'trafficker') {
  const it = await world({ user });
  if (user !== null) await it.page('trackers.lookUp', { ids: [OURS, OTHERS] });
  const { keeper } = it.browser.plugs;
  const suggest = createSuggest({ database: async () => it.db, keeper, now: Date.now });
  const said = async (text: string) => addressBarText.first(text, await suggest.suggest(text));
  return { ...it, ...suggest, said };
}

describe('what is typed into the address bar, or selected on a page', () => {
  it.each([
    ['the id of one that is kept', '90011', '#/trackers/90011'],
    ['of one that is not', ' #1234567 ', '#/trackers/1234567'],
    ['an id with what it is', 'Tracker ID 90011', '#/trackers/90011'],
    ['a list of one', '90011,', '#/trackers/90011'],
    ['the address of one', 'https://ib.adnxs.com/imptr?id=531&t=2', '#/trackers/531'],
    [
      'an address without an id',
      'https://ib.adnxs.com/imptr?t=2',
      '#/trackers/search/https%3A%2F%2Fib.adnxs.com%2Fimptr%3Ft%3D2',
    ],
    ['words, of whatever advertiser', 'id:90253', '#/trackers/90253'],
    ['words that find nothing', 'no such thing', '#/trackers/search/no%20such%20thing'],
    ['several ids that are not kept', '1, 2', '#/trackers/search/1%2C%202'],
    ['zero, which is no id', '0000', '#/trackers/search/0000'],
    ['nothing', '  ', '#/trackers'],
    ['half of a pair', '\uD83D', '#/trackers/search/%EF%BF%BD'],
  ])('%s', async (_, text, address) => {
    const { addressOf } = await suggestIn();
    expect(await addressOf(text)).toBe(address);
  });

  it('finds by words, in whatever advertiser, the one with that id first', async () => {
    const { suggest, said } = await suggestIn();
    const all = await suggest('-nothing');
    expect(all.found.map(({ id }) => id).toSorted()).toEqual([OURS, OTHERS]);
    expect((await suggest(String(OTHERS))).found[0]?.id).toBe(OTHERS);
    expect(await said(String(OTHERS))).toMatch(/^Open 90253 · /);
  });

  it.each([
    ['', 'An id, or words of an impression tracker'],
    ['77', 'Open impression tracker 77, which is not kept here'],
    [
      'nothing like it',
      'No impression tracker kept here matches “nothing like it”: search the list',
    ],
    ['state:paused', '“state:paused” is left out. It is active or inactive.'],
  ])('says what Enter does with “%s”', async (typed, said) => {
    const it = await suggestIn();
    expect(await it.said(typed)).toBe(said);
  });

  it('reads what is kept once for as long as somebody types, and anew the next time', async () => {
    const { begin, end, suggest, page } = await suggestIn();
    begin();
    expect((await suggest('id:90012')).found).toEqual([]);
    await page('trackers.lookUp', { ids: [90_012] });
    expect((await suggest('id:90012')).found, 'still as it was').toEqual([]);
    end();
    expect((await suggest('id:90012')).found.map(({ id }) => id)).toEqual([90_012]);
  });

  it('shows nothing of what is kept once nobody is signed in, and says so', async () => {
    const { suggest, said, page } = await suggestIn();
    await page('session.signOut', { recordings: 'keep' });
    expect(await suggest('90011')).toMatchObject({ isSignedIn: false, found: [] });
    expect(await said('90011')).toBe('Sign in to Piggyback to find impression trackers');
  });

  it('of a very long text looks at the beginning only', async () => {
    const { addressOf } = await suggestIn();
    expect((await addressOf(`x${' y'.repeat(100_000)}`)).length).toBeLessThan(1000);
  });
});
