// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';

import { AppError } from '@/lib/core/base/errors';
import { verificationText as text } from '@/lib/text/verification/verification';

import { pageView, request, START, tracker, verification } from '../../core/verification/build';
import { setUp } from './panel-setup';
import { later, url } from './recording-sample';

afterEach(cleanup);

const expectedList = () => screen.getByRole('list', { name: text.expected });

describe('live', () => {
  it('takes in what the recorder tells and announces changed verdicts', async () => {
    const { model } = setUp();
    await model.start();
    await screen.findByText(text.empty);
    model.hear({ kind: 'requests-changed', verificationId: 'v1', requests: [later(1)] });
    await screen.findByRole('grid');
    const announced = () =>
      screen
        .getAllByRole('status')
        .map((status) => status.textContent)
        .join(' ');
    expect(announced()).toContain('Leaderboard: Pass. Fired once.');
    model.hear({ kind: 'requests-changed', verificationId: 'v1', requests: [later(2)] });
    await waitFor(() =>
      expect(announced()).toContain('Leaderboard: Fail. Tracker 531 fired again'),
    );
    model.hear({ kind: 'requests-changed', verificationId: 'other', requests: [later(3)] });
    expect(model.checked.value.rows).toHaveLength(2);
  });

  it('judges the latest page view, and all of them when asked', async () => {
    const { model, user } = setUp({ requests: [later(1)] });
    await model.start();
    await screen.findByRole('grid');
    model.hear({
      kind: 'page-viewed',
      verificationId: 'v1',
      pageView: pageView('b', START + 60_000),
    });
    await waitFor(() => expect(expectedList().textContent).not.toContain('Pass'));
    await user.selectOptions(screen.getByRole('combobox', { name: text.judgedOn }), 'all');
    expect(expectedList().textContent).toContain('Pass');
  });

  it('offers to reload a page that was loaded before DevTools opened', async () => {
    const { model, calls, user } = setUp({ verification: verification({ openedAfterLoad: true }) });
    await model.start();
    await user.click(await screen.findByRole('button', { name: text.reload }));
    expect(calls).toEqual([['reloadPage']]);
    model.hear({ kind: 'page-viewed', verificationId: 'v1', pageView: pageView('b', START + 2) });
    await waitFor(() => expect(screen.queryByText(text.openedAfterLoad)).toBeNull());
  });

  it('offers to reload a first page of which the browser may not have told everything', async () => {
    const { model, calls, user } = setUp({
      verification: verification({ mayMissFirstPage: true }),
    });
    await model.start();
    await user.click(await screen.findByRole('button', { name: text.reload }));
    expect(calls).toEqual([['reloadPage']]);
    model.hear({ kind: 'page-viewed', verificationId: 'v1', pageView: pageView('b', START + 2) });
    await waitFor(() => expect(screen.queryByText(text.firstPageUnsure)).toBeNull());
  });

  it('does not where everything expected was seen on it', async () => {
    const { model } = setUp({
      verification: verification({ mayMissFirstPage: true, expectedIds: [531] }),
      requests: [later(1)],
    });
    await model.start();
    await screen.findByRole('grid');
    expect(screen.queryByText(text.firstPageUnsure)).toBeNull();
  });

  it('says of a tracker that fired on another page view that it did not on this one', async () => {
    const { model, user } = setUp({ requests: [later(1)] });
    await model.start();
    await screen.findByRole('grid');
    expect(expectedList().textContent).toContain('No request with its id was recorded.');
    const view = pageView('b?size=2', START + 60_000);
    model.hear({ kind: 'page-viewed', verificationId: 'v1', pageView: view });
    await waitFor(() =>
      expect(expectedList().textContent).toContain('Not on this page view; 1 request on others.'),
    );
    await user.selectOptions(screen.getByRole('combobox', { name: text.judgedOn }), 'a');
    expect(expectedList().textContent).toContain('Pass');
    screen.getByRole('option', { name: /news\.example\/b\?size=2$/ });
  });

  it('names each page view with the first of its requests', async () => {
    const pageViews = [
      { ...pageView('a', START + 1), url: 'https://news.example/?creative=1' },
      { ...pageView('b', START + 6000), url: 'https://news.example/?creative=2', isMove: true },
    ];
    const requests = [later(1), later(2, 5500), later(3, 6500)];
    const { model } = setUp({ pageViews, requests });
    await model.start();
    await screen.findByRole('grid');
    const frames = [...document.querySelectorAll('.pb-cell.frame')].map((it) => it.textContent);
    expect(frames).toEqual([
      text.columns.frame,
      'news.example on news.example?creative=1',
      'news.example',
      'news.example on news.example?creative=2',
    ]);
  });

  it('marks when nobody recorded, and offers to load the page that is still the same', async () => {
    const gaps = [{ from: START + 6000, to: START + 7000 }];
    const { model, calls, user } = setUp({
      verification: verification({ gaps }),
      requests: [later(1), later(2, 8000), later(3, 9000)],
    });
    await model.start();
    await screen.findByText(/^Not recorded, since DevTools was closed/);
    const after = [...document.querySelectorAll('.pb-grid-row')].map((row) =>
      row.classList.contains('after-gap'),
    );
    expect(after).toEqual([false, true, false]);
    await user.click(screen.getByRole('button', { name: text.reload }));
    expect(calls).toEqual([['reloadPage']]);
    const view = pageView('b', START + 9500);
    model.hear({ kind: 'page-viewed', verificationId: 'v1', pageView: view });
    await waitFor(() => expect(screen.queryByRole('button', { name: text.reload })).toBeNull());
    screen.getByText(/^Not recorded, since DevTools was closed/);
  });

  it('says once, above the list, that no trackers are loaded', async () => {
    let isLoaded = false;
    const { model } = setUp(
      { requests: [later(1), later(2, 6000)] },
      { hasTrackers: async () => isLoaded, findTrackers: async () => [] },
    );
    await model.start();
    await screen.findByText(text.trackersNotLoaded, { exact: false });
    const remarks = model.checked.value.rows.flatMap(({ findings }) => findings);
    expect(remarks.map(({ code }) => code)).toEqual(['fired-again']);
    isLoaded = true;
    model.hearNotice({ kind: 'changed', change: { what: 'trackers', ids: [9] } });
    await waitFor(() =>
      expect(screen.queryByText(text.trackersNotLoaded, { exact: false })).toBeNull(),
    );
  });

  it('asks Monetize for trackers of which nothing is known, and says what came of it', async () => {
    const cached = [tracker(531)];
    const { model, user } = setUp(
      {
        verification: verification({ expectedIds: [531, 600] }),
        requests: [
          later(1),
          request(url(600, 'cachebuster=2'), { startedAt: START + 6000 }),
          request(url(601, 'cachebuster=3'), { startedAt: START + 7000 }),
        ],
      },
      {
        findTrackers: async (ids) => cached.filter(({ id }) => ids.includes(id)),
        lookUpTrackers: async (ids) => {
          expect(ids).toEqual([600, 601]);
          cached.push(tracker(600, { name: 'Of another advertiser' }));
          return { found: 1, absent: [601] };
        },
      },
    );
    await model.start();
    const codes = () => model.checked.value.rows.map(({ findings }) => findings.map((f) => f.code));
    expect(codes()).toEqual([[], ['tracker-unknown'], ['tracker-unknown']]);
    model.selectedKey.value = model.checked.value.rows[1]?.request.key ?? null;
    await user.click(await screen.findByRole('button', { name: text.lookUp }));
    await waitFor(() => expect(codes()).toEqual([[], [], ['tracker-absent']]));
    expect(model.nameOf(600)).toBe('Of another advertiser');
    expect(model.said.value).toBe(text.lookedUp(1, 1));
    expect(screen.queryByRole('button', { name: text.lookUp })).toBeNull();
    // Another sign-in may see it.
    model.hearNotice({ kind: 'changed', change: { what: 'account', ids: null } });
    await waitFor(() => expect(codes()).toEqual([[], [], ['tracker-unknown']]));
  });

  it('an answer that does not come leaves all as it was, and says why until one comes', async () => {
    let isSignedIn = false;
    const { model, user } = setUp(
      { requests: [request(url(601, 'cachebuster=3'), { startedAt: START + 7000 })] },
      {
        hasTrackers: async () => false,
        lookUpTrackers: async (ids) => {
          if (isSignedIn) return { found: 0, absent: ids };
          throw new AppError('session-expired');
        },
      },
    );
    await model.start();
    await user.click(await screen.findByRole('button', { name: text.lookUp }));
    await waitFor(() => expect(model.failure.value?.code).toBe('session-expired'));
    expect(model.lookingUp.value).toBe(false);
    isSignedIn = true;
    await user.click(await screen.findByRole('button', { name: text.lookUp }));
    await waitFor(() => expect(screen.queryByRole('button', { name: text.lookUp })).toBeNull());
    expect(model.failure.value).toBeNull();
  });

  it('looks up only trackers that it does not know', async () => {
    const asked: (readonly number[])[] = [];
    const { model } = setUp(
      { verification: verification({ expectedIds: [531] }), requests: [later(1)] },
      {
        findTrackers: async (ids) => {
          asked.push(ids);
          return ids.map((id) => tracker(id));
        },
      },
    );
    await model.start();
    const of = (id: number) => request(url(id, 'cachebuster=1'), { startedAt: START + 9000 + id });
    for (const id of [600, 531, 600, 601]) {
      model.hear({ kind: 'requests-changed', verificationId: 'v1', requests: [of(id)] });
      await waitFor(() => expect(model.checked.value.seenIds()).toContain(id));
    }
    await waitFor(() => expect(model.known.value.trackers.byId.size).toBe(3));
    expect(asked).toEqual([[531], [600], [601]]);
  });

  it('shows what another window expects of the recording, and clears of it', async () => {
    let now = verification({ expectedIds: [531] });
    const { model } = setUp(
      { verification: now, requests: [later(1), later(2, 9000)] },
      { findVerifications: async () => [now] },
    );
    await model.start();
    expect(model.checked.value.rows).toHaveLength(2);
    now = { ...now, expectedIds: [532], clearedAt: START + 6000 };
    model.hearNotice({ kind: 'changed', change: { what: 'verifications', ids: [now.id] } });
    await waitFor(() => expect(expectedList().textContent).toContain('Skyscraper'));
    expect(expectedList().textContent).not.toContain('Leaderboard');
    expect(model.checked.value.rows).toHaveLength(1);
  });

  it('offers a recording that another window has begun, and no more one that is deleted', async () => {
    const [mine, other] = [verification(), verification({ id: 'v2', startedAt: START + 1 })];
    let there = [mine, other];
    const { model } = setUp(
      {},
      {
        listVerifications: async () => ({ rows: there, unreadable: 0 }),
        load: async ({ id }) => ({
          verification: there.find((one) => one.id === id) ?? null,
          pageViews: [],
          requests: [],
          unreadable: 0,
        }),
        findVerifications: async (ids) => there.filter(({ id }) => ids.includes(id)),
      },
    );
    there = [mine];
    await model.start();
    there = [mine, other];
    model.hearNotice({ kind: 'changed', change: { what: 'verifications', ids: ['v2'] } });
    await waitFor(() => expect(model.saved.value.map(({ id }) => id)).toEqual(['v2', 'v1']));
    there = [other];
    model.hearNotice({ kind: 'changed', change: { what: 'verifications', ids: ['v1'] } });
    await waitFor(() => expect(model.verification.value?.id).toBe('v2'));
    there = [];
    model.hearNotice({ kind: 'changed', change: { what: 'verifications', ids: null } });
    await waitFor(() => expect(model.verification.value).toBeNull());
  });

  it('says how many recordings and rows of them cannot be read', async () => {
    const { model } = setUp(
      { unreadable: 3 },
      { listVerifications: async () => ({ rows: [verification()], unreadable: 1 }) },
    );
    await model.start();
    await screen.findByText(text.unreadableRecordings(1), { exact: false });
    screen.getByText(text.unreadableRequests(3), { exact: false });
  });

  it('says in all that is exported how many rows cannot be read', async () => {
    const { model, calls } = setUp({ unreadable: 3 });
    await model.start();
    await model.exportAs('json');
    await model.exportAs('csv');
    await model.exportProof();
    const exported = calls.filter((call) => String(call).startsWith('save'));
    expect(exported).toEqual([
      ['saveFile', 'json', expect.stringContaining('"unreadable": 3')],
      ['saveFile', 'csv', expect.stringContaining('3 rows of the recording cannot be read')],
      [
        'saveProof',
        expect.objectContaining({ results: expect.stringContaining('"unreadable": 3') }),
      ],
    ]);
  });

  it('shows the new name of a tracker that is shown, and asks for no other', async () => {
    let name = 'Leaderboard';
    const asked: (readonly number[])[] = [];
    const { model } = setUp(
      { verification: verification({ expectedIds: [531] }) },
      {
        findTrackers: async (ids) => {
          asked.push(ids);
          return [tracker(531, { name })];
        },
      },
    );
    await model.start();
    name = 'Leaderboard, new';
    model.hearNotice({ kind: 'changed', change: { what: 'trackers', ids: [9, 532] } });
    model.hearNotice({ kind: 'changed', change: { what: 'trackers', ids: [531] } });
    await waitFor(() => expect(expectedList().textContent).toContain('Leaderboard, new'));
    expect(asked).toEqual([[531], [531]]);
  });

  it('says when the recorder could not keep what it saw', async () => {
    const { model } = setUp();
    await model.start();
    model.hear({ kind: 'write-failed', verificationId: 'v1', detail: 'disk full' });
    expect((await screen.findByRole('alert')).textContent).toContain('disk full');
  });

  it('shows the recording that was chosen last, whichever is read last', async () => {
    const all = [verification(), verification({ id: 'v0' }), verification({ id: 'v2' })];
    const arrive = new Map<string, () => void>();
    const { model } = setUp(
      {},
      {
        listVerifications: async () => ({ rows: all, unreadable: 0 }),
        load: async ({ id }) => {
          if (id !== 'v1') await new Promise<void>((resolve) => arrive.set(id, resolve));
          const requests = id === 'v0' ? [later(1)] : [];
          return { verification: verification({ id }), pageViews: [], requests, unreadable: 0 };
        },
      },
    );
    await model.start();
    const first = model.choose('v0');
    await waitFor(() => expect(arrive.has('v0')).toBe(true));
    const second = model.choose('v2');
    await waitFor(() => expect(arrive.has('v2')).toBe(true));
    arrive.get('v2')?.();
    await second;
    arrive.get('v0')?.();
    await first;
    expect(model.verification.value?.id).toBe('v2');
    expect(model.requests()).toEqual([]);
  });

  it('shows the recording that was chosen last, whichever list is read last', async () => {
    const late = Promise.withResolvers<void>();
    const all = [verification(), verification({ id: 'v2' })];
    let asked = 0;
    const { model } = setUp(
      {},
      {
        listVerifications: async () => {
          asked += 1;
          if (asked === 2) await late.promise;
          return { rows: all, unreadable: 0 };
        },
        load: async ({ id }) => ({
          verification: verification({ id }),
          pageViews: [],
          requests: [],
          unreadable: 0,
        }),
      },
    );
    await model.start();
    const first = model.choose('v1');
    await model.choose('v2');
    late.resolve();
    await first;
    expect(model.verification.value?.id).toBe('v2');
    expect(model.phase.value).toBe('ready');
  });

  it('offers saved recordings, the current one first', async () => {
    const older = verification({ id: 'v0', startedAt: START - 1000, tabId: 3 });
    const newer = verification({ id: 'v2', startedAt: START + 1000, tabId: 9 });
    const { model, user } = setUp(
      {},
      {
        listVerifications: async () => ({ rows: [newer, verification(), older], unreadable: 0 }),
        load: async ({ id }) => ({
          verification: [newer, verification(), older].find((item) => item.id === id) ?? null,
          pageViews: [],
          requests: [],
          unreadable: 0,
        }),
      },
    );
    await model.start();
    const select = await screen.findByRole('combobox', { name: text.recording });
    const values = within(select)
      .getAllByRole<HTMLOptionElement>('option')
      .map((option) => option.value);
    expect(values).toEqual(['v1', 'v2', 'v0']);
    await user.selectOptions(select, 'v0');
    await waitFor(() => expect(model.verification.value?.id).toBe('v0'));
    expect(model.live.value).toBe(false);
  });
});
