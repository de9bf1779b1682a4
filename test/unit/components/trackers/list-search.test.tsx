// @vitest-environment happy-dom

import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { ListPage } from '@/components/pages/trackers/ListPage';
import { createTrackersModel } from '@/components/pages/trackers/trackers-model';
import type { TrackerActions } from '@/components/trackers/tracker-actions';
import { DeleteTracker } from '@/components/trackers/DeleteTracker';
import { AppError } from '@/lib/core/base/errors';
import { draftOf } from '@/lib/core/tracker/draft';

import { popupActions, tracker } from './build';

vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
afterEach(cleanup);

/** The list of One and Two, signed in, with the focus in its search. */
async function openList(change: Partial<TrackerActions> = {}) {
  const model = createTrackersModel(popupActions(change));
  await model.start();
  model.go({ view: 'list' });
  render(<ListPage model={model} takesFocus onSheet={() => {}} />);
  await screen.findByRole('button', { name: 'Edit One' });
  return model;
}
const keys = (text: string) => userEvent.keyboard(text);
const status = () => screen.getAllByRole('status').map(({ textContent }) => textContent)[0];
const at = () => document.activeElement?.getAttribute('aria-label');

describe('a search of the list', () => {
  it('shows by their ids trackers of other advertisers, says whose they are, and which are not there', async () => {
    const other = { ...tracker(90, 'Of another'), advertiserId: 700_102 };
    let isKept = false;
    await openList({
      findTrackers: async (ids) => (isKept && ids.includes(90) ? [other] : []),
      lookUp: async (ids) => {
        isKept = true;
        return ids.filter((id) => id !== 90);
      },
    });
    await userEvent.click(screen.getByLabelText('Search trackers'));
    await userEvent.paste('1, 90, 91');
    await screen.findByText('Advertiser 700102');
    screen.getByRole('button', { name: 'Edit Of another' });
    expect(status()).toBe('1 of 2 trackersNot there: 91 · 1 of other advertisers');
  });

  it('asks for one number only where that is wished', async () => {
    const lookUp = vi.fn(async (ids: readonly number[]) => ids);
    await openList({ lookUp });
    await keys('90253');
    screen.getByText('No tracker matches');
    expect(lookUp).not.toHaveBeenCalled();
    await userEvent.click(screen.getByText('Look for tracker 90253 at the service'));
    await screen.findByText(/The service shows no tracker with id 90253/);
    expect(lookUp.mock.calls).toEqual([[[90_253]]]);
    expect(at()).toBe('Search trackers');
  });

  it('that finds nothing says which of its words looks like a field and is none', async () => {
    await openList();
    await keys('publsher:tide');
    screen.getByText('“publsher:” is no field: it was looked for as a word.');
  });

  it('says beside the number of trackers that a part of it is left out', async () => {
    await openList();
    await keys('two state:paused');
    expect(status()).toBe('1 of 2 trackers1 part is left out');
  });
});

describe('the order of the list', () => {
  const rows = () =>
    screen.getAllByRole('button', { name: /^Edit / }).map((row) => row.textContent);

  it('is by a column, turned round, and as it was, and goes by the arrow keys', async () => {
    await openList();
    expect(rows()).toEqual(['Two', 'One']);
    screen.getByRole('button', { name: 'Sort by Id' }).focus();
    await keys('{ArrowRight}{Enter}');
    expect(at()).toBe('Sort by Name');
    expect(rows()).toEqual(['One', 'Two']);
    expect(document.activeElement?.getAttribute('aria-pressed')).toBe('true');
    await keys('{Enter}');
    expect(rows()).toEqual(['Two', 'One']);
    await keys('{ArrowLeft}{Enter}');
    expect(rows()).toEqual(['One', 'Two']);
  });
});

describe('the state of a row', () => {
  it('is switched by one key, is being saved, is said, and is switched back by Ctrl+Z', async () => {
    const answer = Promise.withResolvers<void>();
    const setState = vi.fn<TrackerActions['setState']>(async (id, state) => {
      await answer.promise;
      return { ...tracker(id, 'One'), state };
    });
    await openList({ setState });
    await keys('{ArrowDown}s');
    expect(at()).toBe('Edit One');
    const badge = screen.getByRole('button', { name: 'Saving…: activate One' });
    expect(badge.getAttribute('aria-busy')).toBe('true');
    answer.resolve();
    await screen.findByText(/^One is inactive: its impressions are not counted\./);
    screen.getByRole('button', { name: 'Inactive: activate One' });
    await keys('{Control>}z{/Control}');
    await screen.findByText(/^One is active: its impressions are counted\./);
    expect(setState.mock.calls).toEqual([
      [1, 'inactive'],
      [1, 'active'],
    ]);
  });

  it('is switched back by the button, too; who copies next hears of that', async () => {
    const setState = vi.fn(popupActions().setState);
    await openList({ setState });
    await userEvent.click(screen.getByRole('button', { name: 'Inactive: activate Two' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(setState.mock.calls).toEqual([
      [2, 'active'],
      [2, 'inactive'],
    ]);
    await userEvent.click(screen.getByLabelText('Copy tag of One'));
    await screen.findByText(/^Copied/);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('that cannot be saved is as it was, and why is said', async () => {
    await openList({
      setState: async () => {
        throw new AppError('not-permitted');
      },
    });
    await userEvent.click(screen.getByRole('button', { name: 'Active: deactivate One' }));
    await screen.findByRole('alert');
    screen.getByRole('button', { name: 'Active: deactivate One' });
  });

  it('is only shown to who may not write', async () => {
    const { session, ...start } = await popupActions().start();
    const readOnly = session && { ...session, readOnly: true };
    const setState = vi.fn(popupActions().setState);
    await openList({ start: async () => ({ ...start, session: readOnly }), setState });
    expect(screen.queryByRole('button', { name: /deactivate/ })).toBeNull();
    await keys('{ArrowDown}s');
    expect(setState).not.toHaveBeenCalled();
  });
});

describe('Delete', () => {
  const open = async (change: Partial<ReturnType<typeof tracker>> = {}) => {
    const done = { onDeactivate: vi.fn(), onDelete: vi.fn() };
    const one = { ...tracker(1, 'One'), lineItem: { id: 64, name: 'Spring burst' }, ...change };
    render(<DeleteTracker id={1} tracker={draftOf(one)} disabled={false} {...done} />);
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
    return done;
  };
  const buttons = () =>
    [...document.querySelectorAll('dialog button')].map(({ textContent }) => textContent);

  it('names what stops counting, and offers first to deactivate it', async () => {
    const { onDeactivate, onDelete } = await open();
    for (const named of ['Spring burst (64)', 'Tidewater News (3)', 'all placements']) {
      screen.getByText(named);
    }
    screen.getByText(/Every tag with id 1 keeps firing/);
    expect(buttons()).toEqual(['Deactivate instead', 'Cancel', 'Delete for good']);
    await userEvent.click(screen.getByText('Deactivate instead'));
    expect([onDeactivate.mock.calls.length, onDelete.mock.calls.length]).toEqual([1, 0]);
    expect(buttons()).toEqual([]);
  });

  it('of one that is inactive offers no such thing, and says so', async () => {
    await open({ state: 'inactive' });
    expect(buttons()).toEqual(['Cancel', 'Delete for good']);
    screen.getByText('It is inactive already: nothing is counted now.');
  });
});
