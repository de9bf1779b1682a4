import { describe, expect, it } from 'vitest';

import type { TrackerChanges } from '@/lib/core/tracker/draft';
import { POPUP_ROUTE_KEY } from '@/lib/core/tracker/draft-key';
import { emptyDraft } from '@/lib/core/tracker/draft';
import { countTrackers, dropTracker, findTrackers, readDraft, writeDraft } from './support/stores';
import { listJobs } from '@/lib/store/jobs';

import { type Background, leave } from './support/background';
import { openBuilder, worldWithBuilder } from './support/builder';
import { answerWith, type Between, withFields } from './support/wire';
import { cachedLines, serviceLines, type World, world } from './support/world';

const SMALL = 700_101;
const OLD = 90_011;
const DRAFT = `form:${SMALL}:new`;
const NEW = { name: 'Once', lineItemId: 640_303, publisherId: 880_202 };
const TYPED = { draft: { ...emptyDraft(), name: 'Once' } };
const NEVER = new Promise<never>(() => {});

const create = ({ page }: Pick<Background, 'page'>, changes: TrackerChanges = NEW) =>
  page('trackers.save', { id: null, advertiserId: SMALL, changes });
const rename = ({ page }: Pick<Background, 'page'>, name = 'Renamed') =>
  page('trackers.save', { id: OLD, advertiserId: SMALL, changes: { name } });
const remove = ({ page }: Pick<Background, 'page'>) => page('trackers.delete', { id: OLD });
const saving = ({ page }: Pick<Background, 'page'>, id: number | null = null) =>
  page('trackers.saving', { id, advertiserId: SMALL });
const made = async ({ colleague }: World, name = 'Once') =>
  (await colleague.list(SMALL)).filter((row) => row.name === name);
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );
const isWrite = ({ method, path }: { method: string; path: string }) =>
  path === '/imptracker' && method !== 'GET';
const isLook = ({ method, path }: { method: string; path: string }) =>
  path === '/imptracker' && method === 'GET';
const lost = () => Promise.reject(new TypeError('connection reset'));

/** A world with the list cached and something typed. */
async function typedIn() {
  const all = await world();
  await all.page('trackers.sync', { advertiserId: SMALL, whole: true });
  await writeDraft(all.db, DRAFT, TYPED);
  all.wire.sent.length = 0;
  all.background.notices.length = 0;
  all.clock.forward(1);
  return all;
}

/** The first write is done at the service, its answer lost; looks fail too, as long as `isDown`. */
function loseFirstWrite(all: World, isDone = true) {
  const at = { isDown: true, writes: 0 };
  all.wire.put(async (sent, goOn) => {
    if (isLook(sent) && at.isDown) return lost();
    if (!isWrite(sent)) return goOn();
    at.writes += 1;
    if (at.writes > 1) return goOn();
    if (isDone) await goOn();
    return lost();
  });
  return at;
}

/** A worker that is stopped as its write is on its way; resolves once it is. */
async function stoppedInWrite(
  all: World,
  act: (worker: Background) => Promise<unknown>,
  isDone = true,
) {
  const stopped = Promise.withResolvers<void>();
  all.wire.put(async (sent, goOn) => {
    if (!isWrite(sent)) return goOn();
    if (isDone) await goOn();
    stopped.resolve();
    return NEVER;
  });
  leave(act(all.background));
  await stopped.promise;
  all.wire.clear();
}

/** The alarm goes off: there is one, and it starts a worker. */
async function alarm({ browser, restarted }: World) {
  expect(browser.held.hasAlarm).toBe(true);
  const worker = restarted();
  await worker.jobs.resume();
  return worker;
}

/** A worker that is stopped as the service has it wait; resolves once it waits. */
async function stoppedInWait(
  all: World,
  seconds: number,
  act: (worker: Background) => Promise<unknown>,
) {
  all.sandbox.setFault({ kind: '429', retryAfter: seconds, times: 1 });
  const worker = all.restarted({ clock: { ...all.clock, timer: () => () => {} } });
  const waiting = Promise.withResolvers<void>();
  worker.once('waiting', waiting.resolve);
  leave(act(worker));
  await waiting.promise;
  expect(await unfinished(all)).toHaveLength(1);
}

