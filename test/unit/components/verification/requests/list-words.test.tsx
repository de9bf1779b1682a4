// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';

import type { Verification } from '@/lib/core/verification/verification';
import { pausedListText } from '@/lib/text/verification/requests/paused-list';
import { requestListText as text } from '@/lib/text/verification/requests/request-list';
import { runExportText } from '@/lib/text/export/run-export';
import { verificationText } from '@/lib/text/verification/verification';
import { runText } from '@/lib/text/verification/verification-run';

import { pageView, request, START, verification } from '../../../core/verification/build';
import { setUp } from '../panel-setup';
import { later, url } from '../recording-sample';

afterEach(cleanup);

const REHEARSED = request(url(531, 'cachebuster=48291'), { outcome: 'rehearsed', status: 307 });
const REAL = request(url(532, 'cachebuster=59302'), { startedAt: START + 20_000 });

async function show(changes: Partial<Verification> = {}, requests = [REHEARSED, REAL]) {
  const made = setUp({
    verification: verification(changes),
    pageViews: [pageView('a', START)],
    requests,
  });
  await made.model.start();
  await screen.findByRole('searchbox', { name: verificationText.filter });
  return made;
}
const shownIds = () =>
  screen
    .queryAllByRole('row')
    .slice(1)
    .map((row) => row.querySelector('.id')?.textContent);

describe('narrowed by verdict', () => {
  it.each([
    ['Rehearsed', ['531']],
    ['Pass', ['532']],
  ])('%s lists %j', async (verdict, ids) => {
    const { user } = await show();
    const select = screen.getByRole('combobox', { name: text.verdict });
    // What there is to choose from is there once the focus is.
    act(() => select.focus());
    await user.selectOptions(select, verdict);
    await waitFor(() => expect(shownIds()).toEqual(ids));
  });
});

describe('why a list is empty', () => {
  const baseline = (trackerId: number) => ({
    verificationId: 'before',
    startedAt: START - 2000,
    acceptedAt: START - 1000,
    pages: [
      {
        url: 'https://news.example/a',
        expected: [531, 532]
          .filter((id) => id !== trackerId)
          .map((id) => ({ trackerId: id, verdict: 'pass' as const, findings: [] })),
        notJudged: [],
      },
    ],
  });

  it('is that nothing has changed only where nothing has', async () => {
    await show({ baseline: baseline(0) });
    await screen.findByText(runText.nothingChanged);
  });

  it('is the filter where something has changed and the filter leaves it out', async () => {
    const { user } = await show({ baseline: baseline(532) });
    expect(shownIds()).toEqual(['532']);
    await user.type(screen.getByRole('searchbox'), 'nowhere');
    await screen.findByText(verificationText.noMatch);
    expect(screen.queryByText(runText.nothingChanged)).toBeNull();
  });

  it('is the pause where something waits: nobody says that nothing has fired', async () => {
    const { user, model } = await show({}, []);
    await user.click(screen.getByRole('button', { name: text.pause }));
    screen.getByText(verificationText.empty);
    model.hear({ kind: 'requests-changed', verificationId: 'v1', requests: [later(7)] });
    await screen.findByText(pausedListText.empty);
    expect(screen.queryByText(verificationText.empty)).toBeNull();
    await user.click(screen.getByRole('button', { name: text.goOn }));
    expect(shownIds()).toEqual(['531']);
  });
});

describe('a run over pages, judged on one of them', () => {
  const visited: Verification['visited'] = {
    pages: [
      { url: 'https://news.example/a', ownIds: [532] },
      { url: 'https://news.example/b', ownIds: [] },
    ],
    everywhereIds: [531],
    limitSeconds: 30,
    state: 'done',
    pause: null,
    detail: null,
    browserRun: null,
  };
  it.each(['quiet', 'failed'] as const)('says of one that ended %s what it can', async (end) => {
    const { model } = setUp({
      verification: verification({ expectedIds: [531, 532], visited }),
      pageViews: [
        {
          ...pageView('a', START),
          visit: { page: 0, end, detail: null, status: 200, sight: 'visible', endedAt: null },
        },
      ],
      requests: [],
    });
    await model.start();
    expect(model.verdicts.value.map(({ trackerId }) => trackerId)).toEqual([531, 532]);
    model.scopeChoice.value = 'a';
    const ids = model.verdicts.value.map(({ trackerId }) => trackerId);
    expect(ids).toEqual(end === 'quiet' ? [532] : []);
    if (end === 'failed') await screen.findByText(runExportText.notCome);
    else await waitFor(() => expect(screen.queryByText(runExportText.notCome)).toBeNull());
  });
});

describe('another recording', () => {
  it('is not narrowed to a page of the one before; what holds of both stays', async () => {
    const [first, second] = [
      verification(),
      verification({ id: 'v2', tabId: null, startedAt: START - 1 }),
    ];
    const rows = [first, second];
    const made = setUp(
      {},
      {
        listVerifications: async () => ({ rows, unreadable: 0 }),
        load: async (one) => ({
          verification: rows.find(({ id }) => id === one.id) ?? first,
          pageViews: [{ ...pageView(`of ${one.id}`, START), verificationId: one.id }],
          requests: [REHEARSED, REAL],
          unreadable: 0,
        }),
      },
    );
    await made.model.start();
    made.model.filters.value = {
      ...made.model.filters.value,
      viewId: 'of v1',
      verdict: 'rehearsed',
    };
    await waitFor(() => expect(shownIds()).toEqual(['531']));
    await made.model.choose('v1');
    expect(made.model.filters.value).toMatchObject({ viewId: 'of v1', verdict: 'rehearsed' });
    await made.model.choose('v2');
    expect(made.model.filters.value).toMatchObject({ viewId: null, verdict: 'rehearsed' });
    await waitFor(() => expect(shownIds()).toEqual(['531']));
  });
});
