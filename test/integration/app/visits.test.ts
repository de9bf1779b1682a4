import { beforeAll, describe, expect, it } from 'vitest';

import type { VisitOrder } from '@/lib/core/verification/visited';
import { openDatabase } from '@/lib/store/database';
import { loadPageViews, loadRequests, readVerification } from '@/lib/store/verifications';

import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { type Background, leave } from './support/background';
import { createStopper } from './support/stop-at';
import { createVirtualClock } from './support/virtual-clock';
import { personAt } from './support/world';

const PIXEL = 'https://ib.adnxs.com/imptr?id=';
const PAGES = ['https://one.example/', 'https://two.example/', 'https://three.example/'];
const clock = createVirtualClock('2026-11-20T10:00:00Z');

const orderOf = (urls: readonly string[] = PAGES): VisitOrder => ({
  pages: urls.map((url) => ({ url, ownIds: [] })),
  everywhereIds: [11],
  limitSeconds: 30,
});

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ now: clock.date });
  return () => sandbox.close();
});

type Person = Awaited<ReturnType<typeof person>>;

/** Somebody whose web has these pages, each with one pixel; nobody needs to be signed in. */
async function person() {
  const one = await personAt(sandbox, clock, null);
  for (const url of PAGES) one.visits.web.set(url, { pixels: [`${PIXEL}11&from=${url}`] });
  return one;
}

async function read({ db }: Pick<Person, 'db'>, id: string) {
  const [verification, views, requests] = await Promise.all([
    readVerification(db, id),
    loadPageViews(db, id),
    loadRequests(db, id),
  ]);
  return { visited: verification?.visited, views: views.rows, requests: requests.rows };
}

/** Resolves once a run stands so. */
async function until(one: Person, id: string, state: string) {
  return expect.poll(async () => (await read(one, id)).visited?.state, POLL).toBe(state);
}
const POLL = { timeout: 10_000, interval: 5 };

const start = async (worker: Background, order = orderOf()) =>
  (await worker.page('visits.start', order)).id;

const ends = async (one: Person, id: string) =>
  (await read(one, id)).views.map(({ visit }) => visit?.end ?? 'under way');

describe('pages of a list', () => {
  it('are visited one after the other in one window, each with what it fired', async () => {
    const one = await person();
    const id = await start(one.background);
    await until(one, id, 'done');
    const { views, requests } = await read(one, id);
    expect(one.visits.visited).toEqual(PAGES);
    expect(one.visits.at).toMatchObject({ windows: 1, isOpen: false });
    expect(views.map(({ url, visit }) => [url, visit?.page, visit?.end, visit?.sight])).toEqual(
      PAGES.map((url, page) => [url, page, 'quiet', 'visible']),
    );
    expect(requests.map(({ pageViewId }) => pageViewId)).toEqual(views.map((view) => view.id));
    expect(requests.map(({ outcome }) => outcome)).toEqual(['answered', 'answered', 'answered']);
  });

  it('tell open pages what they see', async () => {
    const one = await person();
    const id = await start(one.background, orderOf([PAGES[0] ?? '']));
    await until(one, id, 'done');
    expect(one.told.map(({ kind }) => kind)).toEqual([
      'page-viewed',
      'requests-changed',
      'page-viewed',
    ]);
  });

  it('have what is sent as a page is left, which may have arrived', async () => {
    const one = await person();
    const url = PAGES[0] ?? '';
    one.visits.web.set(url, { leavingPixels: [`${PIXEL}12`] });
    const id = await start(one.background, orderOf([url]));
    await until(one, id, 'done');
    const { requests } = await read(one, id);
    expect(requests.map(({ url: { id: of }, outcome }) => [of, outcome])).toEqual([
      ['12', 'aborted'],
    ]);
  });

  it.each([
    ['comes to rest elsewhere', { redirectsTo: PAGES[1] ?? '' }, 'quiet'],
    ['goes on loading', { isLoading: true }, 'loading'],
    ['hears nothing of its server', { isHanging: true }, 'unanswered'],
    ['is not found by name', { error: 'net::ERR_NAME_NOT_RESOLVED' }, 'failed'],
    ['is a file', { isNoPage: true }, 'download'],
    ['is nothing', { isNoPage: true, status: 204 }, 'empty'],
    ['breaks off', { isCrashed: true }, 'crashed'],
    ['stands behind a dialog', { word: 'silent' }, 'silent'],
  ] as const)('go on after a page that %s', async (_, page, end) => {
    const one = await person();
    one.visits.web.set(PAGES[0] ?? '', page);
    const id = await start(one.background, orderOf(PAGES.slice(0, 2)));
    await until(one, id, 'done');
    expect(await ends(one, id)).toEqual([end, 'quiet']);
  });

  it('say whether a page was in sight, and say nothing where the browser does not', async () => {
    const one = await person();
    const [first = '', second = ''] = PAGES;
    one.visits.web.set(first, { word: { sight: 'hidden' } });
    one.visits.web.set(second, { word: 'refused' });
    const id = await start(one.background, orderOf([first, second]));
    await until(one, id, 'done');
    const { views } = await read(one, id);
    expect(views.map(({ visit }) => visit?.sight)).toEqual(['hidden', null]);
  });

  it('are not visited without access, and no window opens', async () => {
    const one = await person();
    one.visits.at.isAllowed = false;
    const id = await start(one.background);
    await until(one, id, 'paused');
    expect((await read(one, id)).visited?.pause).toBe('not-allowed');
    expect(one.visits.at.windows).toBe(0);
  });

  it('are recorded by the run alone, each until its tab is gone', async () => {
    const one = await person();
    const held: boolean[] = [];
    one.visits.onGo(() => held.push(one.visits.held.has(one.visits.at.tab)));
    await until(one, await start(one.background), 'done');
    await expect.poll(() => one.visits.held.size, POLL).toBe(0);
    expect(held).toEqual([true, true, true]);
  });

  it('have no sign-in in what is kept of them, only in the list', async () => {
    const one = await person();
    const [page = ''] = PAGES;
    const url = page.replace('//', '//somebody:secret@');
    one.visits.web.set(url, { redirectsTo: url });
    const id = await start(one.background, orderOf([url]));
    await until(one, id, 'done');
    const { views } = await read(one, id);
    expect(one.visits.visited).toEqual([url]);
    expect(views.map((view) => view.url)).toEqual([page]);
  });

  it('are of one list at a time', async () => {
    const one = await person();
    const id = await start(one.background);
    await expect(start(one.background)).rejects.toMatchObject({ code: 'visits-going' });
    await until(one, id, 'done');
    await until(one, await start(one.background), 'done');
  });
});

