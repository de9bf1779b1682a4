// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';

import { proofPanelText } from '@/lib/text/export/proof';
import { audienceText } from '@/lib/text/audience';
import { verificationText as text } from '@/lib/text/verification/verification';

import { request, START, verification } from '../../core/verification/build';
import { setUp } from './panel-setup';
import { url } from './recording-sample';

afterEach(cleanup);

const dataRows = () => screen.getAllByRole('row').slice(1);
const expectedList = () => screen.getByRole('list', { name: text.expected });

describe('the four states', () => {
  it('loads', () => {
    setUp();
    expect(screen.getByText(text.loading)).toBeTruthy();
  });

  it('says why it is empty, and what next', async () => {
    const { model } = setUp();
    await model.start();
    expect(await screen.findByText(text.empty)).toBeTruthy();
    expect(screen.getByText(text.emptyLive)).toBeTruthy();
  });

  it('says how to begin when there is no recording at all', async () => {
    const { model } = setUp({ verification: null }, { tabId: null });
    await model.start();
    expect(await screen.findByText(text.emptyNoRecording)).toBeTruthy();
  });

  it('says what failed', async () => {
    const { model } = setUp({}, { load: () => Promise.reject(new Error('quota')) });
    await model.start();
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('The browser could not keep the data.');
    expect(alert.textContent).toContain('quota');
  });
});

it('says beside what is expected who will not see it', async () => {
  const { model } = setUp();
  await model.start();
  const expected = await screen.findByRole('region', { name: text.expected });
  expect(expected.textContent).toContain(audienceText.blocked);
  expect(within(expected).getByRole('link').getAttribute('href')).toBe(audienceText.sourceUrl);
});

