import { describe, expect, it } from 'vitest';

import type { PickerQuery } from '@/lib/core/tracker/picker';

import { withFields } from './support/wire';
import { type World, world } from './support/world';

const ADVERTISERS: PickerQuery = { kind: 'advertiser' };
const LINE_ITEMS: PickerQuery = { kind: 'line-item', advertiserId: 700_101 };
const PUBLISHERS: PickerQuery = { kind: 'publisher' };
const PLACEMENTS: PickerQuery = { kind: 'placement', publisherId: 880_202 };
const RULES: PickerQuery = { kind: 'payment-rule', publisherId: 880_202 };

describe('a picker offers', () => {
  it.each<[string, PickerQuery, string, number | null]>([
    ['the advertisers with a word', ADVERTISERS, 'harbour', 700_101],
    ['an advertiser by its id', ADVERTISERS, ' 700103 ', 700_103],
    ['the line items of an advertiser', LINE_ITEMS, '', 640_303],
    ['no line item of another advertiser', LINE_ITEMS, '640306', null],
    ['the publishers with a word', PUBLISHERS, 'tidewater', 880_202],
    ['the placements of a publisher', PLACEMENTS, '', 15_150_404],
    ['its payment rules', RULES, 'base', 77_606],
    ['nothing where nothing fits', PUBLISHERS, 'no such thing', null],
  ])('%s', async (_, query, text, id) => {
    const { page } = await world();
    const found = await page('objects.search', { query, text });
    if (id === null) expect(found).toEqual([]);
    else expect(found.map((one) => one.id)).toContain(id);
  });

  it('them by name, and no more than fifty', async () => {
    const { page } = await world();
    const found = await page('objects.search', { query: PUBLISHERS, text: '' });
    const names = found.map(({ name }) => name.toLowerCase());
    expect(names).toEqual(names.toSorted());
    expect(found).toHaveLength(50);
  });

  it.each([
    [LINE_ITEMS, 'advertiser_id', '700101'],
    [PLACEMENTS, 'publisher_id', '880202'],
    [RULES, 'publisher_id', '880202'],
  ] as const)('%o under its parent alone', async (query, parameter, id) => {
    const { page, wire } = await world();
    await page('objects.search', { query, text: 'a b' });
    expect(wire.sent.at(-1)?.query.get(parameter)).toBe(id);
    expect(wire.sent.at(-1)?.query.get('search')).toBe(query === RULES ? null : 'a b');
  });
});

describe('where the service documents no search, the list is read', () => {
  const find = async (all: World, text: string, query: PickerQuery = PUBLISHERS) =>
    (await all.page('objects.search', { query, text })).map(({ id }) => id);
  const asked = ({ wire }: World) => wire.sentTo('GET', '/publisher').length;

  it('once while somebody types, and again later', async () => {
    const all = await world();
    for (const text of ['t', 'ti', 'tidewater']) expect(await find(all, text)).toContain(880_202);
    expect(asked(all)).toBe(1);
    all.clock.forward(3);
    await find(all, 'tide');
    expect(asked(all)).toBe(2);
  });

  it('again where it failed', async () => {
    const all = await world();
    all.sandbox.setFault({ kind: 'drop', path: '/publisher', times: 1 });
    await expect(find(all, 'tide')).rejects.toMatchObject({ code: 'network' });
    expect(await find(all, 'tide')).toContain(880_202);
  });

  it('by whole pages, of a service that ignores every filter too', async () => {
    const all = await world();
    all.sandbox.setFault({ kind: 'ignore', parameters: ['min_id', 'sort', 'id', 'like_name'] });
    expect(await find(all, 'Tidewater')).toContain(880_202);
    expect(await find(all, 'no such thing')).toEqual([]);
    expect(await find(all, '1')).toEqual([]);
  });

  it.each([
    ['an id', '880202', 880_202],
    ['a part of a name, in any case', 'TIDEWATER', 880_202],
  ])('by %s', async (_, text, id) => {
    expect(await find(await world(), text)).toContain(id);
  });

  it('of each publisher’s payment rules by itself', async () => {
    const all = await world();
    const other: PickerQuery = { kind: 'payment-rule', publisherId: 880_203 };
    expect(await find(all, 'base', RULES)).toContain(77_606);
    expect(await find(all, 'base', other)).not.toContain(77_606);
  });

  it('and one that is newer than the list is found by its id', async () => {
    const all = await world();
    all.wire.put(async ({ query }, goOn) =>
      withFields(await goOn(), ({ publishers }) =>
        Array.isArray(publishers) && !query.has('id')
          ? { publishers: publishers.filter((row) => Object(row).id !== 880_202) }
          : {},
      ),
    );
    expect(await find(all, 'tidewater news')).toEqual([]);
    expect(await find(all, '880202')).toEqual([880_202]);
  });
});