describe('a run', () => {
  it('waits once the page under way is visited, and goes on with the next', async () => {
    const one = await person();
    let id = '';
    one.visits.onGo((url) => {
      if (url === PAGES[0]) leave(one.page('visits.pause', { id }));
    });
    id = await start(one.background);
    await until(one, id, 'paused');
    await expect.poll(() => ends(one, id), POLL).toEqual(['quiet']);
    await expect.poll(() => one.visits.at.isOpen, POLL).toBe(false);
    await one.page('visits.goOn', { id });
    await until(one, id, 'done');
    expect(one.visits.visited).toEqual(PAGES);
  });

  it('goes on where a person says so as it comes to wait', async () => {
    const one = await person();
    let id = '';
    one.visits.onGo((url) => {
      if (url !== PAGES[0]) return;
      leave(one.page('visits.pause', { id }).then(() => one.page('visits.goOn', { id })));
    });
    id = await start(one.background);
    await until(one, id, 'done');
    expect(one.visits.visited).toEqual(PAGES);
  });

  it('ends for good where it is stopped, in the middle of a page', async () => {
    const one = await person();
    let id = '';
    one.visits.onGo(() => leave(one.page('visits.stop', { id })));
    id = await start(one.background);
    await until(one, id, 'stopped');
    await expect.poll(() => ends(one, id), POLL).toEqual(['cut']);
    await one.page('visits.goOn', { id });
    expect((await read(one, id)).visited?.state).toBe('stopped');
    expect(one.visits.visited).toEqual(PAGES.slice(0, 1));
  });

  it('waits where a person closes its window, and visits that page again', async () => {
    const one = await person();
    let closes = 1;
    one.visits.onGo((url) => {
      if (url === PAGES[1] && closes-- > 0) one.visits.closeByHand();
    });
    const id = await start(one.background);
    await until(one, id, 'paused');
    expect((await read(one, id)).visited?.pause).toBe('window-closed');
    await one.page('visits.goOn', { id });
    await until(one, id, 'done');
    expect(await ends(one, id)).toEqual(['quiet', 'cut', 'quiet', 'quiet']);
  });

  it('waits for a person after the browser was closed: no window opens by itself', async () => {
    const one = await person();
    const reached = Promise.withResolvers<void>();
    one.visits.onGo((url) => url === PAGES[1] && reached.resolve());
    const dead = one.restarted({ clock: { ...clock, timer: () => () => {} } });
    const id = await start(dead, orderOf([PAGES[1] ?? '', PAGES[2] ?? '']));
    await reached.promise;
    one.visits.restart();
    clock.forward(24 * 60);

    const worker = one.restarted();
    await worker.jobs.resume();
    await until(one, id, 'paused');
    expect((await read(one, id)).visited?.pause).toBe('browser-ended');
    expect(await ends(one, id)).toEqual(['cut']);
    expect(one.visits.at.windows).toBe(1);

    await worker.page('visits.goOn', { id });
    await until(one, id, 'done');
    expect(await ends(one, id)).toEqual(['cut', 'quiet', 'quiet']);
  });

  it('waits where its access is taken back, and says nothing of the page under way', async () => {
    const one = await person();
    one.visits.onGo((url) => {
      if (url === PAGES[1]) one.visits.at.isAllowed = false;
    });
    const id = await start(one.background);
    await until(one, id, 'paused');
    expect((await read(one, id)).visited?.pause).toBe('not-allowed');
    expect(await ends(one, id)).toEqual(['quiet', 'cut']);
    await expect.poll(() => one.visits.at.isOpen, POLL).toBe(false);
    one.visits.onGo(() => {});
    one.visits.at.isAllowed = true;
    await one.page('visits.goOn', { id });
    await until(one, id, 'done');
    expect(await ends(one, id)).toEqual(['quiet', 'cut', 'quiet', 'quiet']);
  });

  it('does not visit a page again that has cut off three visits', async () => {
    const one = await person();
    one.visits.onGo((url) => url === PAGES[0] && one.visits.closeByHand());
    const id = await start(one.background);
    for (let times = 1; times < 3; times += 1) {
      await until(one, id, 'paused');
      await one.page('visits.goOn', { id });
    }
    await until(one, id, 'paused');
    await one.page('visits.goOn', { id });
    await until(one, id, 'done');
    expect(await ends(one, id)).toEqual(['cut', 'cut', 'cut', 'quiet', 'quiet']);
  });

  it('ends with its verification', async () => {
    const one = await person();
    const id = await start(one.background);
    const { deleteVerification } = await import('@/lib/store/verifications');
    await deleteVerification(one.db, id);
    await expect.poll(() => one.visits.at.isOpen, POLL).toBe(false);
    expect(await read(one, id)).toEqual({ visited: undefined, views: [], requests: [] });
  });
});

