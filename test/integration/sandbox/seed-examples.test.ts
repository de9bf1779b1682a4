import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';
import { z } from 'zod';

import { call, sandboxForTest, signIn, stoppedClock } from './support.ts';

// The answers of the seed page (Impression Tracker service), in this folder to the letter.
const file = new URL('seed-examples.json', import.meta.url);
const examples = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')));

/** Everything but `dbg_info`, which the page leaves out. */
function withoutDebug({ dbg_info: debug, ...rest }: Record<string, unknown>) {
  expect(debug).toMatchObject({ warnings: [] });
  return { response: rest };
}

test('create a new impression tracker, then update it', async () => {
  const clock = stoppedClock('2012-01-10T16:02:15Z');
  const sandbox = await sandboxForTest({ now: clock.now });
  const token = await signIn(sandbox, 'example.create');

  const created = await call(sandbox, '/imptracker?advertiser_id=37236', {
    token,
    body: {
      imptracker: {
        name: 'Test Impression Tracker',
        publisher: { id: 44449 },
        line_item: { id: 74957 },
      },
    },
  });
  expect(withoutDebug(created.response)).toEqual(examples['create']);

  clock.set('2012-01-10T16:10:12Z');
  const updated = await call(sandbox, '/imptracker?id=1425', {
    token,
    method: 'PUT',
    body: { imptracker: { tag: { id: 474412 } } },
  });
  expect(withoutDebug(updated.response)).toEqual(examples['update']);
});

test.each([
  ['view impression tracker 582', '/imptracker?id=582', 'view'],
  ['view all impression trackers for advertiser 35081', '/imptracker?advertiser_id=35081', 'list'],
])('%s', async (_, path, example) => {
  const sandbox = await sandboxForTest();
  const token = await signIn(sandbox, 'example.view');
  const { response } = await call(sandbox, path, { token });
  expect(withoutDebug(response)).toEqual(examples[example]);
});

test('the keys of an answer stand in the order of the page', async () => {
  const sandbox = await sandboxForTest();
  const token = await signIn(sandbox, 'example.view');
  const { response } = await call(sandbox, '/imptracker?id=582', { token });
  expect(JSON.stringify(withoutDebug(response))).toBe(JSON.stringify(examples['view']));
});
