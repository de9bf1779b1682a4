import { expect, it } from 'vitest';

import { accountOf } from '@/lib/core/account/session';

import { bulkOf, isStill, sheetOf } from './support/bulk';
import { world } from './support/world';

it('a sheet that was checked for one is not begun for another, who is chosen by then', async () => {
  const all = await world();
  const bulk = bulkOf(all, all);
  const checked = await bulk.check(sheetOf(2, 'Mine'));
  await all.page('session.signIn', { ...all.typed('read.only'), beside: true });
  await expect(bulk.start(checked)).rejects.toMatchObject({ code: 'account-changed' });
  expect(all.wire.sentTo('POST', '/imptracker')).toEqual([]);
  expect(await all.db.getAll('runs')).toEqual([]);
});

it('is of the one who began it, though another is chosen while the list is read', async () => {
  const all = await world();
  const { page, wire, browser, typed } = all;
  const first = await browser.plugs.account();
  const token = browser.held.session?.token;
  const second = accountOf(await page('session.signIn', { ...typed('no.trackers'), beside: true }));
  await page('session.switch', { account: first });
  const bulk = bulkOf(all, all);
  const checked = await bulk.check(sheetOf(2, 'Mine'));
  const begun = Promise.withResolvers<void>();
  const goes = Promise.withResolvers<void>();
  wire.put(async (sent, goOn) => {
    if (sent.method === 'GET' && sent.path.startsWith('/imptracker')) {
      begun.resolve();
      await goes.promise;
    }
    return goOn();
  });
  const starting = bulk.start(checked);
  await begun.promise;
  await page('session.switch', { account: second });
  goes.resolve();
  const id = await starting;
  const run = await bulk.until(id, isStill);
  expect(run.counts).toMatchObject({ created: 2 });
  expect(wire.sentTo('POST', '/imptracker').map((sent) => sent.token)).toEqual([token, token]);
});
