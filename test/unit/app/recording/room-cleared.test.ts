import { describe, expect, it } from 'vitest';

import { createRoom, type RoomParts } from '@/lib/app/recording/room';
import { LEAST_REQUESTS } from '@/lib/core/verification/keeping';

import { request, START } from '../../core/verification/build';

const many = Array.from({ length: LEAST_REQUESTS }, (_, index) =>
  request(`https://ib.adnxs.com/imptr?id=531&cachebuster=${index}`, { key: String(index) }),
);
const now = () => START;

/** A room whose disk answers once it is let; `told` is what it keeps of being full. */
function setUp() {
  const disk = { asked: Promise.withResolvers<void>(), turn: Promise.withResolvers<void>() };
  const told: string[] = [];
  const parts: RoomParts = {
    most: async () => LEAST_REQUESTS,
    async kept() {
      disk.asked.resolve();
      await disk.turn.promise;
      return LEAST_REQUESTS;
    },
    async tell(id) {
      told.push(id);
    },
  };
  return { disk, told, room: createRoom(parts) };
}

describe('a recording that is cleared', () => {
  it('as it is counted has room from then on', async () => {
    const { disk, told, room } = setUp();
    const wrote = room.wrote('v1', { changed: many, gone: [] }, now);
    await disk.asked.promise;
    room.begin();
    disk.turn.resolve();
    expect(await wrote).toBe(false);
    await room.tell('v1');
    expect([room.isUntold(), told]).toEqual([false, []]);
  });

  it('as a recorder goes on with it that was full has room, too', async () => {
    const { disk, room } = setUp();
    const goOn = room.goOn('v1', { since: START - 1000, count: 7 }, START);
    room.begin();
    disk.turn.resolve();
    await goOn;
    const [first] = many;
    if (!first) throw new Error('nothing was made');
    const { sightings: _, ...plain } = first;
    const told = { ...plain, source: 'har-log', requestId: '1', tabId: 7, precision: 0 } as const;
    const all = [{ ...told, urlIsCut: false, startedAt: START }];
    expect(room.within(all)).toEqual(all);
  });

  it('is full where it was not cleared', async () => {
    const { disk, told, room } = setUp();
    const wrote = room.wrote('v1', { changed: many, gone: [] }, now);
    disk.turn.resolve();
    expect(await wrote).toBe(true);
    await room.tell('v1');
    expect(told).toEqual(['v1']);
  });
});
