import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { call, column, signIn } from './support.ts';

let sandbox: Sandbox;
let token: string;
beforeAll(async () => {
  sandbox = await startSandbox();
  token = await signIn(sandbox);
});
afterAll(() => sandbox.close());

const read = async (path: string) => (await call(sandbox, path, { token })).response;

describe('paging', () => {
  test.each([
    ['', { start_element: 0, num_elements: 100 }, 100],
    ['&num_elements=25', { start_element: 0, num_elements: 25 }, 25],
    ['&start_element=200', { start_element: 200, num_elements: 100 }, 50],
    ['&start_element=240&num_elements=20', { start_element: 240, num_elements: 20 }, 10],
    ['&num_elements=500', { start_element: 0, num_elements: 100 }, 100],
    ['&start_element=900', { start_element: 900, num_elements: 100 }, 0],
  ])('%s', async (paging, echoed, rows) => {
    const response = await read(`/imptracker?advertiser_id=700102${paging}`);
    expect(response).toMatchObject({ status: 'OK', count: 250, ...echoed });
    expect(column(response['imptrackers'])).toHaveLength(rows);
  });

  test('the pages of a sorted list hold each tracker once', async () => {
    const ids: unknown[] = [];
    for (const start of [0, 100, 200]) {
      const path = `/imptracker?advertiser_id=700102&sort=state.asc&start_element=${start}`;
      ids.push(...column((await read(path))['imptrackers']));
    }
    expect(new Set(ids).size).toBe(250);
  });

  test.each(['start_element=-1', 'num_elements=ten'])('%s is a cast error', async (paging) => {
    const response = await read(`/advertiser?${paging}`);
    expect(response).toMatchObject({ error_id: 'SYNTAX', error_code: 'CAST_ERROR' });
  });
});

describe('shape', () => {
  test.each([
    ['/advertiser?id=700101', 'advertiser', false],
    ['/advertiser?id=700101,700102', 'advertisers', true],
    ['/advertiser?name=Harbour Coffee', 'advertisers', true],
    ['/line-item?advertiser_id=700101', 'line-items', true],
    ['/line-item?id=640303', 'line-item', false],
    ['/publisher', 'publishers', true],
    ['/placement?publisher_id=880202', 'placements', true],
    ['/placement?site_id=330505', 'placements', true],
    ['/payment-rule?publisher_id=880202', 'payment-rules', true],
    ['/user?current', 'user', false],
    ['/member', 'member', false],
    ['/member?id=4321', 'member', false],
    ['/imptracker?id=90011', 'imptracker', false],
    ['/imptracker?id=90011,1', 'imptrackers', true],
  ])('%s answers under %s', async (path, key, isList) => {
    const response = await read(path);
    expect(response).toMatchObject({ status: 'OK', dbg_info: { output_term: key } });
    expect(Array.isArray(response[key])).toBe(isList);
  });

  test('an empty list is still a list', async () => {
    const response = await read('/imptracker?advertiser_id=700101&like_name=no-such-tracker');
    expect(response).toMatchObject({ status: 'OK', count: 0, imptrackers: [] });
  });

  test.each([
    ['/imptracker?id=1', 'resource not found', null],
    ['/line-item?id=1', 'resource not found', null],
    ['/publisher?id=1', 'publisher id not found: 1', 'NOTFOUND_PUBLISHER'],
    ['/imptracker', 'Invalid path /imptracker - advertiser is required', null],
    ['/line-item', 'Invalid path /line-item - advertiser is required', null],
    ['/imptracker?id=abc', 'Invalid input for field id which expects type int', 'CAST_ERROR'],
    ['/campaign', 'invalid service', null],
  ])('%s fails: %s', async (path, error, code) => {
    const response = await read(path);
    expect(response).toMatchObject({ error_id: 'SYNTAX', error, error_code: code });
    expect(response).not.toHaveProperty('status');
  });

  test('another member’s objects are not there', async () => {
    expect(await read('/imptracker?id=582')).toMatchObject({ error: 'resource not found' });
    expect(await read('/imptracker?advertiser_id=35081')).toMatchObject({ count: 0 });
    expect(await read('/publisher?id=44449')).toMatchObject({ error_code: 'NOTFOUND_PUBLISHER' });
    expect(await read('/advertiser?id=700101,35081')).toMatchObject({ count: 1 });
  });
});

describe('filters', () => {
  const list = '/imptracker?advertiser_id=700102';
  test.each([
    ['&id=90013,90014', [90013, 90014]],
    ['&min_id=90260', [90260, 90261, 90262]],
    ['&max_id=90014', [90013, 90014]],
    ['&like_name=schuhe', [90038]],
    ['&like_name=%22CART%22', [90027]],
    ['&like_name=2_0', []],
    ['&like_name=%25', [90049]],
    ['&name=Schuhe für Kinder – Q4', [90038]],
    ['&min_id=90260&not_id=90261', [90260, 90262]],
    ['&max_id=90014&sort=id.desc', [90014, 90013]],
    ['&max_last_modified=2000-01-01 00:00:00', []],
  ])('%s', async (filter, ids) => {
    expect(column((await read(list + filter))['imptrackers'])).toEqual(ids);
  });

  test('state splits the list in two', async () => {
    const active = await read(`${list}&state=active`);
    const others = await read(`${list}&not_state=active`);
    expect(Number(active['count']) + Number(others['count'])).toBe(250);
    expect(new Set(column(others['imptrackers'], 'state'))).toEqual(new Set(['inactive']));
  });

  test('relations filter by their ids, in comma lists too', async () => {
    const all = await read('/imptracker?advertiser_id=700103&line_item_id=640330,640331');
    expect(Number(all['count'])).toBeGreaterThan(0);
    const lineItems = column(all['imptrackers'], 'line_item');
    expect(new Set(column(lineItems))).toEqual(new Set([640330, 640331]));
  });

  test('last_modified bounds are inclusive', async () => {
    const [row] = column((await read(`${list}&num_elements=1`))['imptrackers'], 'last_modified');
    const exact = `${list}&min_last_modified=${String(row)}&max_last_modified=${String(row)}`;
    expect(column((await read(exact))['imptrackers'], 'last_modified')).toEqual([row]);
  });

  test('an unknown parameter is ignored with a warning', async () => {
    const response = await read(`${list}&publisher_name=Tidewater`);
    const warnings = ['Parameter publisher_name is not known to imptracker and was ignored'];
    expect(response).toMatchObject({ count: 250, dbg_info: { warnings } });
  });

  test.each([
    ['&line_item_id=abc', 'line_item_id', 'int'],
    ['&min_last_modified=yesterday', 'last_modified', 'date'],
  ])('%s is a cast error', async (filter, field, type) => {
    const error = `Invalid input for field ${field} which expects type ${type}`;
    expect(await read(list + filter)).toMatchObject({ error_code: 'CAST_ERROR', error });
  });

  test('fields trims the objects', async () => {
    const { imptracker } = await read('/imptracker?id=90011&fields=id,name');
    expect(Object.keys(Object(imptracker))).toEqual(['id', 'name']);
  });

  test('an unsortable field is refused', async () => {
    expect(await read(`${list}&sort=publisher_name.asc`)).toMatchObject({ error_id: 'SYNTAX' });
  });
});

test('meta tells what filters', async () => {
  const { fields } = await read('/imptracker/meta');
  expect(fields).toContainEqual({
    name: 'line_item_id',
    type: 'int',
    sort_by: true,
    filter_by: true,
  });
  expect(fields).toContainEqual({
    name: 'tag',
    type: 'multi_object',
    sort_by: false,
    filter_by: false,
  });
});