describe('content', () => {
  const requests = [
    request(url(531, 'cachebuster=1'), { startedAt: START + 10 }),
    request(url(532, 'cachebuster=%25%25TTD_CACHEBUSTER%25%25'), { startedAt: START + 20 }),
    request(url(999, 'cachebuster=3'), { startedAt: START + 30 }),
  ];

  it('lists each request with its facts and findings', async () => {
    const { model } = setUp({ requests });
    await model.start();
    const grid = await screen.findByRole('grid', { name: text.requests });
    expect(grid.getAttribute('aria-rowcount')).toBe('4');
    const [first, second, third] = dataRows().map((row) => row.textContent);
    expect(first).toMatch(/531LeaderboardImagecachebuster=1200.*Pass/);
    expect(third).toContain(`999${text.unnamed}`);
    expect(second).toContain('%%TTD_CACHEBUSTER%% is a macro of The Trade Desk');
    expect(third).toContain('Tracker 999 is not among the trackers loaded here.');
  });

  it('gives each expected tracker its verdict as a word, with the reason', async () => {
    const { model } = setUp({
      requests: requests.slice(0, 2),
      verification: verification({ expectedIds: [531, 532, 777] }),
    });
    await model.start();
    await screen.findByRole('grid');
    const rows = within(expectedList())
      .getAllByRole('listitem')
      .map((row) => row.textContent);
    // The gravest first.
    expect(rows[0]).toMatch(/Skyscraper 532Fail.*The Trade Desk/);
    expect(rows[1]).toMatch(/Tracker 777Not seen/);
    expect(rows[2]).toMatch(/Leaderboard 531Pass.*Fired once/);
  });

  it('moves no expected tracker while a person is in their list, and puts them in order after', async () => {
    const { model } = setUp({
      requests: requests.slice(0, 1),
      verification: verification({ expectedIds: [531, 532] }),
    });
    await model.start();
    await screen.findByRole('grid');
    const names = () =>
      within(expectedList())
        .getAllByRole('listitem')
        .map((row) => row.querySelector('.pb-expected-name')?.textContent);
    expect(names()).toEqual(['Skyscraper 532', 'Leaderboard 531']);
    act(() => screen.getByRole('button', { name: text.stopExpecting('Leaderboard') }).focus());
    const failing = request(url(531, 'cachebuster=%25%25TTD_CACHEBUSTER%25%25'), {
      startedAt: START + 40,
    });
    const fine = request(url(532, 'cachebuster=9'), { startedAt: START + 50 });
    model.hear({ kind: 'requests-changed', verificationId: 'v1', requests: [failing, fine] });
    await waitFor(() => expect(model.checked.value.rows).toHaveLength(3));
    await waitFor(() => expect(expectedList().textContent).toContain('Fired once'));
    expect(names()).toEqual(['Skyscraper 532', 'Leaderboard 531']);
    act(() => screen.getByRole('searchbox', { name: text.filter }).focus());
    expect(names()).toEqual(['Leaderboard 531', 'Skyscraper 532']);
  });

  it('shows only the requests with findings, and all again', async () => {
    const { model, user } = setUp({ requests });
    await model.start();
    await screen.findByRole('grid');
    const only = screen.getByRole('button', { name: text.withFindings(2) });
    await user.click(only);
    expect(only.getAttribute('aria-pressed')).toBe('true');
    expect(dataRows().map((row) => row.textContent)).toEqual([
      expect.stringContaining('532'),
      expect.stringContaining('999'),
    ]);
    await user.click(only);
    expect(dataRows()).toHaveLength(3);
  });

  it('shows the chosen request in full, by mouse and by keys', async () => {
    const { model, user } = setUp({ requests });
    await model.start();
    await screen.findByRole('grid');
    screen.getByRole('grid').focus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    const details = screen.getByRole('region', { name: text.details });
    expect(details.textContent).toContain('%%TTD_CACHEBUSTER%%');
    expect(details.textContent).toContain(text.why);
    expect(details.textContent).toContain(text.next);
    expect(within(details).queryAllByRole('link')).toEqual([]);
    await user.click(within(details).getByRole('button', { name: text.closeDetails }));
    expect(screen.queryByRole('region', { name: text.details })).toBeNull();
  });

  it('expects what was seen, and a tracker that is picked', async () => {
    const { model, calls, user } = setUp({
      requests,
      verification: verification({ expectedIds: [] }),
    });
    await model.start();
    await screen.findByRole('grid');
    await user.click(screen.getByRole('combobox', { name: text.expectedTracker }));
    await user.click(await screen.findByRole('option', { name: /Skyscraper/ }));
    expect(calls.at(-1)).toEqual(['saveExpected', 'v1', [532]]);
    await user.click(screen.getByRole('button', { name: text.expectSeen(2) }));
    expect(calls.at(-1)).toEqual(['saveExpected', 'v1', [532, 531, 999]]);
    await user.click(screen.getByRole('button', { name: text.stopExpecting('Leaderboard') }));
    expect(calls.at(-1)).toEqual(['saveExpected', 'v1', [532, 999]]);
  });

  it('expects a pasted list of ids at once, and an id that no loaded tracker has', async () => {
    const { model, calls, user } = setUp({
      requests,
      verification: verification({ expectedIds: [531] }),
    });
    await model.start();
    await screen.findByRole('grid');
    const field = screen.getByRole('combobox', { name: text.expectedTracker });
    await user.click(field);
    await user.paste('Tracker ID 90333, 90334;531');
    await user.click(await screen.findByRole('option', { name: /Expect all 3/ }));
    expect(calls.at(-1)).toEqual(['saveExpected', 'v1', [531, 90333, 90334]]);
    await user.click(field);
    await user.paste('90999');
    await user.click(await screen.findByRole('option', { name: /^Tracker 90999/ }));
    expect(calls.at(-1)).toEqual(['saveExpected', 'v1', [531, 90333, 90334, 90999]]);
  });

  it('filters by any word, and offers to clear the filter', async () => {
    const { model, user } = setUp({ requests });
    await model.start();
    await screen.findByRole('grid');
    const filter = screen.getByRole('searchbox', { name: text.filter });
    await user.type(filter, 'trade desk');
    expect(dataRows()).toHaveLength(1);
    await user.type(filter, ' nothing');
    await user.click(screen.getByRole('button', { name: text.clearFilter }));
    expect(dataRows()).toHaveLength(3);
  });

  it('exports a proof, and shows its SHA-256 to be sent separately until it is put away', async () => {
    const { model, calls, user } = setUp({ requests });
    await model.start();
    await screen.findByRole('grid');
    await user.click(screen.getByRole('button', { name: proofPanelText.export }));
    const digest = '0f'.repeat(32);
    expect((await screen.findByText(digest)).tagName).toBe('CODE');
    expect(calls.at(-1)).toEqual([
      'saveProof',
      {
        results: expect.stringContaining('Leaderboard'),
        har: expect.stringContaining('imptr'),
        pictures: [],
      },
    ]);
    await user.click(screen.getByRole('button', { name: proofPanelText.copy }));
    await screen.findByRole('button', { name: proofPanelText.copied });
    expect(calls.at(-1)).toEqual(['copy', digest]);
    await user.click(screen.getByRole('button', { name: proofPanelText.close }));
    expect(screen.queryByText(digest)).toBeNull();
  });

  it('exports after looking through the log once more, and clears', async () => {
    const { model, calls, user } = setUp({ requests });
    await model.start();
    await screen.findByRole('grid');
    await user.click(screen.getByRole('button', { name: text.exportCsv }));
    await waitFor(() => expect(calls.length).toBe(2));
    expect(calls).toEqual([
      ['checkAgain', 'v1'],
      ['saveFile', 'csv', expect.stringContaining('531,Leaderboard,pass')],
    ]);
    await user.click(screen.getByRole('button', { name: text.exportXlsx }));
    await waitFor(() =>
      expect(calls.at(-1)).toMatchObject([
        'saveWorkbook',
        ['Summary', 'Per page', 'Requests', 'Findings', 'On the page'],
      ]),
    );
    await user.click(screen.getByRole('button', { name: text.exportHar }));
    await waitFor(() =>
      expect(calls.at(-1)).toEqual([
        'saveFile',
        'har',
        expect.stringContaining('"version": "1.2"'),
      ]),
    );
    await user.click(screen.getByRole('button', { name: text.clear }));
    expect(calls.at(-1)).toEqual(['clear', 'v1']);
    expect(await screen.findByText(text.empty)).toBeTruthy();
  });
});
