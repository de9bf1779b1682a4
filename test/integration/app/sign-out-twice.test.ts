import { describe, expect, it } from 'vitest';

import { bulkWorld, isCreate, isStill, named, sheetOf, SMALL } from './support/bulk';
import { leave } from './support/background';

/** A service whose lists show what is made seven seconds later; `made` is when the first is there. */
async function slowToShow(isAnswered: boolean) {
  const all = await bulkWorld();
  const { wire, sandbox, clock } = all;
  const made = Promise.withResolvers<void>();
  let shownAt = Infinity;
  wire.put(async (sent, goOn) => {
    if (isCreate(sent) && shownAt === Infinity) {
      sandbox.setFault({ kind: 'lag', path: '/imptracker' });
      const answer = await goOn();
      shownAt = clock.now() + 7000;
      made.resolve();
      return isAnswered ? answer : new Promise<never>(() => {});
    }
    if (clock.now() >= shownAt) sandbox.setFault(null);
    return goOn();
  });
  const again = async () => {
    await all.page('session.signOut', { recordings: 'keep' });
    return all.page('session.signIn', all.typed('trafficker'));
  };
  return { ...all, made: made.promise, again };
}

describe('who signs out right after something was made, and comes back at once', () => {
  it.each([
    ['its answer was on its way', false],
    ['it was answered', true],
  ])('makes no row of a sheet a second time: %s', async (_, isAnswered) => {
    const all = await slowToShow(isAnswered);
    const { bulk } = all;
    const id = await bulk.begin(sheetOf(1, 'Left'));
    await all.made;
    if (isAnswered) await bulk.until(id, isStill);
    await all.again();
    const checked = await bulk.check(sheetOf(1, 'Left'));
    expect(checked.rows.map(({ kind }) => kind)).toEqual(['unchanged']);
    expect(await named(all, 'Left')).toEqual(['Left 1']);
  });

  it('sees in the list what a form has made, though its answer was on its way', async () => {
    const all = await slowToShow(false);
    const changes = { name: 'Left', lineItemId: 640_303, publisherId: 880_202 };
    leave(all.page('trackers.save', { id: null, advertiserId: SMALL.id, changes }));
    await all.made;
    await all.again();
    await all.page('trackers.sync', { advertiserId: SMALL.id, whole: false });
    const rows = await all.db.getAll('trackerBlocks');
    expect(JSON.stringify(rows)).toContain('"Left"');
  });

  it('waits for nothing where nothing was made', async () => {
    const { page, typed, clock } = await bulkWorld();
    await page('trackers.sync', { advertiserId: SMALL.id, whole: false });
    const before = clock.now();
    await page('session.signOut', { recordings: 'keep' });
    await page('session.signIn', typed('trafficker'));
    await page('trackers.sync', { advertiserId: SMALL.id, whole: false });
    expect(clock.now() - before).toBeLessThan(1000);
  });
});