const unfinished = async ({ db }: World) =>
  (await listJobs(db)).filter(({ state }) => state !== 'done');

const WAITED_FOR: Record<string, (worker: Background) => Promise<unknown>> = {
  'a new tracker': create,
  'a change': (worker) => rename(worker),
  'a deletion': (worker) => remove(worker),
  'a list': (worker) => worker.page('trackers.sync', { advertiserId: SMALL, whole: true }),
};

describe.each(Object.entries(WAITED_FOR))('a wait of the service, before %s', (_, act) => {
  it.each([21, 45, 60])(
    'of %i s is an alarm: it starts a worker just then, which goes on at once',
    async (seconds) => {
      const all = await typedIn();
      const start = all.clock.now();
      await stoppedInWait(all, seconds, act);
      expect(all.browser.held.wakesAt).toBe(start + seconds * 1000);
      const before = all.wire.sent.length;
      all.clock.forward(seconds / 60);
      // Every page is closed: it is the alarm that starts it, and such an alarm goes off once.
      all.browser.held.wakesAt = null;
      await all.restarted().jobs.resume();
      expect(all.wire.sent.length).toBeGreaterThan(before);
      expect(await unfinished(all)).toEqual([]);
      expect(all.browser.held.wakesAt).toBeNull();
    },
  );

  it('of less is none', async () => {
    const all = await typedIn();
    await stoppedInWait(all, 20, act);
    expect(all.browser.held.wakesAt).toBeNull();
  });

  it('that was stopped early on waits no longer than the service wants', async () => {
    const all = await typedIn();
    const start = all.clock.now();
    await stoppedInWait(all, 60, act);
    const before = all.wire.sent.length;
    all.clock.forward(10 / 60);
    await all.restarted().jobs.resume();
    expect(((all.wire.sent[before]?.at ?? 0) - start) / 1000).toBe(60);
    expect(await unfinished(all)).toEqual([]);
  });
});

describe('with every page closed, a worker that was stopped', () => {
  it('in the middle of a Retry-After is started by the alarm, and the tracker is made once', async () => {
    const all = await typedIn();
    const { clock, wire } = all;
    const waiting = Promise.withResolvers<void>();
    const until = clock.now() + 50_000;
    wire.put((sent, goOn) => {
      if (clock.now() >= until || (isWrite(sent) && wire.sentTo('POST', '/imptracker').length > 1))
        return goOn();
      const left = String(Math.ceil((until - clock.now()) / 1000));
      const headers = { 'retry-after': left };
      return Promise.resolve(answerWith({ error_id: 'SYSTEM' }, { status: 429, headers }));
    });
    // Stopped as it waits: no timer of it ever goes off.
    const worker = all.restarted({ clock: { ...clock, timer: () => () => {} } });
    worker.once('waiting', waiting.resolve);
    leave(create(worker));
    await waiting.promise;
    clock.forward(0.5);
    await alarm(all);
    expect(await made(all)).toHaveLength(1);
    expect(await readDraft(all.db, DRAFT)).toBeUndefined();
    expect(clock.now()).toBeGreaterThanOrEqual(until);
    expect(all.browser.held.hasAlarm).toBe(false);
  });

  it.each([
    ['before the service had it', false],
    ['after', true],
  ])('in the middle of a new tracker, %s, goes on', async (_, isDone) => {
    const all = await typedIn();
    await stoppedInWrite(all, create, isDone);
    await alarm(all);
    const [tracker] = await made(all);
    expect(await made(all)).toHaveLength(1);
    expect(await findTrackers(all.db, [tracker?.id ?? 0])).toHaveLength(1);
    expect(await readDraft(all.db, DRAFT)).toBeUndefined();
  });

  it.each([
    ['before the service had it', false, 2],
    ['after', true, 1],
  ])('in the middle of a change, %s, sends it no more than it must', async (_, isDone, puts) => {
    const all = await typedIn();
    await stoppedInWrite(all, rename, isDone);
    await alarm(all);
    expect(await made(all, 'Renamed')).toHaveLength(1);
    expect(all.wire.sentTo('PUT', '/imptracker')).toHaveLength(puts);
    expect((await findTrackers(all.db, [OLD]))[0]?.name).toBe('Renamed');
  });

  it.each([false, true])('in the middle of a deletion (done: %s) deletes it', async (isDone) => {
    const all = await typedIn();
    await stoppedInWrite(all, remove, isDone);
    await alarm(all);
    expect(await all.colleague.list(SMALL)).toHaveLength(1);
    expect(await findTrackers(all.db, [OLD])).toEqual([]);
  });

  it('does not write over what a colleague has changed since', async () => {
    const all = await typedIn();
    await stoppedInWrite(all, rename, false);
    await all.colleague.change(OLD, { name: 'Theirs' });
    const worker = await alarm(all);
    expect(await made(all, 'Theirs')).toHaveLength(1);
    // The form that is opened again says why it is not saved; saved once more, it is.
    expect(await codeOf(saving(worker, OLD))).toBe('changed-meanwhile');
    await rename(worker);
    expect(await made(all, 'Renamed')).toHaveLength(1);
  });

  it('makes nothing any more after an hour: the person may have gone another way', async () => {
    const all = await typedIn();
    await stoppedInWrite(all, create, false);
    all.clock.forward(61);
    const worker = await alarm(all);
    expect(await made(all)).toEqual([]);
    expect(await readDraft(all.db, DRAFT)).toEqual(TYPED);
    expect(await codeOf(saving(worker))).toBe('not-saved');
    await create(worker);
    expect(await made(all)).toHaveLength(1);
  });

  it('still finds after an hour what was made', async () => {
    const all = await typedIn();
    await stoppedInWrite(all, create);
    all.clock.forward(61);
    await alarm(all);
    expect(await readDraft(all.db, DRAFT)).toBeUndefined();
  });

  it('leaves it to the next sign-in where nobody is signed in', async () => {
    const all = await typedIn();
    await stoppedInWrite(all, create);
    all.browser.held.session = null;
    const worker = await alarm(all);
    expect(await readDraft(all.db, DRAFT)).toEqual(TYPED);
    const done = Promise.withResolvers<void>();
    worker.once('job', done.resolve);
    await worker.page('session.signIn', all.typed('trafficker'));
    await done.promise;
    expect(await made(all)).toHaveLength(1);
    expect(await readDraft(all.db, DRAFT)).toBeUndefined();
  });
});

