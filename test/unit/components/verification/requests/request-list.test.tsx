// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { USUAL_LAYOUT } from '@/lib/core/verification/list-layout';
import { requestDetailsText } from '@/lib/text/verification/requests/request-details';
import { tableText } from '@/lib/text/table';
import { columnText, requestListText as text } from '@/lib/text/verification/requests/request-list';
import { verificationText } from '@/lib/text/verification/verification';

import { pageView, request, START, verification } from '../../../core/verification/build';
import { setUp } from '../panel-setup';
import { later, url } from '../recording-sample';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const REQUESTS = [
  request(url(531, 'cachebuster=1'), { startedAt: START + 10 }),
  request(url(532, 'cachebuster=%25%25TTD_CACHEBUSTER%25%25'), {
    startedAt: START + 20,
    frameUrl: 'https://ads.example/slot?try=1',
  }),
  request(url(999, 'cachebuster=3'), { startedAt: START + 30, duration: 5 }),
];

async function show(...around: Parameters<typeof setUp>) {
  const made = setUp({ requests: REQUESTS, ...around[0] }, around[1]);
  await made.model.start();
  await screen.findByRole('grid');
  return made;
}
const dataRows = () => screen.getAllByRole('row').slice(1);
const shownIds = () => dataRows().map((row) => row.querySelector('.id')?.textContent);
const details = () => screen.queryByRole('region', { name: verificationText.details });
const head = (name: string) => screen.getByRole('columnheader', { name: new RegExp(`^${name}`) });
const focusedId = () => document.activeElement?.querySelector('.id')?.textContent;

describe('the grid', () => {
  it('has one row in the order of Tab, and keys lead on from there', async () => {
    const { user } = await show();
    expect(dataRows().map((row) => row.tabIndex)).toEqual([0, -1, -1]);
    act(() => dataRows()[0]?.focus());
    await user.keyboard('{End}');
    expect(focusedId()).toBe('999');
    expect(dataRows().map((row) => row.tabIndex)).toEqual([-1, -1, 0]);
    await user.keyboard('{ArrowDown}{PageUp}');
    expect(focusedId()).toBe('531');
  });

  it('leads into the details by Enter, and back by Escape; put away, they stay away', async () => {
    const { user } = await show();
    act(() => dataRows()[1]?.focus());
    await user.keyboard('{Enter}');
    expect(document.activeElement?.textContent).toBe('Skyscraper');
    await user.keyboard('{Escape}');
    expect(focusedId()).toBe('532');
    expect(details()).not.toBeNull();
    await user.keyboard('{Escape}');
    expect(details()).toBeNull();
    expect(focusedId()).toBe('532');
    await user.keyboard('{ArrowDown}');
    expect(focusedId()).toBe('999');
    expect(details()).toBeNull();
    await user.keyboard('{Enter}');
    expect(details()).not.toBeNull();
  });

  it('goes back to the row where the details are closed', async () => {
    const { user } = await show();
    await user.click(dataRows()[2] ?? document.body);
    await user.click(screen.getByRole('button', { name: verificationText.closeDetails }));
    expect(focusedId()).toBe('999');
  });

  it('tells the findings of a request by a sign with their number and the first', async () => {
    await show();
    const [good, bad] = dataRows().map((row) => row.querySelector('.findings')?.textContent);
    expect(good).toBe('Pass');
    expect(bad).toMatch(/^1Error: The cachebuster was not filled in/);
  });

  it('is sorted by its heads, and says how', async () => {
    const { user, calls } = await show();
    const byId = within(head('Id')).getByRole('button', { name: 'Id' });
    expect(head('Id').getAttribute('aria-sort')).toBe('none');
    for (const [order, ids] of [
      ['ascending', ['531', '532', '999']],
      ['descending', ['999', '532', '531']],
      ['none', ['531', '532', '999']],
    ] as const) {
      await user.click(byId);
      expect(head('Id').getAttribute('aria-sort')).toBe(order);
      expect(shownIds()).toEqual(ids);
    }
    await waitFor(() => expect(calls).toContainEqual(['keepLayout', USUAL_LAYOUT]));
  });

  it('has its columns made wider by keys, and usual again', async () => {
    const { user, model } = await show();
    const bar = screen.getByRole('separator', { name: tableText.widthOf('Tracker') });
    act(() => bar.focus());
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}');
    const now = Number(bar.getAttribute('aria-valuenow'));
    expect(model.layout.value.widths).toEqual({ tracker: now });
    await user.keyboard('{Enter}');
    expect(model.layout.value.widths).toEqual({});
  });

  it('shows the columns that are chosen, the last of which stays', async () => {
    const { user } = await show();
    expect(screen.queryByRole('columnheader', { name: columnText.page })).toBeNull();
    await user.click(screen.getByRole('button', { name: tableText.columns }));
    await user.click(screen.getByRole('checkbox', { name: columnText.page }));
    head(columnText.page);
    for (const box of screen.getAllByRole<HTMLInputElement>('checkbox', { checked: true })) {
      if (!box.disabled) await user.click(box);
    }
    expect(screen.getAllByRole('columnheader')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: tableText.usualColumns }));
    expect(screen.getAllByRole('columnheader')).toHaveLength(USUAL_LAYOUT.columns.length);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('checkbox', { name: columnText.page })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: tableText.columns }));
  });

  it('is as it was left', async () => {
    const kept = {
      ...USUAL_LAYOUT,
      columns: ['id', 'findings'] as const,
      sort: { column: 'id', isDescending: true } as const,
    };
    const list = { readLayout: async () => kept, keepLayout: async () => {}, showInNetwork: null };
    await show({}, { list });
    await waitFor(() => expect(shownIds()).toEqual(['999', '532', '531']));
    expect(screen.getAllByRole('columnheader')).toHaveLength(2);
  });

  it('is as usual where it cannot be read, and as it is chosen where it cannot be kept', async () => {
    const broken = () => Promise.reject(new Error('disk'));
    const { user } = await show(
      {},
      { list: { readLayout: broken, keepLayout: broken, showInNetwork: null } },
    );
    await user.click(within(head('Id')).getByRole('button', { name: 'Id' }));
    expect(head('Id').getAttribute('aria-sort')).toBe('ascending');
  });
});