describe('a worker that is stopped at every step of a run', () => {
  it('goes on, by itself or as it is looked at; visits every page, and none twice but the one it was at', async () => {
    let steps = 0;
    for (let nth = 1; ; nth += 1) {
      const one = await person();
      const stopper = createStopper({ nth, isDone: nth % 2 === 0 });
      const worker = one.restarted({
        clock: stopper.clock(clock),
        connect: () => {
          const db = openDatabase(one.databaseName).then(stopper.database);
          return () => db;
        },
      });
      const asked = start(worker, orderOf(PAGES.slice(0, 2)));
      leave(asked);
      const begun = await Promise.race([asked, stopper.stopped.then(() => null)]);
      const id = begun ?? (await firstId(one));
      const isOver = async () =>
        id !== null && (await read(one, id)).visited?.state === 'done' && !one.visits.at.isOpen;
      await expect.poll(async () => stopper.hasStopped() || (await isOver()), POLL).toBe(true);
      if (!stopper.hasStopped()) break;
      steps = nth;
      const next = one.restarted();
      await next.jobs.resume();
      const found = id ?? (await firstId(one));
      // Nothing was kept before it stopped: the person has heard so.
      if (found === null) continue;
      const { state } = (await read(one, found)).visited ?? {};
      // It stopped before its work was in the journal: who looks at it has it go on.
      if (state === 'going') await next.page('visits.goOn', { id: found });
      await until(one, found, 'done');
      const all = await ends(one, found);
      expect(all.filter((end) => end === 'quiet')).toHaveLength(2);
      expect(all.filter((end) => end !== 'quiet').length).toBeLessThanOrEqual(1);
    }
    expect(steps).toBeGreaterThan(10);
  }, 60_000);

  async function firstId({ db }: Person): Promise<string | null> {
    const [id] = await db.getAllKeys('verifications');
    return id ?? null;
  }
});
