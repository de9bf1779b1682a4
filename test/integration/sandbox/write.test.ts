import { describe, expect, test } from 'vitest';

import type { Sandbox } from '../../sandbox/index.ts';
import { call, sandboxForTest, signIn, stoppedClock } from './support.ts';

// Publisher 880202 has placement 15150404 and rule 77606; 880203 has neither.
const GOOD = { name: 'New one', publisher: { id: 880202 }, line_item: { id: 640303 } };

async function start(username = 'trafficker') {
  const clock = stoppedClock('2026-11-20T10:00:00Z');
  const sandbox = await sandboxForTest({ now: clock.now });
  return { sandbox, token: await signIn(sandbox, username), clock };
}

const create = async (sandbox: Sandbox, token: string, imptracker: unknown) =>
  (await call(sandbox, '/imptracker?advertiser_id=700101', { token, body: { imptracker } }))
    .response;

const change = async (sandbox: Sandbox, token: string, id: unknown, imptracker: unknown) =>
  (
    await call(sandbox, `/imptracker?id=${String(id)}`, {
      token,
      method: 'PUT',
      body: { imptracker },
    })
  ).response;

describe('POST accepts', () => {
  test.each([
    ['the least', {}, { code: null, state: 'active', tag: null, payment_rule: null }],
    ['a code and a state', { code: 'A-1', state: 'inactive' }, { code: 'A-1', state: 'inactive' }],
    ['a placement', { tag: { id: 15150404 } }, { tag: { id: 15150404 } }],
    ['a placement in an array', { tag: [{ id: 15150404 }] }, { tag: { id: 15150404 } }],
    ['an empty array of placements', { tag: [] }, { tag: null }],
    [
      'a payment rule',
      { payment_rule: { id: 77606 } },
      { payment_rule: { id: 77606, name: 'Base' } },
    ],
    ['nulls', { code: null, tag: null, payment_rule: null }, { code: null, tag: null }],
    [
      'read-only fields, and ignores them',
      { id: 5, member_id: 9, advertiser_id: 1, last_modified: 'x', clicktracker: { id: 1 } },
      { member_id: 4321, advertiser_id: 700101, last_modified: '2026-11-20 10:00:00' },
    ],
    [
      'a name inside a relation, and ignores it',
      { publisher: { id: 880202, name: 'Mine' } },
      { publisher: { id: 880202, name: 'Tidewater News' } },
    ],
  ])('%s', async (_, fields, expected) => {
    const { sandbox, token } = await start();
    const response = await create(sandbox, token, { ...GOOD, ...fields });
    expect(response).toMatchObject({ status: 'OK', count: 1, id: 120001, imptracker: expected });
  });
});

describe('what is unknown or read-only in a body is passed over, with a warning', () => {
  const unknown = (field: string) => `Field ${field} is not known and was ignored`;
  const readOnly = (field: string) => `Field ${field} is read-only and was ignored`;
  test.each([
    ['nothing', {}, []],
    ['an unknown field', { colour: 'red' }, [unknown('colour')]],
    ['camel case', { lineItem: { id: 1 } }, [unknown('lineItem')]],
    ['an unknown nested field', { tag: { id: 15150404, size: 2 } }, [unknown('tag.size')]],
    ['one in an array', { tag: [{ id: 15150404, size: 2 }] }, [unknown('tag.size')]],
    [
      'an id of its own',
      { id: 9, last_modified: 'x' },
      [readOnly('id'), readOnly('last_modified')],
    ],
    ['a name of another', { publisher: { id: 880202, name: 'X' } }, [readOnly('publisher.name')]],
    ['null', { tag: null }, []],
  ])('%s', async (_, fields, warnings) => {
    const { sandbox, token } = await start();
    const made = await create(sandbox, token, { ...GOOD, ...fields });
    expect(made).toMatchObject({ status: 'OK', dbg_info: { warnings } });
    const changed = await change(sandbox, token, made['id'], fields);
    expect(changed).toMatchObject({ status: 'OK', dbg_info: { warnings } });
  });

  test('beside the tracker too', async () => {
    const { sandbox, token } = await start();
    const { response } = await call(sandbox, '/imptracker?id=90011', {
      token,
      method: 'PUT',
      body: { imptracker: { name: 'x' }, colour: 'red' },
    });
    expect(response).toMatchObject({ status: 'OK', dbg_info: { warnings: [unknown('colour')] } });
  });
});