describe('the list is narrowed', () => {
  it.each([
    ['a verdict', text.verdict, 'Fail', ['532']],
    ['a tracker', text.tracker, 'Leaderboard (531)', ['531']],
    ['a frame', text.frame, 'ads.example/slot', ['532']],
    ['a page view', text.page, /news\.example\/b$/, ['999']],
  ])('by %s, and all is shown again', async (_, label, option, ids) => {
    const pageViews = [pageView('a', START + 1), pageView('b', START + 25)];
    const { user } = await show({ pageViews });
    const select = screen.getByRole('combobox', { name: label });
    await user.hover(select);
    await user.selectOptions(select, within(select).getByRole('option', { name: option }));
    expect(shownIds()).toEqual(ids);
    expect(document.querySelector('.pb-verification-state')?.textContent).toContain(
      '1 of 3 requests',
    );
    await user.click(screen.getByRole('button', { name: text.showAll }));
    expect(shownIds()).toHaveLength(3);
  });

  it('by several things at once, and says where nothing is left', async () => {
    const { user, model } = await show();
    model.filters.value = { ...model.filters.value, verdict: 'fail', trackerId: 531 };
    await screen.findByText(verificationText.noMatch);
    const empty = within(screen.getByRole('region', { name: verificationText.requests }));
    await user.click(empty.getByRole('button', { name: text.showAll }));
    expect(shownIds()).toHaveLength(3);
  });
});

describe('a list that is paused', () => {
  it('shows nothing new, says how many wait, and shows them once it goes on', async () => {
    const { user, model } = await show();
    await user.click(screen.getByRole('button', { name: text.pause }));
    const requests = [later(7), later(8, 6000)];
    model.hear({ kind: 'requests-changed', verificationId: 'v1', requests });
    await screen.findByText(new RegExp(text.waiting(2)));
    expect(shownIds()).toHaveLength(3);
    // What is recorded is judged all the same.
    expect(model.checked.value.rows).toHaveLength(5);
    await user.click(screen.getByRole('button', { name: text.goOn }));
    expect(shownIds()).toHaveLength(5);
  });

  it('that is cleared is empty, and stays paused', async () => {
    const { user, model } = await show();
    await user.click(screen.getByRole('button', { name: text.pause }));
    await user.click(screen.getByRole('button', { name: verificationText.clear }));
    await screen.findByText(verificationText.empty);
    model.hear({ kind: 'requests-changed', verificationId: 'v1', requests: [later(7)] });
    await screen.findByText(new RegExp(text.waiting(1)));
    await user.click(screen.getByRole('button', { name: text.goOn }));
    expect(shownIds()).toEqual(['531']);
  });

  it('goes on where another recording is opened', async () => {
    const { user, model } = await show();
    await user.click(screen.getByRole('button', { name: text.pause }));
    await model.choose('v1');
    screen.getByRole('button', { name: text.pause });
    expect(shownIds()).toHaveLength(3);
  });
});

