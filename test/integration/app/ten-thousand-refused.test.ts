import { expect, it } from 'vitest';

import { countTrackers } from './support/stores';
import { world } from './support/world';

it('ten thousand of which one page is refused for a while: all wait that long, are told so, and come in', async () => {
  const { page, sandbox, wire, db, advertisers, background } = await world();
  const advertiserId = advertisers.large.id;
  let asked = 0;
  wire.put((sent, goOn) => {
    if (sent.path === '/imptracker') asked += 1;
    if (asked === 50) sandbox.setFault({ kind: '429', retryAfter: 20, times: 1 });
    return goOn();
  });
  const { count } = await page('trackers.sync', { advertiserId, whole: false });
  expect(count).toBe(10_000);
  expect(await countTrackers(db, advertiserId)).toBe(10_000);
  expect(background.notices).toContainEqual({ kind: 'waiting', seconds: 20 });
  // One page was asked for twice, and nothing went out in between.
  const sent = wire.sentTo('GET', '/imptracker').map(({ at }) => at);
  expect(sent).toHaveLength(102);
  const begun = sent[0] ?? 0;
  expect(sent.filter((at) => at > begun && at < begun + 20_000)).toEqual([]);
});