describe('POST refuses', () => {
  const { name: _name, ...nameless } = GOOD;
  const { publisher: _publisher, ...homeless } = GOOD;
  const cast = (field: string, type: string) =>
    `Invalid input for field ${field} which expects type ${type}`;
  test.each([
    ['no name', nameless, 'Missing required field: name'],
    ['an empty name', { ...GOOD, name: ' ' }, 'Missing required field: name'],
    ['no publisher', homeless, 'Missing required field: publisher'],
    ['a relation without id', { ...GOOD, publisher: {} }, 'Missing required field: publisher.id'],
    ['a number as name', { ...GOOD, name: 7 }, cast('name', 'string')],
    ['null as name', { ...GOOD, name: null }, cast('name', 'string')],
    ['an id as text', { ...GOOD, publisher: { id: '880202' } }, cast('publisher.id', 'int')],
    ['a fraction as id', { ...GOOD, line_item: { id: 1.5 } }, cast('line_item.id', 'int')],
    ['a bare id', { ...GOOD, publisher: 880202 }, cast('publisher', 'object')],
    ['a bare id as tag', { ...GOOD, tag: 15150404 }, cast('tag', 'object')],
    ['text as tag id', { ...GOOD, tag: { id: 'x' } }, cast('tag.id', 'int')],
    ['text as tag id in an array', { ...GOOD, tag: [{ id: 'x' }] }, cast('tag.id', 'int')],
    ['two placements', { ...GOOD, tag: [{ id: 1 }, { id: 2 }] }, 'Field tag takes one object only'],
    ['a strange state', { ...GOOD, state: 'paused' }, cast('state', 'enum')],
    ['a long name', { ...GOOD, name: 'x'.repeat(256) }, 'Field name must not be longer than 255'],
    ['no object', [GOOD], cast('imptracker', 'object')],
    ['a missing publisher', { ...GOOD, publisher: { id: 1 } }, 'publisher id not found: 1'],
    ['a missing line item', { ...GOOD, line_item: { id: 1 } }, 'line item id not found: 1'],
    [
      'another member’s publisher',
      { ...GOOD, publisher: { id: 44449 } },
      'publisher id not found: 44449',
    ],
    [
      'another advertiser’s line item',
      { ...GOOD, line_item: { id: 640310 } },
      'line item 640310 does not belong to advertiser 700101',
    ],
    [
      'another publisher’s placement',
      { ...GOOD, publisher: { id: 880203 }, tag: { id: 15150404 } },
      'placement 15150404 does not belong to publisher 880203',
    ],
    [
      'another publisher’s payment rule',
      { ...GOOD, publisher: { id: 880203 }, payment_rule: { id: 77606 } },
      'payment rule 77606 does not belong to publisher 880203',
    ],
  ])('%s', async (_, imptracker, error) => {
    const { sandbox, token } = await start();
    const response = await create(sandbox, token, imptracker);
    expect(response).toMatchObject({
      error_id: 'SYNTAX',
      error,
      service: 'imptracker',
      method: 'POST',
    });
    expect((await call(sandbox, '/imptracker?id=120001', { token })).response).toMatchObject({
      error: 'resource not found',
    });
  });

  test.each([
    ['/imptracker', { imptracker: GOOD }, 'Invalid path /imptracker - advertiser is required'],
    ['/imptracker?advertiser_id=1', { imptracker: GOOD }, 'advertiser id not found: 1'],
    ['/imptracker?advertiser_id=35081', { imptracker: GOOD }, 'advertiser id not found: 35081'],
    ['/imptracker?advertiser_id=700101', GOOD, 'imptracker is required'],
    ['/imptracker?advertiser_id=700101', '{"imptracker":', 'Request body is not valid JSON'],
    ['/imptracker?advertiser_id=700101', '[]', 'Request body must be a JSON object'],
  ])('%s with %j', async (path, body, error) => {
    const { sandbox, token } = await start();
    const { response, status } = await call(sandbox, path, { token, body });
    expect(status).toBe(200);
    expect(response).toMatchObject({ error_id: 'SYNTAX', error });
  });
});

