// @vitest-environment happy-dom

import { act, cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { ConsoleBar } from '@/components/pages/popup/ConsoleBar';
import { TrackerListView, type TrackerListViewProps } from '@/components/trackers/TrackerListView';
import type { Said } from '@/components/ui/Notice';
import { AppError, type Failure, toFailure } from '@/lib/core/base/errors';
import { ALL_TRACKERS } from '@/lib/core/tracker/filter';

import { consoleActions, NOT_SWITCHING, NOTHING_ELSE, tracker } from './build';

// There is no layout here; a list that draws only what is in view needs a height.
vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
afterEach(cleanup);

const PLAIN: TrackerListViewProps = {
  shown: [tracker(1, 'One')],
  total: 1,
  filter: ALL_TRACKERS,
  onFilter: () => {},
  searched: NOTHING_ELSE,
  order: null,
  onOrder: () => {},
  switching: NOT_SWITCHING,
  advertiserId: 700_101,
  syncing: false,
  progress: null,
  waitingUntil: null,
  failure: null,
  message: null,
  canCreate: true,
  focus: null,
  onRefresh: () => {},
  onStop: () => {},
  onSheet: () => {},
  onNew: () => {},
  onEdit: () => {},
  onBuild: () => {},
  onCopy: async () => ({ kind: 'pass', text: 'Copied.' }),
};

describe('the offer at the foot of the popup', () => {
  it('asks for the console’s host in the click itself, and then offers it no more', async () => {
    let enabled = false;
    const enableConsole = vi.fn(async () => void (enabled = true));
    const actions = consoleActions({
      consoleOffer: async () => ({ host: 'console.example', enabled }),
      enableConsole,
    });
    render(<ConsoleBar actions={actions} />);
    const offer = await screen.findByText('Always offer it on console.example');
    offer.click();
    // In the same turn: a browser takes nothing later for the person's own click.
    expect(enableConsole).toHaveBeenCalledWith('console.example');
    await vi.waitFor(() => expect(screen.queryByText(/Always offer/)).toBeNull());
  });

  it('says when the browser refused, and offers it again', async () => {
    const actions = consoleActions({
      consoleOffer: async () => ({ host: 'console.example', enabled: false }),
      enableConsole: async () => {
        throw new AppError('access-refused');
      },
    });
    render(<ConsoleBar actions={actions} />);
    await userEvent.click(await screen.findByText(/Always offer/));
    await screen.findByText('The browser did not allow access to this site.');
    screen.getByText(/Always offer/);
  });
});

describe('how far a first load is', () => {
  const status = () => screen.getByRole('status').textContent;
  const first = { shown: [], total: 0, syncing: true };

  it('is not “0 trackers” while nothing has come: it loads, and can be stopped', () => {
    const onStop = vi.fn();
    render(<TrackerListView {...PLAIN} {...first} onStop={onStop} />);
    expect(status()).toBe('Loading trackers…');
    expect(screen.getByRole('progressbar').hasAttribute('value')).toBe(false);
    screen.getByRole('button', { name: 'Stop' }).click();
    expect(onStop).toHaveBeenCalledTimes(1);
  });

  it('is “0 trackers” once that is known', () => {
    render(<TrackerListView {...PLAIN} {...first} syncing={false} />);
    expect(status()).toBe('0 trackers');
  });

  it('is a count, and no word more, where a list that is there is refreshed', () => {
    render(<TrackerListView {...PLAIN} syncing />);
    expect(status()).toBe('1 tracker');
    expect(screen.queryByRole('progressbar')).toBeNull();
  });
});

describe('the list by keyboard', () => {
  const names = ['One', 'Two', 'Three', 'Four'];
  const open = (change: Partial<TrackerListViewProps> = {}) => {
    const onCopy = vi.fn(async (): Promise<Said> => ({ kind: 'pass', text: 'Copied.' }));
    const done = { onCopy, onEdit: vi.fn(), onBuild: vi.fn() };
    const shown = names.map((name, index) => tracker(index + 1, name));
    render(
      <TrackerListView {...PLAIN} focus="search" shown={shown} total={4} {...done} {...change} />,
    );
    return done;
  };
  const keys = (text: string) => userEvent.keyboard(text);
  const at = () => document.activeElement?.getAttribute('aria-label');

  it('begins at the search; the third row is copied with three keys', async () => {
    const { onCopy } = open();
    expect(at()).toBe('Search trackers');
    await keys('{ArrowDown}{ArrowDown}c');
    expect(onCopy).toHaveBeenCalledWith(tracker(3, 'Three'));
    expect(at()).toBe('Edit Three');
  });

  it.each<[string, string]>([
    ['{ArrowDown}', 'Edit Two'],
    ['{ArrowDown}{ArrowUp}{ArrowUp}{ArrowUp}', 'Edit One'],
    ['{ArrowDown}{End}', 'Edit Four'],
    ['{ArrowDown}{End}{ArrowDown}', 'Edit Four'],
    ['{ArrowDown}{End}{Home}', 'Edit One'],
    ['{ArrowDown}{PageDown}', 'Edit Four'],
  ])('%s leads to %s', async (pressed, row) => {
    open();
    await keys(pressed);
    expect(at()).toBe(row);
  });

  it('builds the tag of a row, edits it, and leaves other keys to the browser', async () => {
    const { onBuild, onEdit, onCopy } = open();
    await keys('{ArrowDown}b{Enter}');
    expect(onBuild).toHaveBeenCalledWith(2);
    expect(onEdit).toHaveBeenCalledWith(2);
    await keys('{Alt>}c{/Alt}x');
    expect(onCopy).not.toHaveBeenCalled();
  });

  it('copies the current row from the search, unless some of its text is selected', async () => {
    const { onCopy } = open({ filter: { search: 'o', state: 'all' } });
    await keys('{Control>}c{/Control}');
    expect(onCopy).toHaveBeenCalledTimes(1);
    const search = screen.getByLabelText('Search trackers');
    if (search instanceof HTMLInputElement) search.select();
    await keys('{Control>}c{/Control}c');
    expect(onCopy).toHaveBeenCalledTimes(1);
  });

  it('begins at the row that was left; one Tab stop is a row', async () => {
    open({ focus: 3 });
    expect(at()).toBe('Edit Three');
    await userEvent.tab();
    expect(at()).toBe('Active: deactivate Three');
    await userEvent.tab();
    expect(at()).toBe('Build tag of Three');
    await userEvent.tab();
    expect(at()).toBe('Copy tag of Three');
    await userEvent.tab();
    expect(at()).toBeNull();
  });
});

describe('Copy tag', () => {
  const pass: Said = { kind: 'pass', text: 'Copied the image tag of One.' };
  const list = (said: Said, message: string | null = null, failure: Failure | null = null) => (
    <TrackerListView {...PLAIN} message={message} failure={failure} onCopy={async () => said} />
  );

  it.each([[pass], [{ kind: 'warning' as const, text: 'The browser did not allow copying.' }]])(
    'says whether it worked: %s',
    async (said) => {
      render(list(said));
      await userEvent.click(screen.getByLabelText('Copy tag of One'));
      const shown = await screen.findByText(said.text);
      expect(shown.closest('.pb-notice')?.classList).toContain(said.kind);
    },
  );

  it('gives way to what is said next', async () => {
    const { rerender } = render(list(pass));
    await userEvent.click(screen.getByLabelText('Copy tag of One'));
    await screen.findByText(/Copied/);
    rerender(list(pass, 'Saved One.'));
    await screen.findByText('Saved One.');
    expect(screen.queryByText(/Copied/)).toBeNull();
  });

  it('does not outlive what fails later', async () => {
    const { rerender } = render(list(pass, 'Saved One.'));
    await screen.findByText('Saved One.');
    rerender(list(pass, 'Saved One.', toFailure(new AppError('network'))));
    await vi.waitFor(() => expect(screen.queryByText('Saved One.')).toBeNull());
    screen.getByRole('alert');
    await userEvent.click(screen.getByLabelText('Dismiss'));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('goes by itself, though not while it is pointed at', async () => {
    vi.useFakeTimers();
    try {
      render(list(pass, 'Saved One.'));
      const over = screen.getByText('Saved One.').closest('.pb-toast')?.parentElement;
      act(() => void over?.dispatchEvent(new PointerEvent('pointerenter')));
      act(() => void vi.advanceTimersByTime(60_000));
      screen.getByText('Saved One.');
      act(() => void over?.dispatchEvent(new PointerEvent('pointerleave')));
      act(() => void vi.advanceTimersByTime(60_000));
      expect(screen.queryByText('Saved One.')).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });
});
