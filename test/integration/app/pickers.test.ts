import { describe, expect, it } from 'vitest';

import type { PickerQuery } from '@/lib/core/tracker/picker';

import { world } from './support/world';

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
    expect(wire.sent.at(-1)?.query.get('search')).toBe('a b');
  });
});
