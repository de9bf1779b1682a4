import { describe, expect, test } from 'vitest';

import type { FaultInput } from '../../sandbox/index.ts';
import { call, column, sandboxForTest, signIn, stoppedClock } from './support.ts';

const START = '2026-11-20T10:00:00Z';
const SMALL = '/imptracker?advertiser_id=700101';
const MEDIUM = '/imptracker?advertiser_id=700102';

async function start(faults: readonly FaultInput[] = []) {
  const clock = stoppedClock(START);
  const sandbox = await sandboxForTest({ now: clock.now });
  const token = await signIn(sandbox);
  sandbox.setFault(faults);
  const ask = async (path: string, options: { method?: string; body?: unknown } = {}) =>
    (await call(sandbox, path, { token, ...options })).response;
  const ids = async (path: string) => column((await ask(path))['imptrackers']);
  const rename = (id: number, name: string) =>
    ask(`/imptracker?id=${id}`, { method: 'PUT', body: { imptracker: { name } } });
  return { sandbox, token, clock, ask, ids, rename };
}

describe('a parameter that is ignored, alone', () => {
  const ignore = (...parameters: string[]): FaultInput => ({ kind: 'ignore', parameters });

  test('min_id', async () => {
    const { ask } = await start([ignore('min_id')]);
    expect(await ask(`${MEDIUM}&min_id=90260`)).toMatchObject({ count: 250 });
    expect(await ask(`${MEDIUM}&max_id=90014`)).toMatchObject({ count: 2 });
  });

  test('min_last_modified', async () => {
    const { ask } = await start([ignore('min_last_modified')]);
    const since = 'min_last_modified=2999-01-01 00:00:00';
    expect(await ask(`${MEDIUM}&${since}`)).toMatchObject({ count: 250 });
    expect(await ask(`${MEDIUM}&${since}&min_id=90260`)).toMatchObject({ count: 3 });
  });

  test('sort: then a list comes by its last changes, newest first', async () => {
    const { ids, rename } = await start([ignore('sort')]);
    await rename(90_020, 'Newest');
    const found = await ids(`${MEDIUM}&sort=id.asc&max_id=90040`);
    expect(found[0]).toBe(90_020);
    expect(found).not.toEqual(found.toSorted());
  });

  test('two at a time, and only as often as said', async () => {
    const { ask } = await start([
      ignore('min_id'),
      { kind: 'ignore', parameters: ['state'], times: 1 },
    ]);
    const path = `${MEDIUM}&min_id=90260&state=active`;
    expect(await ask(path)).toMatchObject({ count: 250 });
    expect(Number((await ask(path))['count'])).toBeLessThan(250);
  });
});

describe('a service that lags behind', () => {
  const LIST_OF_ALL = [90_011, 90_012];

  test('lists, counts and reads what was there before', async () => {
    const { ask, ids } = await start([{ kind: 'lag' }]);
    await ask('/imptracker?id=90011', { method: 'DELETE' });
    expect(await ids(SMALL)).toEqual(LIST_OF_ALL);
    expect(await ask(SMALL)).toMatchObject({ count: 2 });
    expect(await ask('/imptracker?id=90011')).toMatchObject({ status: 'OK' });
  });

  test('or only counts it', async () => {
    const { ask, ids } = await start([{ kind: 'lag', of: 'counts' }]);
    await ask('/imptracker?id=90011', { method: 'DELETE' });
    expect(await ids(SMALL)).toEqual([90_012]);
    expect(await ask(SMALL)).toMatchObject({ count: 2 });
  });

  test('catches up once the fault is over', async () => {
    const { sandbox, ask, ids } = await start([{ kind: 'lag' }]);
    await ask('/imptracker?id=90011', { method: 'DELETE' });
    sandbox.setFault(null);
    expect(await ids(SMALL)).toEqual([90_012]);
  });

  test('takes writes as they come', async () => {
    const { rename, ask } = await start([{ kind: 'lag' }]);
    expect(await rename(90_011, 'Renamed')).toMatchObject({ imptracker: { name: 'Renamed' } });
    expect(await ask('/imptracker?id=90011')).not.toMatchObject({
      imptracker: { name: 'Renamed' },
    });
  });
});

test.each(['/current', '/v1.17', '/v2'])('%s before a path changes nothing', async (prefix) => {
  const { ask } = await start();
  expect(await ask(`${prefix}${SMALL}`)).toEqual(await ask(SMALL));
  expect(await ask(`${prefix}/campaign`)).toMatchObject({ error: 'invalid service' });
});

test('an answer says when it was given, by the clock of `last_modified`', async () => {
  const { sandbox, token, rename, clock } = await start();
  clock.forward(90);
  const { imptracker } = await rename(90_011, 'Renamed');
  expect(imptracker).toMatchObject({ last_modified: '2026-11-20 11:30:00' });
  const { headers } = await call(sandbox, SMALL, { token });
  expect(headers.get('date')).toBe('Fri, 20 Nov 2026 11:30:00 GMT');
});

describe('search', () => {
  test.each([
    '/advertiser?',
    '/line-item?advertiser_id=700101&',
    '/placement?publisher_id=880202&',
  ])('%s is documented', async (path) => {
    const { ask } = await start();
    expect(await ask(`${path}search=no-such-thing`)).toMatchObject({ count: 0 });
  });

  test.each(['/publisher?', '/payment-rule?publisher_id=880202&', `${MEDIUM}&`])(
    '%s is not: it is ignored with a warning',
    async (path) => {
      const { ask } = await start();
      const found = await ask(`${path}search=no-such-thing`);
      expect(found['count']).not.toBe(0);
      expect(JSON.stringify(found['dbg_info'])).toContain('search is not known');
    },
  );
});
