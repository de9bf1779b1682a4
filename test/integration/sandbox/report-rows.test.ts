import { describe, expect, test } from 'vitest';

import { PLAIN, rowsOf, startReporting } from './report-support.ts';

describe('which rows', () => {
  const two = async () => {
    const desk = await startReporting();
    const { imptrackers } = await desk.ask('/imptracker?advertiser_id=700102&state=active');
    const [one, other] = Object(imptrackers);
    await desk.fire(one.id);
    await desk.fire(other.id);
    await desk.fire(other.id);
    return { desk, one, other };
  };
  const COUNTS = { ...PLAIN, columns: ['line_item_id', 'external_impression'] };

  test('those of the filters; several values are an array', async () => {
    const { desk, one, other } = await two();
    const counts = async (...filters: unknown[]) =>
      (await rowsOf(desk, { ...COUNTS, filters })).map((row) => row[1]).toSorted();
    expect(await counts({ imp_type_id: 9 }, { advertiser_id: 700_102 })).toEqual(['1', '2']);
    expect(await counts({ line_item_id: String(one.line_item.id) })).toEqual(['1']);
    expect(await counts({ line_item_id: [one.line_item.id, other.line_item.id] })).toEqual([
      '1',
      '2',
    ]);
    expect(await counts({ imp_type: 'External Click' })).toEqual([]);
    expect(await counts({ advertiser_id: 700_101 })).toEqual([]);
  });

  test('those that reach the bounds of the groups', async () => {
    const { desk } = await two();
    const group_filters = [{ external_impression: { value: 2, operator: '>=' } }];
    expect((await rowsOf(desk, { ...COUNTS, group_filters })).map((row) => row[1])).toEqual(['2']);
  });

  test.each([
    ['objects', [{ order_by: 'external_impression', direction: 'DESC' }], ['2', '1']],
    ['objects without a direction', [{ order_by: 'external_impression' }], ['1', '2']],
    ['plain strings', ['external_impression'], ['1', '2']],
  ])('in the order of %s', async (_, orders, counts) => {
    const { desk } = await two();
    expect((await rowsOf(desk, { ...COUNTS, orders })).map((row) => row[1])).toEqual(counts);
  });

  test('a page of them, with a warning where dimensions are not in order', async () => {
    const { desk } = await two();
    const orders = ['line_item_id'];
    const all = await rowsOf(desk, { ...COUNTS, orders });
    const page = { ...COUNTS, orders, offset: 1, num_elements: 1 };
    expect(await rowsOf(desk, page)).toEqual(all.slice(1));
    expect(JSON.stringify(await desk.order(page))).not.toContain('lacks');
    expect(JSON.stringify(await desk.order({ ...page, orders: [] }))).toContain(
      'lacks line_item_id',
    );
  });

  test('all in one without a dimension', async () => {
    const { desk } = await two();
    expect(await rowsOf(desk, { ...PLAIN, columns: ['external_impression'] })).toEqual([['3']]);
  });

  test.each([
    ['network_publisher_analytics', ['line_item_id', 'external_impression', 'media_cost_pub_curr']],
    ['publisher_analytics', ['placement_id', 'external_impression', 'imps_filled']],
  ])('those of one publisher: %s', async (report_type, columns) => {
    const { desk, one } = await two();
    const report = { report_type, columns, report_interval: 'today' };
    const path = `/report?publisher_id=${one.publisher.id}`;
    expect(await rowsOf(desk, report, path)).toMatchObject([{ 1: '1' }]);
    expect(await rowsOf(desk, report, '/report?publisher_id=1')).toEqual([]);
  });

  test('those of one advertiser, whose id the address may name', async () => {
    const { desk } = await two();
    const columns = ['external_impression'];
    const of = (id: string) => rowsOf(desk, { ...PLAIN, columns }, `/report?advertiser_id=${id}`);
    expect(await of('700102')).toEqual([['3']]);
    expect(await of('700101')).toEqual([]);
    await expect(of('all')).rejects.toThrow();
  });

  test.each(['monetize_creative_brand_analytics', 'monetize_supply_analytics'])(
    'those of the successors: %s',
    async (report_type) => {
      const { desk } = await two();
      const columns = ['day', 'advertiser_id', 'publisher_name', 'external_impression', 'cost'];
      const found = await rowsOf(desk, { report_type, columns, report_interval: 'today' });
      expect(found.map((row) => row[3]).toSorted()).toEqual(['1', '2']);
    },
  );
});
