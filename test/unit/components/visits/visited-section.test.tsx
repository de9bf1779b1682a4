// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { createRecordingsModel } from '@/components/verification/recordings-model';
import { createVisitsModel } from '@/components/visits/visits-model';
import { VisitedSection } from '@/components/visits/VisitedSection';
import { AppError } from '@/lib/core/base/errors';
import type { PageView } from '@/lib/core/recording/page-views';
import type { Visited } from '@/lib/core/verification/visited';
import { visitPagesText as text } from '@/lib/text/visits/visit-pages';

import { request, START, verification } from '../../core/verification/build';
import { recordingActions, url } from '../verification/recording-sample';
import { visited, visitOf, visitsActions } from './visits-sample';

afterEach(cleanup);

const VIEWS = [visitOf(0), visitOf(1, { sight: 'hidden' })];
const FIRED = [
  request(url(531, 'cachebuster=1'), { startedAt: START + 500, pageViewId: 'visit-0' }),
  request(url(531, 'cachebuster=2'), { startedAt: START + 20_500, pageViewId: 'visit-2' }),
];

async function setUp(
  state: Partial<Visited> = {},
  pageViews: readonly PageView[] = VIEWS,
  changes: Parameters<typeof visitsActions>[0] = {},
) {
  const run = visited(state);
  const { actions } = recordingActions({
    verification: verification({ tabId: null, expectedIds: [531, 532], visited: run }),
    pageViews,
    requests: FIRED,
  });
  const recordings = createRecordingsModel(actions);
  await recordings.open.choose('v1');
  const said = visitsActions(changes);
  const visits = createVisitsModel(said.actions);
  render(<VisitedSection model={recordings.open} run={visits.run} id="v1" visited={run} />);
  return { model: recordings.open, calls: said.calls, user: userEvent.setup() };
}

const words = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('gridcell')
        .map((cell) => cell.textContent),
    );

describe('a run over pages', () => {
  it('says of each tracker on each page how it stands, in words', async () => {
    await setUp();
    expect(words()).toEqual([
      ['Visited', 'Pass', 'Not expected'],
      ['Visited; out of sight for a while at least', 'Not seen', 'Not expected'],
      ['Not visited', 'Not expected', 'Not known'],
      ['Not visited', 'Not known', 'Not expected'],
    ]);
  });

  it('leads from a cell to its requests on that page, by keys', async () => {
    const { model, user } = await setUp();
    screen.getByRole('grid').focus();
    await user.keyboard('{ArrowRight}{Enter}');
    screen.getByText(text.requestsOf('Leaderboard', 'shop.example/coffee'));
    expect(model.shown.value.rows.map(({ request: { pageViewId } }) => pageViewId)).toEqual([
      'visit-0',
    ]);
    expect(model.selected.value?.request.pageViewId).toBe('visit-0');
    await user.click(screen.getByRole('button', { name: text.allRequests }));
    expect(model.shown.value.rows).toHaveLength(2);
  });

  it('says that a page on which a tracker was not seen was not in sight', async () => {
    const { user } = await setUp();
    screen.getByRole('grid').focus();
    await user.keyboard('{ArrowDown}{ArrowRight}{Enter}');
    screen.getByText(/Not seen, on a page that was out of sight for a while/);
  });

  it.each<[string, Partial<Visited>, string, unknown]>([
    ['pauses', {}, text.pause, ['pause', 'v1']],
    ['goes on', { state: 'paused', pause: 'window-closed' }, text.goOn, ['goOn', 'v1']],
    ['stops', { state: 'paused', pause: 'asked' }, text.stop, ['stop', 'v1']],
  ])('%s where a person says so', async (_, state, name, call) => {
    const { calls, user } = await setUp(state);
    await user.click(screen.getByRole('button', { name }));
    await vi.waitFor(() => expect(calls).toContainEqual(call));
  });

  it('asks for access anew as it goes on, in the click', async () => {
    const { calls, user } = await setUp({ state: 'paused', pause: 'not-allowed' });
    await user.click(screen.getByRole('button', { name: text.goOn }));
    await vi.waitFor(() => expect(calls).toEqual(['ask', ['goOn', 'v1']]));
  });

  it('does not go on before the browser tells of pixels, and says what to do', async () => {
    const { calls, user } = await setUp({ state: 'paused', pause: 'not-allowed' }, VIEWS, {
      ask: () => Promise.reject(new AppError('access-later')),
    });
    await user.click(screen.getByRole('button', { name: text.goOn }));
    await screen.findByText(/Close the browser and open it again/);
    expect(calls).toEqual([]);
  });

  it('is seen to where it should go on, and not where it waits', async () => {
    const going = await setUp();
    await vi.waitFor(() => expect(going.calls).toEqual([['goOn', 'v1']]));
    cleanup();
    const waiting = await setUp({ state: 'paused', pause: 'asked' });
    expect(waiting.calls).toEqual([]);
  });

  it('has nothing to be said to once it is over, and says what it does not tell', async () => {
    await setUp({ state: 'stopped' }, [
      ...VIEWS,
      visitOf(2, { end: 'cut' }, 2),
      visitOf(2, { end: 'failed', detail: 'net::ERR_NAME_NOT_RESOLVED', sight: null }, 3),
    ]);
    expect(screen.queryByRole('button', { name: text.pause })).toBe(null);
    expect(screen.queryByRole('button', { name: text.stop })).toBe(null);
    screen.getByText(/1 page of the list was not visited: what fires there is not known\./);
    screen.getByText(/1 page did not come: what fires there is not known\./);
    screen.getByText(/1 page was out of sight for a while/);
    screen.getByText(/1 page was visited more than once/);
  });

  it('says where the address of a page led elsewhere', async () => {
    const there = { ...visitOf(0), url: 'https://shop.example/consent?for=coffee' };
    await setUp({}, [there, visitOf(1, { end: 'download' })]);
    expect(words()[0]?.[0]).toBe(
      'Visited; its address led to https://shop.example/consent?for=coffee',
    );
    expect(words()[1]?.[0]).toBe('A file came in its place');
  });

  it('shows only the pages that need a look', async () => {
    const { user } = await setUp();
    await user.click(screen.getByRole('checkbox', { name: text.onlyLook }));
    expect(screen.getAllByRole('rowheader').map((cell) => cell.textContent)).toEqual([
      'shop.example/tea',
    ]);
  });
});