describe('where nobody can tell whether it was made', () => {
  it('says so and sends nothing more; saved again, it is looked for and found', async () => {
    const all = await typedIn();
    const at = loseFirstWrite(all);
    expect(await codeOf(create(all))).toBe('save-unsure');
    expect(await codeOf(create(all))).toBe('save-unsure');
    expect(at.writes).toBe(1);
    expect(await readDraft(all.db, DRAFT)).toEqual(TYPED);
    at.isDown = false;
    const { id } = await create(all);
    expect(await made(all)).toMatchObject([{ id }]);
    expect(at.writes).toBe(1);
    expect(await readDraft(all.db, DRAFT)).toBeUndefined();
  });

  it('saved again, it is made where it is not there', async () => {
    const all = await typedIn();
    const at = loseFirstWrite(all, false);
    expect(await codeOf(create(all))).toBe('save-unsure');
    at.isDown = false;
    await create(all);
    expect([at.writes, (await made(all)).length]).toEqual([2, 1]);
  });

  it('saved again as the worker starts for it, one press is enough', async () => {
    const all = await typedIn();
    const at = loseFirstWrite(all, false);
    expect(await codeOf(create(all))).toBe('save-unsure');
    at.isDown = false;
    const worker = all.restarted();
    const pressed = Promise.withResolvers<unknown>();
    all.wire.put((sent, goOn) => {
      // Pressed while the worker looks by itself, as it does at its start.
      if (isLook(sent)) pressed.resolve(create(worker));
      return goOn();
    });
    await worker.jobs.resume();
    await pressed.promise;
    expect(await made(all)).toHaveLength(1);
  });

  it('a worker that starts finds it, but never makes it unasked', async () => {
    for (const isDone of [true, false]) {
      const all = await typedIn();
      const at = loseFirstWrite(all, isDone);
      expect(await codeOf(create(all))).toBe('save-unsure');
      at.isDown = false;
      const worker = all.restarted();
      await worker.jobs.resume();
      expect(at.writes).toBe(1);
      expect(await made(all)).toHaveLength(isDone ? 1 : 0);
      expect(await readDraft(all.db, DRAFT)).toEqual(isDone ? undefined : TYPED);
      expect(await codeOf(saving(worker))).toBe(isDone ? 'done' : 'not-saved');
    }
  });

  it('with other values saved after it, the first is told of before a second is made', async () => {
    const all = await typedIn();
    const at = loseFirstWrite(all);
    const other = { ...NEW, name: 'Another' };
    expect(await codeOf(create(all))).toBe('save-unsure');
    expect(await codeOf(create(all, other))).toBe('save-unsure');
    at.isDown = false;
    expect(await codeOf(create(all, other))).toBe('saved-before');
    expect([at.writes, (await made(all)).length]).toEqual([1, 1]);
    await create(all, other);
    expect(await made(all, 'Another')).toHaveLength(1);
  });

  it('with other values, where the first is not there, only these are made', async () => {
    const all = await typedIn();
    const at = loseFirstWrite(all, false);
    expect(await codeOf(create(all))).toBe('save-unsure');
    at.isDown = false;
    await create(all, { ...NEW, name: 'Another' });
    expect(await made(all)).toEqual([]);
    expect(await made(all, 'Another')).toHaveLength(1);
  });

  it('asks where one with these very values was there perhaps before', async () => {
    // Nothing is cached, so that nothing is known of it.
    const all = await world();
    await create(all);
    all.clock.forward(24 * 60);
    await all.page('session.signIn', all.typed('trafficker'));
    for (const { id } of await made(all)) await dropTracker(all.db, id);
    loseFirstWrite(all, false).isDown = false;
    expect(await codeOf(create(all))).toBe('save-doubtful');
    expect(await made(all)).toHaveLength(1);
    await create(all);
    expect(await made(all)).toHaveLength(2);
  });

  it('a token that died on the way is followed by a look, once there is another', async () => {
    const all = await typedIn();
    loseFirstWrite(all).isDown = false;
    all.sandbox.setFault({ kind: 'expired', method: 'GET' });
    expect(await codeOf(create(all))).toBe('session-expired');
    all.sandbox.setFault([]);
    const done = Promise.withResolvers<void>();
    all.background.once('job', done.resolve);
    await all.page('session.signIn', all.typed('trafficker'));
    await done.promise;
    expect(await made(all)).toHaveLength(1);
    expect(await readDraft(all.db, DRAFT)).toBeUndefined();
  });
});

