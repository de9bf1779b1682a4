import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { startSandbox } from '../../sandbox/index.ts';
import { call, sandboxForTest, send, signIn } from './support.ts';

async function databaseFile(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sandbox-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return path.join(folder, 'world.sqlite');
}

test('a second start with the same file finds the world as it was left', async () => {
  const db = await databaseFile();
  const first = await startSandbox({ db });
  const token = await signIn(first);
  const body = { imptracker: { name: 'Kept' } };
  await call(first, '/imptracker?id=90011', { token, method: 'PUT', body });
  await send(first, '/imptr?id=90011');
  const hits = first.pixelLog();
  await first.close();

  const second = await sandboxForTest({ db, seed: 7 });
  const { response } = await call(second, '/imptracker?id=90011', { token });
  expect(response).toMatchObject({ imptracker: { name: 'Kept' } });
  expect(hits).toHaveLength(1);
  expect(second.pixelLog()).toEqual(hits);
});

const firstPage = async (seed: number) => {
  const sandbox = await sandboxForTest({ seed });
  const token = await signIn(sandbox);
  return (await call(sandbox, '/imptracker?advertiser_id=700103', { token })).response;
};

test('the same seed makes the same world, another seed another', async () => {
  const once = await firstPage(1);
  expect(await firstPage(1)).toEqual(once);
  expect(await firstPage(2)).not.toEqual(once);
});

test('the advertisers are as large as they should be', async () => {
  const sandbox = await sandboxForTest();
  const token = await signIn(sandbox);
  const { small, medium, large } = sandbox.world.advertisers;
  const counts: unknown[] = [];
  for (const { id } of [small, medium, large]) {
    counts.push(
      (await call(sandbox, `/imptracker?advertiser_id=${id}`, { token })).response['count'],
    );
  }
  expect(counts).toEqual([2, 250, 10_000]);
  const all = await call(sandbox, '/advertiser', { token });
  expect(Number(all.response['count'])).toBeGreaterThan(40);
  const publishers = await call(sandbox, '/publisher', { token });
  expect(publishers.response['count']).toBe(60);
});

test('nothing was changed in the future', async () => {
  const now = () => new Date('2026-03-02T08:00:00Z');
  const sandbox = await sandboxForTest({ now });
  const token = await signIn(sandbox);
  const newer = '/imptracker?advertiser_id=700103&min_last_modified=2026-03-02 08:00:01';
  expect((await call(sandbox, newer, { token })).response['count']).toBe(0);
});
