import { describe, expect, it } from 'vitest';

import { bulkWorld, isCreate, isStill, named, sheetOf, SMALL } from './support/bulk';
import { answerWith, type Sent, withFields } from './support/wire';

const isRead = ({ method, path }: Sent) => method === 'GET' && path === '/imptracker';

describe('a tracker that was made, and whose answer says otherwise, is not made again', () => {
  // The service's copy that is read shows it seven seconds after it was made.
  it.each([0, 9, 12, 24])(
    'made after %i seconds, and not shown for seven more',
    async (seconds) => {
      const all = await bulkWorld();
      const { bulk, wire, sandbox, clock } = all;
      let shownAt = Infinity;
      wire.put(async (sent, goOn) => {
        if (isCreate(sent) && shownAt === Infinity) {
          await clock.sleep(seconds * 1000);
          sandbox.setFault({ kind: 'lag', path: '/imptracker' });
          await goOn();
          shownAt = clock.now() + 7000;
          return answerWith({ error_id: 'SYSTEM', error: 'down' }, { status: 500 });
        }
        if (clock.now() >= shownAt) sandbox.setFault(null);
        return goOn();
      });
      const id = await bulk.begin(sheetOf(2, 'Lag'));
      const run = await bulk.until(id, isStill);
      sandbox.setFault(null);
      expect(run.counts).toMatchObject({ created: 2, failed: 0 });
      expect(await named(all, 'Lag')).toEqual(['Lag 1', 'Lag 2']);
    },
  );

  it.each([
    { kind: 'expired', variant: 'noauth-401', times: 1 },
    { kind: '429', retryAfter: 300, times: 1 },
  ] as const)('answered with its id alone, and then $kind', async (fault) => {
    const all = await bulkWorld();
    const { bulk, wire, sandbox } = all;
    let creates = 0;
    wire.put(async (sent, goOn) => {
      if (!isCreate(sent) || (creates += 1) !== 2) return goOn();
      const answer = await withFields(await goOn(), () => ({ imptracker: null }));
      sandbox.setFault(fault);
      return answer;
    });
    const id = await bulk.begin(sheetOf(3, 'Id'));
    const run = await bulk.until(id, isStill);
    if (run.failure?.code === 'session-expired') {
      await all.background.page('session.signIn', all.typed('trafficker'));
    }
    expect((await bulk.until(id, ({ state }) => state === 'done')).counts.created).toBe(3);
    expect(await named(all, 'Id')).toEqual(['Id 1', 'Id 2', 'Id 3']);
  });
});

describe('a run that was ended with its last row in doubt', () => {
  it('has the next one wait until that is known', async () => {
    const all = await bulkWorld();
    const { bulk, wire } = all;
    const made = Promise.withResolvers<void>();
    let isAway = false;
    wire.put(async (sent, goOn) => {
      if (isAway && isRead(sent)) throw new TypeError('connection reset');
      if (!isCreate(sent)) return goOn();
      await goOn();
      made.resolve();
      return new Promise<never>(() => {});
    });
    const checked = await bulk.check(sheetOf(2, 'Doubt'));
    const id = await bulk.start(checked);
    await made.promise;
    isAway = true;
    await bulk.cancel(id);
    // It looks for its row as long as it is worth.
    await all.background.jobs.join('tracker-run').catch(() => {});
    expect(await bulk.ends(id)).toEqual(['Doubt 1, open', 'Doubt 2, open']);

    // The list can be read once more, and then the network is away again.
    let reads = 0;
    wire.put(async (sent, goOn) => {
      if (isRead(sent) && (reads += 1) > 1) throw new TypeError('connection reset');
      return goOn();
    });
    await expect(bulk.start(checked)).rejects.toMatchObject({ code: 'save-unsure' });
    wire.clear();
    const next = await bulk.start(checked);
    await bulk.until(next, isStill);
    expect(await named(all, 'Doubt')).toEqual(['Doubt 1', 'Doubt 2']);
    expect(await bulk.ends(id)).toEqual(['Doubt 1, created', 'Doubt 2, open']);
  });
});

describe('between the dry run and its beginning', () => {
  it('a colleague has made one of that name, without the code: it may be meant to get it', async () => {
    const all = await bulkWorld();
    const { bulk, colleague } = all;
    const [head = [], ...rows] = sheetOf(2, 'Coded');
    const table = [[...head, 'Code'], ...rows.map((row, at) => [...row, `C-${at}`])];
    const checked = await bulk.check(table);
    await colleague.create(SMALL.id as 700101, 'Coded 2');
    const id = await bulk.start(checked);
    await bulk.until(id, isStill);
    expect(await bulk.ends(id)).toEqual(['Coded 1, created', 'Coded 2, skipped']);
    expect((await bulk.check(table)).counts).toMatchObject({ create: 0, conflict: 1 });
  });
});