describe('the details of a request', () => {
  it('explain each parameter, and say what is not known of one', async () => {
    const odd = request(url(531, 'cachebuster=1&sandwich=ham'), { startedAt: START + 10 });
    const { user } = await show({ requests: [odd] });
    await user.click(dataRows()[0] ?? document.body);
    const all = details()?.textContent ?? '';
    expect(all).toContain('so that no cache answers in place of the service');
    expect(all).toMatch(/sandwichham.*Not documented for impression trackers/);
  });

  it('mark what is wrong at its place', async () => {
    const { user } = await show();
    await user.click(dataRows()[1] ?? document.body);
    const marks = [...(details()?.querySelectorAll('mark') ?? [])];
    expect(marks.map((mark) => mark.textContent)).toEqual(['%25%25TTD_CACHEBUSTER%25%25']);
    expect(marks[0]?.title).toContain('The Trade Desk');
  });

  it('list the redirects, each of which can be looked at', async () => {
    const target = 'https://secure.adnxs.com/imptr?id=531&t=2&cachebuster=1';
    const requests = [
      request(url(531, 'cachebuster=1'), {
        startedAt: START + 10,
        status: 302,
        redirectUrl: target,
      }),
      request(target, { startedAt: START + 20 }),
    ];
    const { user } = await show({ requests });
    await user.click(dataRows()[0] ?? document.body);
    const steps = () => within(details() ?? document.body).getAllByRole('listitem');
    expect(steps().map((step) => step.getAttribute('aria-current'))).toContain('step');
    await user.click(screen.getByRole('button', { name: target }));
    expect(dataRows().map((row) => row.getAttribute('aria-selected'))).toEqual(['false', 'true']);
  });

  it('are copied as address and as text, or say why not', async () => {
    const { user, calls, model } = await show();
    await user.click(dataRows()[1] ?? document.body);
    await user.click(screen.getByRole('button', { name: requestDetailsText.copyAddress }));
    expect(calls.at(-1)).toEqual(['copy', REQUESTS[1]?.url.raw]);
    screen.getByRole('button', { name: requestDetailsText.copied });
    await user.click(screen.getByRole('button', { name: requestDetailsText.copyText }));
    expect(String(calls.at(-1))).toMatch(/Tracker: 532 \(Skyscraper\)\nBegan: [^]*\nError: The/);
    model.actions.copy = async () => false;
    await user.click(screen.getByRole('button', { name: requestDetailsText.copyAddress }));
    await screen.findByText(requestDetailsText.notCopied);
  });

  it.each([
    ['has', true],
    ['has not', false],
  ])('lead to the Network panel where the browser %s a way there', async (_, hasWay) => {
    const shown: string[] = [];
    const showInNetwork = hasWay ? (filter: string) => void shown.push(filter) : null;
    const list = {
      readLayout: async () => USUAL_LAYOUT,
      keepLayout: async () => {},
      showInNetwork,
    };
    const { user } = await show({}, { list });
    await user.click(dataRows()[0] ?? document.body);
    const button = screen.queryByRole('button', { name: requestDetailsText.showInNetwork });
    if (button) await user.click(button);
    expect(shown).toEqual(hasWay ? ['ib.adnxs.com/imptr?id=531&t=2&cachebuster=1'] : []);
    expect(details()?.textContent?.includes(requestDetailsText.noNetwork)).toBe(!hasWay);
  });

  it('are given more room by keys', async () => {
    const { user, model } = await show();
    await user.click(dataRows()[0] ?? document.body);
    const bar = screen.getByRole('separator', { name: text.detailsSize });
    act(() => bar.focus());
    await user.keyboard('{Home}');
    expect(model.layout.value.details.beside).toBe(20);
    await user.keyboard('{Enter}');
    expect(model.layout.value.details).toEqual(USUAL_LAYOUT.details);
  });
});

it('new findings are announced, several at once, and only such as are new', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const { model } = await show({ verification: verification({ expectedIds: [] }) });
  await vi.advanceTimersByTimeAsync(5000);
  expect(model.saidOfFindings.value).toBe('');
  const of = (id: number) => request(url(id, 'cachebuster=9'), { startedAt: START + 9000 + id });
  model.hear({ kind: 'requests-changed', verificationId: 'v1', requests: [of(701)] });
  await vi.advanceTimersByTimeAsync(100);
  model.hear({ kind: 'requests-changed', verificationId: 'v1', requests: [of(702), later(5)] });
  await vi.advanceTimersByTimeAsync(5000);
  expect(model.saidOfFindings.value).toBe(
    text.newFindings(3, 'Tracker 702 is not among the trackers loaded here.'),
  );
});