describe('what was made is found', () => {
  const lostOnce =
    (besides: Between = (_, goOn) => goOn()): Between =>
    async (sent, goOn) => {
      if (!isWrite(sent)) return besides(sent, goOn);
      await goOn();
      return lost();
    };

  it('though reads lag some seconds behind', async () => {
    const all = await typedIn();
    const shownFrom = all.clock.now() + 7000;
    all.wire.put(
      lostOnce(async (_, goOn) => {
        const answer = await goOn();
        if (all.clock.now() >= shownFrom) return answer;
        return withFields(answer, () => ({ imptrackers: [], count: 0 }));
      }),
    );
    await create(all);
    expect(await made(all)).toHaveLength(1);
  });

  it.each([
    ['an hour ahead', 60],
    ['a year ahead', 365 * 24 * 60],
    ['an hour behind', -60],
    ['a year behind', -365 * 24 * 60],
  ])('by a clock that is %s of the service’s', async (_, minutes) => {
    const all = await typedIn();
    const { clock } = all;
    const off = { ...clock, now: () => clock.now() + minutes * 60_000 };
    all.wire.put(lostOnce());
    await create(all.restarted({ clock: off }));
    expect(await made(all)).toHaveLength(1);
    expect(all.wire.sentTo('POST', '/imptracker')).toHaveLength(1);
  });

  it('by a service that ignores what is asked for', async () => {
    const all = await typedIn();
    const { wire, sandbox, browser } = all;
    wire.put(
      lostOnce(async ({ path, query }, goOn) => {
        if (!query.has('min_last_modified')) return goOn();
        query.delete('min_last_modified');
        const headers = { authorization: browser.held.session?.token ?? '' };
        return fetch(`${sandbox.httpUrl}${path}?${query.toString()}`, { headers });
      }),
    );
    await create(all);
    expect(await made(all)).toHaveLength(1);
  });

  it('and told from its twin of last month', async () => {
    const all = await typedIn();
    await create(all);
    all.clock.forward(30);
    all.wire.put(lostOnce());
    const { id } = await create(all);
    expect((await made(all)).map((row) => row.id)).toEqual([id - 1, id]);
  });

  it('a change too: it is not sent again', async () => {
    const all = await typedIn();
    all.wire.put(lostOnce());
    expect(await rename(all)).toMatchObject({ id: OLD, name: 'Renamed' });
    expect(all.wire.sentTo('PUT', '/imptracker')).toHaveLength(1);
  });
});