describe('PUT', () => {
  const FULL = { ...GOOD, code: 'C', tag: { id: 15150404 }, payment_rule: { id: 77606 } };
  test.each([
    [
      'a new name alone',
      { name: 'Renamed' },
      { name: 'Renamed', code: 'C', tag: { id: 15150404 } },
    ],
    ['tag null', { tag: null }, { tag: null, payment_rule: { id: 77606 } }],
    ['payment_rule null', { payment_rule: null }, { tag: { id: 15150404 }, payment_rule: null }],
    ['code null', { code: null }, { code: null }],
    ['nothing', {}, { name: 'New one', last_modified: '2026-11-20 10:05:00' }],
    ['an id of its own', { id: 9 }, { id: 120001 }],
    [
      'another publisher once placement and rule are cleared',
      { publisher: { id: 880203 }, tag: null, payment_rule: null },
      { publisher: { id: 880203 }, tag: null, payment_rule: null },
    ],
  ])('%s', async (_, fields, expected) => {
    const { sandbox, token, clock } = await start();
    const { id } = await create(sandbox, token, FULL);
    clock.forward(5);
    const response = await change(sandbox, token, id, fields);
    expect(response).toMatchObject({ status: 'OK', id: '120001', imptracker: expected });
    const after = await call(sandbox, '/imptracker?id=120001', { token });
    expect(after.response['imptracker']).toEqual(response['imptracker']);
  });

  test.each([
    [
      'a publisher that leaves its placement behind',
      { publisher: { id: 880203 } },
      'placement 15150404 does not belong to publisher 880203',
    ],
    ['name null', { name: null }, 'Invalid input for field name which expects type string'],
  ])('refuses %s', async (_, fields, error) => {
    const { sandbox, token } = await start();
    const { id } = await create(sandbox, token, FULL);
    const response = await change(sandbox, token, id, fields);
    expect(response).toMatchObject({ error_id: 'SYNTAX', error, method: 'PUT' });
  });

  test.each([
    ['', 'Invalid path /imptracker - id is required'],
    ['?id=1,2', 'Invalid input for field id which expects type int'],
    ['?id=77', 'resource not found'],
    ['?id=582', 'resource not found'],
  ])('at %s fails: %s', async (query, error) => {
    const { sandbox, token } = await start();
    const body = { imptracker: { name: 'x' } };
    const answer = await call(sandbox, `/imptracker${query}`, { token, method: 'PUT', body });
    expect(answer.response).toMatchObject({ error_id: 'SYNTAX', error });
  });
});

test('DELETE takes a tracker away for good', async () => {
  const { sandbox, token } = await start();
  const path = '/imptracker?id=90011';
  const gone = await call(sandbox, path, { token, method: 'DELETE' });
  const { dbg_info: _, ...response } = gone.response;
  expect(response).toEqual({ status: 'OK', count: 1, start_element: null, num_elements: null });
  const again = await call(sandbox, path, { token, method: 'DELETE' });
  expect(again.response).toMatchObject({ error: 'resource not found' });
  const list = await call(sandbox, '/imptracker?advertiser_id=700101', { token });
  expect(list.response).toMatchObject({ count: 1 });
});

test.each([
  ['read.only', 700101, 'POST'],
  ['no.trackers', 700901, 'POST'],
])('%s may not create', async (username, advertiser, method) => {
  const { sandbox, token } = await start(username);
  const path = `/imptracker?advertiser_id=${advertiser}`;
  const { response } = await call(sandbox, path, { token, body: { imptracker: GOOD } });
  expect(response).toMatchObject({ error_id: 'UNAUTH', service: 'imptracker', method });
});

test('the member without trackers says so', async () => {
  const { sandbox, token } = await start('no.trackers');
  const { response } = await call(sandbox, '/member', { token });
  expect(response).toMatchObject({ member: { enable_click_and_imp_trackers: false } });
});
