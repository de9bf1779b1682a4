// @vitest-environment happy-dom

import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';

import type { CachedTrackers } from '@/components/stores/tracker-list';
import type { TrackerActions } from '@/components/trackers/tracker-actions';
import { LeaveQuestion } from '@/components/pages/trackers/LeaveQuestion';
import { createTrackersModel } from '@/components/pages/trackers/trackers-model';
import type { Tracker } from '@/lib/core/tracker/tracker';
import { AppError } from '@/lib/core/base/errors';

import { pieceOf, popupActions, tracker } from '../trackers/build';

afterEach(cleanup);

const listOf = (...rows: Tracker[]) => ({ rows, unreadable: 0, next: null });
/** What the popup opens with: its newest tracker is there, and the rest is read by `next`. */
const startWith = (next: () => Promise<CachedTrackers>) => async () => ({
  ...(await popupActions().start()),
  list: { ...listOf(tracker(2, 'Two')), next },
});
const modelWith = (change: Partial<TrackerActions> = {}) =>
  createTrackersModel(popupActions({ writeDraft: vi.fn(async () => {}), ...change }));

describe('the popup', () => {
  it('opens where the person was, painted before it is refreshed', async () => {
    const model = modelWith({ sync: () => new Promise(() => {}) });
    void model.start();
    await vi.waitFor(() => expect(model.phase.value).toBe('signed-in'));
    expect(model.route.value).toEqual({ view: 'form', trackerId: 1 });
    expect(model.trackers.value.length).toBeGreaterThan(0);
    await vi.waitFor(() => expect(model.total.value).toBe(2));
  });

  it('says why it could not begin, and begins when it is tried again', async () => {
    const { start } = popupActions();
    const starting = vi.fn(start).mockRejectedValueOnce(new AppError('database-newer'));
    const model = modelWith({ start: starting });
    await model.start();
    expect(model.startFailure.value?.code).toBe('database-newer');
    expect(model.phase.value).toBe('loading');
    await model.start();
    expect(model.startFailure.value).toBeNull();
    expect(model.phase.value).toBe('signed-in');
  });

  it('leads to sign-in when the token dies, and keeps the place', async () => {
    const model = modelWith({
      sync: async () => {
        throw new AppError('session-expired');
      },
    });
    await model.start();
    expect(model.phase.value).toBe('signed-out');
    expect(model.sessionEnded.value).toBe(true);
    expect(model.route.value).toEqual({ view: 'form', trackerId: 1 });
  });

  it('says how many trackers cannot be read, and nothing of those of another advertiser', async () => {
    const model = modelWith({ sync: async (id) => ({ unread: id === 700_101 ? 2 : 0 }) });
    await model.start();
    expect(model.unread.value).toBe(2);
    await model.chooseAdvertiser({ id: 700_102, name: 'Other' });
    expect(model.unread.value).toBe(0);
  });

  it('says what failed and still shows what it has', async () => {
    const model = modelWith({
      sync: async () => {
        throw new AppError('network');
      },
    });
    await model.start();
    expect(model.failure.value?.code).toBe('network');
    expect(model.trackers.value).toHaveLength(2);
    expect(model.syncing.value).toBe(false);
  });

  it('says that not all have come where the first load ends early, until one comes to its end', async () => {
    const sync = vi.fn<TrackerActions['sync']>(async () => ({ unread: 0 }));
    const model = modelWith({ sync });
    await model.start();
    expect(model.total.value).toBe(2);
    const ended = Promise.withResolvers<{ unread: number }>();
    sync.mockReturnValueOnce(ended.promise);
    const refreshed = model.refresh(true);
    await vi.waitFor(() => expect(sync).toHaveBeenCalledTimes(2));
    model.hear({ kind: 'sync-progress', advertiserId: 700_101, loaded: 2, total: 250 });
    ended.reject(new AppError('cancelled'));
    await refreshed;
    expect(model.total.value, 'two so far').toBeNull();
    await model.refresh(false);
    expect(model.total.value).toBe(2);
  });

  it('knows how many there are where a later reading of them ends early', async () => {
    const ended = Promise.withResolvers<{ unread: number }>();
    const model = modelWith({ sync: () => ended.promise });
    const started = model.start();
    await vi.waitFor(() => expect(model.syncing.value).toBe(true));
    model.hear({ kind: 'sync-progress', advertiserId: 700_101, loaded: 1, total: 2 });
    ended.reject(new AppError('network'));
    await started;
    expect(model.total.value).toBe(2);
  });

  it.each([
    [{ search: 'two', state: 'all' as const }, [2]],
    [{ search: 'TIDEWATER', state: 'all' as const }, [2, 1]],
    [{ search: '', state: 'active' as const }, [1]],
    [{ search: 'two one', state: 'all' as const }, []],
    [{ search: '1', state: 'all' as const }, [1]],
  ])('filters by %o', async (filter, ids) => {
    const model = modelWith();
    await model.start();
    model.filter.value = filter;
    expect(model.shown.value.map((item) => item.id)).toEqual(ids);
  });

  it('lists trackers in the order of the store, newest first', async () => {
    const model = modelWith();
    await model.start();
    expect(model.shown.value.map(({ name }) => name)).toEqual(['Two', 'One']);
  });

  it('shows the advertiser that was chosen last, whichever is read last', async () => {
    const arrive = new Map<number, () => void>();
    const model = modelWith({
      listTrackers: async (advertiserId) => {
        if (advertiserId === 700_101) return listOf();
        await new Promise<void>((resolve) => arrive.set(advertiserId, resolve));
        return listOf(tracker(advertiserId, `Of ${advertiserId}`));
      },
      sync: () => new Promise(() => {}),
    });
    void model.start();
    await vi.waitFor(() => expect(model.phase.value).toBe('signed-in'));
    const first = model.chooseAdvertiser({ id: 21, name: 'First' });
    void model.chooseAdvertiser({ id: 22, name: 'Second' });
    await vi.waitFor(() => expect(arrive.size).toBe(2));
    arrive.get(22)?.();
    await vi.waitFor(() => expect(model.advertiser.value?.id).toBe(22));
    arrive.get(21)?.();
    await first;
    expect(model.advertiser.value?.id).toBe(22);
    expect(model.trackers.value.map(({ id }) => id)).toEqual([22]);
  });

  it('takes up a session that another page began, and ends with one that another page ended', async () => {
    const started = await popupActions().start();
    let session: typeof started.session = null;
    const model = modelWith({ start: async () => ({ ...started, session }) });
    await model.start();
    expect(model.phase.value).toBe('signed-out');
    session = started.session;
    await model.sessionChanged(session);
    expect(model.phase.value).toBe('signed-in');
    await model.sessionChanged(null);
    expect(model.phase.value).toBe('signed-out');
    expect(model.sessionEnded.value).toBe(true);
  });

  it('puts a saved tracker first and says so', async () => {
    const model = modelWith();
    await model.start();
    model.afterEdit(3, tracker(3, 'Three'), { kind: 'pass', text: 'Created Three.' });
    expect(model.trackers.value[0]?.name).toBe('Three');
    expect(model.total.value).toBe(3);
    expect(model.message.value).toBe('Created Three.');
  });

  it('shows nothing of the advertiser it has left, however late that comes', async () => {
    const late = Promise.withResolvers<void>();
    const model = modelWith({
      start: startWith(async () => {
        await late.promise;
        return listOf(tracker(1, 'One'));
      }),
      listTrackers: async () => listOf(tracker(20, 'Of the new one')),
    });
    const started = model.start();
    await vi.waitFor(() => expect(model.syncing.value).toBe(true));
    await model.chooseAdvertiser({ id: 700102, name: 'Northwind Outfitters' });
    late.resolve();
    await started;
    expect(model.trackers.value.map(({ id }) => id)).toEqual([20]);
    expect(model.total.value).toBe(1);
  });

  it('says nothing of what a late sync found for the advertiser it has left', async () => {
    const late = Promise.withResolvers<{ unread: number }>();
    const model = modelWith({
      sync: (id) => (id === 700_101 ? late.promise : new Promise(() => {})),
    });
    const started = model.start();
    await vi.waitFor(() => expect(model.syncing.value).toBe(true));
    void model.chooseAdvertiser({ id: 700_102, name: 'Next' });
    await vi.waitFor(() => expect(model.advertiser.value?.id).toBe(700_102));
    late.resolve({ unread: 2 });
    await started;
    expect(model.unread.value).toBe(0);
    expect(model.syncing.value).toBe(true);
  });

  it.each([
    [
      'came to its end',
      (late: PromiseWithResolvers<{ unread: number }>) => late.resolve({ unread: 0 }),
    ],
    [
      'failed',
      (late: PromiseWithResolvers<{ unread: number }>) => late.reject(new AppError('network')),
    ],
  ])('shows no list of the advertiser it has left, whose sync %s late', async (_, end) => {
    const late = Promise.withResolvers<{ unread: number }>();
    const model = modelWith({
      sync: (id) => (id === 700_101 ? late.promise : new Promise(() => {})),
      listTrackers: async (id) => listOf(tracker(id === 700_101 ? 1 : 20, 'One')),
    });
    const started = model.start();
    await vi.waitFor(() => expect(model.syncing.value).toBe(true));
    void model.chooseAdvertiser({ id: 700_102, name: 'Next' });
    await vi.waitFor(() => expect(model.advertiser.value?.id).toBe(700_102));
    end(late);
    await started;
    expect(model.trackers.value.map(({ id }) => id)).toEqual([20]);
    expect(model.failure.value).toBeNull();
  });

  it('hears nothing of the sync of an advertiser it has left', async () => {
    const model = modelWith();
    await model.start();
    model.hear({ kind: 'sync-progress', advertiserId: 700102, loaded: 5000, total: 9000 });
    expect(model.progress.value).toBeNull();
  });

  it.each([
    ['is there', 3, tracker(3, 'Three'), [3, 2, 1]],
    ['was changed', 1, { ...tracker(1, 'One, changed'), lastModified: 9 }, [1, 2]],
    ['is gone', 1, null, [2]],
    ['is of another advertiser', 3, { ...tracker(3, 'Three'), advertiserId: 8 }, [2, 1]],
    ['was given to another advertiser', 1, { ...tracker(1, 'One'), advertiserId: 8 }, [2]],
  ])('patches what was changed elsewhere: a tracker %s', async (_, id, found, ids) => {
    const listTrackers = vi.fn(popupActions().listTrackers);
    const model = modelWith({ listTrackers, findTrackers: async () => (found ? [found] : []) });
    await model.start();
    listTrackers.mockClear();
    model.hear({ kind: 'changed', change: { what: 'trackers', ids: [id] } });
    await vi.waitFor(() => expect(model.trackers.value.map((item) => item.id)).toEqual(ids));
    expect(model.total.value).toBe(ids.length);
    expect(model.route.value).toEqual({ view: 'form', trackerId: 1 });
    expect(listTrackers, 'the list is not read again').not.toHaveBeenCalled();
  });

  it('asks once for what is changed while it asks', async () => {
    let answer = () => {};
    const first = new Promise<void>((resolve) => (answer = resolve));
    const findTrackers = vi.fn(async (ids: readonly number[]) => {
      if (ids.includes(1)) await first;
      return ids.map((id) => tracker(id, `Number ${id}`));
    });
    const model = modelWith({ findTrackers });
    await model.start();
    for (const id of [1, 5, 6, 7]) {
      model.hear({ kind: 'changed', change: { what: 'trackers', ids: [id] } });
      await vi.waitFor(() => expect(findTrackers).toHaveBeenCalled());
    }
    answer();
    await vi.waitFor(() => expect(model.total.value).toBe(5));
    expect(findTrackers.mock.calls).toEqual([[[1]], [[5, 6, 7]]]);
  });

  it('loses no change that comes while the list is read', async () => {
    let answer = () => {};
    const late = new Promise<void>((resolve) => (answer = resolve));
    const changed = { ...tracker(2, 'Two, changed'), lastModified: 9 };
    let reads = 0;
    const model = modelWith({
      sync: () => new Promise(() => {}),
      start: startWith(async () => {
        await late;
        reads += 1;
        return listOf(tracker(1, 'One'));
      }),
      findTrackers: async () => [changed],
    });
    void model.start();
    await vi.waitFor(() => expect(model.syncing.value).toBe(true));
    model.hear({ kind: 'changed', change: { what: 'trackers', ids: [2] } });
    answer();
    await vi.waitFor(() => expect(reads).toBe(1));
    await vi.waitFor(() => expect(model.trackers.value[0]).toEqual(changed));
  });

  it('reads a long list piece by piece, and shows each as it comes', async () => {
    const all = Array.from({ length: 50 }, (_, index) => tracker(50 - index, `Nº ${index}`));
    const pieces = [0, 1, 2, 3, 4].map(() => Promise.withResolvers<void>());
    const model = modelWith({
      start: async () => ({
        ...(await popupActions().start()),
        list: pieceOf(all, 0, 10, (from) => Promise.resolve(pieces[from / 10]?.promise)),
      }),
    });
    const started = model.start();
    for (const [index, piece] of pieces.entries()) {
      await vi.waitFor(() => expect(model.trackers.value).toHaveLength(10 * Math.max(1, index)));
      expect(model.total.value, 'not known yet').toBeNull();
      piece.resolve();
    }
    await started;
    expect(model.total.value).toBe(50);
    expect(model.trackers.value).toEqual(all);
  });

  it('shows each once where the list is read anew while it is still being read', async () => {
    const late = Promise.withResolvers<void>();
    const model = modelWith({
      start: startWith(async () => {
        await late.promise;
        return listOf(tracker(1, 'One'));
      }),
      listTrackers: async () => listOf(tracker(3, 'Three'), tracker(2, 'Two'), tracker(1, 'One')),
    });
    const started = model.start();
    await vi.waitFor(() => expect(model.syncing.value).toBe(true));
    const again = model.refresh(false);
    model.hear({ kind: 'changed', change: { what: 'trackers', ids: null } });
    await vi.waitFor(() => expect(model.total.value).toBe(3));
    late.resolve();
    await Promise.all([started, again]);
    expect(model.trackers.value.map(({ id }) => id)).toEqual([3, 2, 1]);
  });

  it('reads the list anew where it is not told what was changed, and loses nothing meanwhile', async () => {
    const late = Promise.withResolvers<void>();
    let isLate = false;
    const newer = { ...tracker(2, 'Two, again'), lastModified: 9 };
    const model = modelWith({
      listTrackers: async () => {
        if (isLate) await late.promise;
        return listOf(tracker(3, 'Three'), tracker(2, 'Two'));
      },
      findTrackers: async () => [newer],
    });
    await model.start();
    isLate = true;
    model.hear({ kind: 'changed', change: { what: 'trackers', ids: null } });
    model.hear({ kind: 'changed', change: { what: 'trackers', ids: [2] } });
    await Promise.resolve();
    expect(model.trackers.value, 'until then the one before').toHaveLength(2);
    late.resolve();
    await vi.waitFor(() => expect(model.trackers.value.map(({ id }) => id)).toEqual([2, 3]));
    expect(model.trackers.value[0]).toEqual(newer);
  });

  it.each([
    ['the list', { view: 'list' } as const, 700102],
    ['a form that is open', { view: 'form', trackerId: 1 } as const, 700101],
  ])('at %s, the advertiser chosen in another window', async (_, route, shown) => {
    const model = modelWith({
      readChosen: async () => ({ advertiser: { id: 700102, name: 'Other' }, choices: null }),
    });
    await model.start();
    model.route.value = route;
    model.hear({ kind: 'changed', change: { what: 'settings', ids: ['advertiser'] } });
    await model.refresh(false);
    expect(model.advertiser.value?.id).toBe(shown);
    model.go({ view: 'list' });
    await vi.waitFor(() => expect(model.advertiser.value?.id).toBe(700102));
  });

  it('tells a form of the job that is done, once the list shows it', async () => {
    const model = modelWith({ findTrackers: async () => [tracker(3, 'Three')] });
    await model.start();
    model.hear({ kind: 'job', subject: 'tracker', state: 'going', ids: [] });
    model.hear({ kind: 'changed', change: { what: 'trackers', ids: [3] } });
    model.hear({ kind: 'job', subject: 'tracker', state: 'done', ids: [3] });
    await vi.waitFor(() => expect(model.jobDone.value?.ids).toEqual([3]));
    expect(model.total.value).toBe(3);
  });

  it('signs out at once where nothing is recorded', async () => {
    const signOut = vi.fn(async () => {});
    const model = modelWith({ signOut });
    await model.start();
    await model.leave();
    expect(signOut).toHaveBeenCalledWith('keep');
  });

  it('shows who is there by now, and why nobody was signed out, where the page showed somebody else', async () => {
    const signOut = vi.fn().mockRejectedValue(new AppError('account-changed'));
    const model = modelWith({ signOut });
    await model.start();
    await model.leave();
    expect([model.phase.value, model.failure.value?.code]).toEqual([
      'signed-in',
      'account-changed',
    ]);
  });

  it('shows who was switched to last, though the one before is read later', async () => {
    const { start } = popupActions();
    const [mine, theirs] = [await start(), await start()];
    const other = mine.session && { ...mine.session, memberId: 9, memberName: 'Other' };
    const slow = Promise.withResolvers<typeof mine>();
    const starting = vi.fn(start).mockReturnValueOnce(slow.promise);
    starting.mockResolvedValueOnce({ ...theirs, session: other });
    const model = modelWith({ start: starting });
    const first = model.start();
    await model.start();
    slow.resolve(mine);
    await first;
    expect(model.session.value?.memberName).toBe('Other');
  });

  it('hears who was switched to in another window while it opens', async () => {
    const { start } = popupActions();
    const mine = await start();
    const other = mine.session && { ...mine.session, memberId: 9, memberName: 'Other' };
    const slow = Promise.withResolvers<typeof mine>();
    const starting = vi.fn(start).mockReturnValueOnce(slow.promise);
    starting.mockResolvedValueOnce({ ...mine, session: other });
    const model = modelWith({ start: starting });
    const opened = model.start();
    await model.sessionChanged(other);
    slow.resolve(mine);
    await opened;
    expect(model.session.value?.memberName).toBe('Other');
    expect(starting).toHaveBeenCalledTimes(2);
  });

  it('the end of a session is not that of another person, who is shown by then', async () => {
    const ends = Promise.withResolvers<{ unread: number }>();
    const sync = vi.fn(async () => ({ unread: 0 })).mockReturnValueOnce(ends.promise);
    const model = modelWith({ sync });
    const before = model.start();
    await vi.waitFor(() => expect(sync).toHaveBeenCalledTimes(1));
    await model.switchTo('another');
    ends.reject(new AppError('session-expired'));
    await before;
    expect([model.phase.value, model.failure.value]).toEqual(['signed-in', null]);
  });

  it('asks first what becomes of what is recorded', async () => {
    const signOut = vi.fn(async () => {});
    const model = modelWith({ signOut, countRecorded: async () => 2007 });
    await model.start();
    await model.leave();
    expect([model.leaving.value, signOut.mock.calls]).toEqual([2007, []]);
    await model.signOut('delete');
    expect([model.leaving.value, signOut.mock.calls]).toEqual([null, [['delete']]]);
  });

  it('asks first what becomes of what is noted of trackers, though nothing was recorded', async () => {
    const signOut = vi.fn(async () => {});
    const model = modelWith({ signOut, countNoted: async () => 12 });
    await model.start();
    await model.leave();
    render(<LeaveQuestion model={model} />);
    screen.getByText(/^12 notes in the passports of your trackers can stay in this browser/);
    const answer = { name: 'Sign out and delete 12 notes', hidden: true };
    screen.getByRole('button', answer).click();
    await vi.waitFor(() => expect(signOut.mock.calls).toEqual([['delete']]));
  });

  it.each([
    ['and nothing would be lost, at keeping it', 0, 'Sign out and keep 3 recorded requests'],
    ['and something typed would be lost, at staying', 1, 'Stay signed in'],
  ])('begins, where something is recorded %s', async (_, forms, name) => {
    const model = modelWith({ countRecorded: async () => 3, countForms: async () => forms });
    await model.start();
    await model.leave();
    render(<LeaveQuestion model={model} />);
    expect(screen.getAllByRole('button', { hidden: true })[0]?.textContent).toBe(name);
  });

  it('asks first where something is typed that would be lost', async () => {
    const signOut = vi.fn(async () => {});
    const model = modelWith({ signOut, countForms: async () => 2 });
    await model.start();
    await model.leave();
    const { leaving, unsaved } = model;
    expect([leaving.value, unsaved.value, signOut.mock.calls]).toEqual([0, 2, []]);
    render(<LeaveQuestion model={model} />);
    screen.getByText('2 forms have changes that are not saved: they would be lost.');
    expect(screen.queryByRole('button', { name: /recorded/, hidden: true })).toBeNull();
    const answer = { name: 'Sign out and lose what is typed in 2 forms', hidden: true };
    screen.getByRole('button', answer).click();
    await vi.waitFor(() => expect(signOut.mock.calls).toEqual([['keep']]));
  });

  it('asks first where a run over a sheet would end', async () => {
    const signOut = vi.fn(async () => {});
    const model = modelWith({ signOut, countLeftOfRuns: async () => 197 });
    await model.start();
    await model.leave();
    render(<LeaveQuestion model={model} />);
    screen.getByText(/^A run is not over: 197 trackers would not be made or changed any more\./);
    screen.getByRole('button', { name: 'Sign out and end the run', hidden: true }).click();
    await vi.waitFor(() => expect(signOut.mock.calls).toEqual([['keep']]));
  });

  it('says how many cached trackers cannot be read', async () => {
    const model = modelWith({
      start: startWith(async () => ({ ...listOf(tracker(1, 'One')), unreadable: 3 })),
    });
    await model.start();
    expect([model.unreadable.value, model.total.value]).toEqual([3, 2]);
  });

  it.each([
    ['the same person', 1, 1],
    ['another person', 9, 2],
  ])('signed in at another window, %s', async (_, userId, starts) => {
    const start = vi.fn(popupActions().start);
    const model = modelWith({ start });
    await model.start();
    const { session } = await popupActions().start();
    model.sessionChanged(session && { ...session, userId });
    await model.refresh(false);
    expect(start).toHaveBeenCalledTimes(starts);
  });

  it('starts from the list when what it kept cannot be read', async () => {
    const model = modelWith();
    const start = model.actions.start;
    const broken = createTrackersModel({
      ...model.actions,
      start: async () => ({ ...(await start()), route: { view: 'elsewhere' } }),
    });
    await broken.start();
    expect(broken.route.value).toEqual({ view: 'list' });
  });
});