describe('who wants what is being done', () => {
  const held = async () => {
    const all = await typedIn();
    const { promise: goesOn, resolve: goOnNow } = Promise.withResolvers<void>();
    const { promise: isSent, resolve: sent } = Promise.withResolvers<void>();
    all.wire.put(async (one, goOn) => {
      if (!isWrite(one)) return goOn();
      sent();
      await goesOn;
      return goOn();
    });
    return { ...all, isSent, goOnNow };
  };

  it('joins in, and hears the same', async () => {
    const all = await held();
    const saves = [create(all), create(all)];
    await all.isSent;
    const joined = saving(all);
    all.goOnNow();
    const trackers = await Promise.all([...saves, joined]);
    expect(new Set(trackers.map((tracker) => tracker?.id)).size).toBe(1);
    expect(await made(all)).toHaveLength(1);
  });

  it('finds it where the worker was stopped meanwhile', async () => {
    const all = await typedIn();
    await stoppedInWrite(all, create);
    expect(await saving(all.restarted())).toMatchObject({ name: 'Once' });
    expect(await made(all)).toHaveLength(1);
  });

  it('hears why it failed, and nothing of what is over', async () => {
    const all = await typedIn();
    all.sandbox.setFault({ kind: '503', throttling: false, method: 'POST', times: 1 });
    expect(await codeOf(create(all))).toBe('service-down');
    expect(await codeOf(saving(all))).toBe('service-down');
    all.clock.forward(60);
    expect(await saving(all)).toBeNull();
    await create(all);
    expect(await saving(all)).toBeNull();
  });

  it('changes one after the other', async () => {
    const all = await held();
    const first = rename(all, 'First');
    await all.isSent;
    const second = rename(all, 'Second');
    const third = remove(all);
    all.goOnNow();
    expect(await Promise.all([first, second, third])).toMatchObject([
      { name: 'First' },
      { name: 'Second' },
      null,
    ]);
    expect(all.wire.sent.filter(isWrite).map(({ method }) => method)).toEqual([
      'PUT',
      'PUT',
      'DELETE',
    ]);
  });

  it('of another tracker does not wait', async () => {
    const all = await held();
    const first = create(all);
    await all.isSent;
    all.wire.clear();
    await rename(all);
    all.goOnNow();
    expect(await first).toMatchObject({ name: 'Once' });
  });

  it('what was typed since stays', async () => {
    const all = await held();
    const first = create(all);
    await all.isSent;
    const since = { draft: { ...TYPED.draft, name: 'The next one' } };
    await writeDraft(all.db, DRAFT, since);
    all.goOnNow();
    await first;
    expect(await readDraft(all.db, DRAFT)).toEqual(since);
  });

  it.each<[string, { view: string }, boolean]>([
    ['its form was closed with it', { view: 'form' }, false],
    ['its person has gone on to another view', { view: 'tag' }, true],
  ])('where the popup opens afterwards: %s', async (_, later, isKept) => {
    const all = await held();
    await writeDraft(all.db, POPUP_ROUTE_KEY, { view: 'form' });
    const first = create(all);
    await all.isSent;
    await writeDraft(all.db, POPUP_ROUTE_KEY, later);
    all.goOnNow();
    await first;
    expect(await readDraft(all.db, POPUP_ROUTE_KEY)).toEqual(isKept ? later : undefined);
  });

  it('two forms of one draft with other values: the second hears of the first', async () => {
    const all = await held();
    const first = create(all);
    await all.isSent;
    const second = codeOf(create(all, { ...NEW, name: 'Another' }));
    all.goOnNow();
    expect([(await first).name, await second]).toEqual(['Once', 'saved-before']);
    expect(await made(all, 'Another')).toEqual([]);
  });
});

describe('the same new tracker, saved again', () => {
  it.each([
    [50, 1],
    [61, 2],
  ])('%i seconds after it was made, is there %i times', async (seconds, times) => {
    const all = await typedIn();
    const { id } = await create(all);
    all.clock.forward(seconds / 60);
    const again = await create(all);
    expect(again.id === id).toBe(times === 1);
    expect(await made(all)).toHaveLength(times);
  });
});

describe('a job is ended at once', () => {
  const waiting = async () => {
    const all = await typedIn();
    all.sandbox.setFault({ kind: '429', retryAfter: 60, method: 'POST' });
    const isWaiting = Promise.withResolvers<void>();
    all.background.once('waiting', isWaiting.resolve);
    const before = all.clock.now();
    const ended = codeOf(create(all));
    await isWaiting.promise;
    return { ...all, ended, before };
  };

  it('by the person, while it waits for the rate limit', async () => {
    const { background, ended, clock, before, browser } = await waiting();
    background.jobs.cancel((subject) => subject === DRAFT);
    expect([await ended, clock.now() - before]).toEqual(['cancelled', 0]);
    await background.jobs.endAll();
    expect(browser.held.hasAlarm).toBe(false);
  });

  it('by signing out, and leaves nothing behind', async () => {
    const { page, ended, db, clock, before } = await waiting();
    const left = page('session.signOut', { recordings: 'keep' });
    expect([await ended, clock.now() - before]).toEqual(['session-expired', 0]);
    await left;
    expect(await listJobs(db)).toEqual([]);
  });

  it('by signing out as its answer is on its way: the next person sees nothing of it', async () => {
    const all = await typedIn();
    const { page, typed, wire, db } = all;
    const signedIn = Promise.withResolvers<unknown>();
    wire.put(async (sent, goOn) => {
      const answer = await goOn();
      if (isWrite(sent)) {
        signedIn.resolve(page('session.signIn', typed('read.only')));
        await signedIn.promise;
      }
      return answer;
    });
    expect(await codeOf(create(all))).toBe('session-expired');
    await signedIn.promise;
    expect(await countTrackers(db, SMALL)).toBe(0);
    const job = (await listJobs(db)).at(-1);
    expect(job).toMatchObject({ state: 'cancelled', steps: [{ state: 'sent' }] });
    // Who comes back finds the form, and makes no second one.
    await page('session.signIn', typed('trafficker'));
    expect(await readDraft(db, DRAFT)).toBeDefined();
    await create(all);
    expect(await made(all)).toHaveLength(1);
  });

  it('and takes no session of the next person with it', async () => {
    const all = await typedIn();
    const { browser, wire } = all;
    const other = { ...browser.held.session, token: 'of somebody else' };
    wire.put(async (sent, goOn) => {
      if (!isWrite(sent)) return goOn();
      const info = { ...browser.held.session?.info, userId: 1 };
      Object.assign(browser.held, { session: { ...other, info } });
      return lost();
    });
    expect(await codeOf(create(all))).toBe('session-expired');
    expect(browser.held.session?.token).toBe('of somebody else');
  });

  it('and what it may have made by then is looked for before it is made again', async () => {
    const all = await typedIn();
    all.wire.put(async (sent, goOn) => {
      const answer = await goOn();
      if (isWrite(sent)) all.background.jobs.cancel((subject) => subject === DRAFT);
      return answer;
    });
    expect(await codeOf(create(all))).toBe('cancelled');
    all.wire.clear();
    await create(all);
    expect(await made(all)).toHaveLength(1);
  });
});

describe('a sync', () => {
  const MEDIUM = 700_102;
  const sync = ({ page }: Pick<Background, 'page'>, whole = false, advertiserId = MEDIUM) =>
    page('trackers.sync', { advertiserId, whole });
  const lists = ({ wire }: World) => wire.sentTo('GET', '/imptracker');
  /** Stopped as its second page is on its way. */
  const stoppedSync = async () => {
    const all = await world();
    const stopped = Promise.withResolvers<void>();
    all.wire.put((sent, goOn) => {
      if (!sent.query.has('min_id')) return goOn();
      stopped.resolve();
      return NEVER;
    });
    leave(sync(all));
    await stopped.promise;
    all.wire.clear();
    return all;
  };

  it('that was stopped with its worker is gone on with, by the alarm', async () => {
    const all = await stoppedSync();
    await alarm(all);
    expect(await cachedLines(all.db, MEDIUM)).toEqual(await serviceLines(all.colleague, MEDIUM));
    expect(all.browser.held.hasAlarm).toBe(false);
  });

  it('is joined by the popup that is opened again after that', async () => {
    const all = await stoppedSync();
    expect(await sync(all.restarted())).toEqual({ count: 250 });
  });

  it('that the person ended is not gone on with by itself', async () => {
    const all = await world();
    all.background.once('sync-progress', () => all.page('trackers.cancelSync', null));
    expect(await codeOf(sync(all))).toBe('cancelled');
    const before = lists(all).length;
    await all.restarted().jobs.resume();
    expect(lists(all)).toHaveLength(before);
    expect(await sync(all)).toEqual({ count: 250 });
  });

  it('of changes is served by one that reads everything; everything is read where it is asked for', async () => {
    const all = await world();
    const both = await Promise.all([sync(all, true), sync(all, false)]);
    expect([both, lists(all).length]).toEqual([[{ count: 250 }, { count: 250 }], 3]);
    await Promise.all([sync(all, false), sync(all, true)]);
    expect(lists(all)).toHaveLength(3 + 2 + 3);
  });

  it('ends with the person who leaves', async () => {
    const all = await world();
    const signedIn = Promise.withResolvers<unknown>();
    all.background.once('sync-progress', () =>
      signedIn.resolve(all.page('session.signIn', all.typed('read.only'))),
    );
    expect(await codeOf(sync(all))).toBe('session-expired');
    await signedIn.promise;
    expect((await listJobs(all.db)).map(({ state }) => state)).toEqual(['cancelled']);
  });

  it('does not hold up a save', async () => {
    const all = await typedIn();
    all.wire.put((sent, goOn) => (isLook(sent) ? NEVER : goOn()));
    leave(sync(all));
    expect(await create(all)).toMatchObject({ name: 'Once' });
  });
});

describe('pages are told', () => {
  it('how far it is, and which tracker it changed', async () => {
    const all = await typedIn();
    const { id } = await create(all);
    await rename(all);
    await remove(all);
    const told = all.background.notices.filter((notice) => notice.kind === 'job');
    expect(told.map(({ subject, state, ids }) => [subject, state, ids])).toEqual([
      [DRAFT, 'going', []],
      [DRAFT, 'done', [id]],
      [`tracker:${OLD}`, 'going', []],
      [`tracker:${OLD}`, 'done', [OLD]],
      [`tracker:${OLD}`, 'going', []],
      [`tracker:${OLD}`, 'done', [OLD]],
    ]);
  });

  it('and an alarm is there just as long as there is work', async () => {
    const all = await typedIn();
    const alarms: boolean[] = [all.browser.held.hasAlarm];
    all.wire.put((sent, goOn) => {
      if (isWrite(sent)) alarms.push(all.browser.held.hasAlarm);
      return goOn();
    });
    await create(all);
    alarms.push(all.browser.held.hasAlarm);
    expect(alarms).toEqual([false, true, false]);
  });
});

describe('the builder’s form of a new tracker', () => {
  it('is saved once, though its worker was stopped and its answer lost', async () => {
    const all = await worldWithBuilder();
    await stoppedInWrite(all, (worker) =>
      worker.builder('builder.createTracker', { token: all.token, changes: NEW }),
    );
    const worker = all.restarted();
    const { token } = await openBuilder(all, worker);
    const option = await worker.builder('builder.createTracker', { token, changes: NEW });
    expect(await made(all)).toMatchObject([{ id: option.id }]);
  });

  it('is another than the popup’s: both are made', async () => {
    const all = await worldWithBuilder();
    const { builder, token } = all;
    await Promise.all([create(all), builder('builder.createTracker', { token, changes: NEW })]);
    expect(await made(all)).toHaveLength(2);
  });
});
