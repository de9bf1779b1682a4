// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { RunPlace } from '@/components/bulk/RunPlace';
import { RunsPlace } from '@/components/bulk/RunsPlace';
import { TryTag } from '@/components/trial/try-tag';
import type { RowEnd } from '@/lib/core/tracker-sheet/run';
import { errorText } from '@/lib/text/errors';
import { bulkText } from '@/lib/text/trackers/bulk';
import { runsText as text } from '@/lib/text/trackers/bulk-runs';

import { tracker } from '../../core/tracker-sheet/build';
import { bulkRoom, pasted } from './bulk-sample';

afterEach(cleanup);

const SHEET = pasted([
  ['ID', 'Name', 'Line item', 'Publisher'],
  ['', 'New 1', 'Spring burst', 'Tidewater News'],
  ['', 'New 2', 'Spring burst', 'Tidewater News'],
  ['531', 'Home, winter', '', ''],
  ['', 'New 3', 'Spring burst', 'Tidewater News'],
  ['', 'Wrong', 'Sprng', 'Tidewater News'],
  ['532', 'Sport', '', ''],
]);
const THERE = [tracker(531, { name: 'Home' }), tracker(532, { name: 'Sport' })];
type Room = ReturnType<typeof bulkRoom>;

async function begun(isCanary: boolean, ...room: Parameters<typeof bulkRoom>): Promise<Room> {
  const made = bulkRoom(...room);
  await made.model.enter();
  await made.model.take('plan.csv', SHEET);
  const shown = made.model.dryRun.checked.value;
  if (shown === null) throw new Error('not checked');
  await made.model.beginSheet(shown, isCanary);
  return made;
}

function show({ model }: Room, isUndo = false) {
  const onTry = vi.fn<(tag: string, serverId: string | null) => void>();
  const onBegun = vi.fn<(id: string) => void>();
  const tagOf = ({ id }: { id: number }) => ({ tag: `<img ${id}>`, serverId: 'gam' });
  render(
    <TryTag.Provider value={onTry}>
      <RunPlace model={model} tagOf={tagOf} isUndo={isUndo} onBegun={onBegun} />
    </TryTag.Provider>,
  );
  return { onTry, onBegun, user: userEvent.setup() };
}

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const rows = () => within(screen.getByRole('list', { name: text.rows })).getAllByRole('listitem');
const words = () => rows().map((row) => row.textContent ?? '');

describe('a run', () => {
  it('that waits after its first rows has their tags tried, and is released', async () => {
    const room = await begun(true, THERE);
    room.advance('run-1');
    await room.model.runs.open.choose('run-1');
    const { onTry } = show(room);
    screen.getByText(text.held(3, 1));
    await userEvent.click(await screen.findByRole('button', { name: text.tryTag('New 1') }));
    expect(onTry).toHaveBeenCalledWith('<img 9001>', 'gam');
    await press(text.release(1));
    room.advance('run-1');
    await room.model.runs.open.follow();
    await screen.findByText('Done');
    screen.getByText('3 trackers created, 1 changed, 2 skipped');
  });

  it('says of each row what came of it, with the new id, or why it did not', async () => {
    const room = await begun(false, THERE);
    const failure = {
      code: 'invalid-input',
      detail: 'Name is taken',
      retryAfterSeconds: null,
    } as const;
    const endOf = ({ at, trackerId }: { at: number; trackerId: number | null }): RowEnd =>
      at === 1
        ? { kind: 'failed', id: null, failure }
        : {
            kind: trackerId === null ? 'created' : 'changed',
            id: trackerId ?? 9001 + at,
            failure: null,
          };
    room.advance('run-1', 99, endOf);
    await room.model.runs.open.choose('run-1');
    show(room);
    expect(words()).toEqual([
      expect.stringMatching(/^2Created.*9001/),
      expect.stringContaining(`Failed`),
      expect.stringMatching(/^4Changed.*531/),
      expect.stringMatching(/^5Created.*9004/),
      expect.stringMatching(/^6Skipped.*Error in the sheet\.$/),
      expect.stringMatching(/^7Skipped.*Nothing was to be changed\.$/),
    ]);
    screen.getByText(new RegExp(`^${errorText(failure).sentence}`));
    await userEvent.click(screen.getByRole('radio', { name: 'Failed (1)' }));
    expect(words()).toHaveLength(1);
    // What the service said itself, whole.
    await userEvent.tab();
    const details = within(screen.getByRole('region', { name: text.details }));
    details.getByText(/Name is taken/);
    details.getByText('Row 3, Failed');
    await userEvent.click(screen.getByRole('radio', { name: /^Created/ }));
    expect(screen.getByRole('link', { name: 'New 1, tracker 9001' }).getAttribute('href')).toBe(
      '#/trackers/9001',
    );
  });

  it('goes on before one’s eyes, and reads no row twice that has ended', async () => {
    const room = await begun(false, THERE);
    await room.model.runs.open.choose('run-1');
    show(room);
    screen.getByText(text.progress(0, 4));
    room.advance('run-1', 2);
    room.model.hear({ kind: 'changed', change: { what: 'trackers', ids: [9001] } });
    await screen.findByText(text.progress(2, 4));
    expect(words()[0]).toContain('Created');
    expect(words()[2]).toContain(text.underWay);
    room.advance('run-1');
    room.model.hear({ kind: 'job', subject: 'tracker-run', state: 'done', ids: [] });
    await screen.findByText(text.progress(4, 4));
    const read = room.calls.filter((call) => Array.isArray(call) && call[0] === 'readRows');
    expect(read).toEqual([
      ['readRows', 0, Infinity],
      ['readRows', 0, 2],
      ['readRows', 2, 2],
    ]);
  });

  it('is paused, goes on, and is ended after it was asked', async () => {
    const room = await begun(false, THERE);
    await room.model.runs.open.choose('run-1');
    show(room);
    await press(text.pause);
    await press(text.goOn);
    await press(text.cancel);
    const asked = within(screen.getByRole('dialog', { hidden: true }));
    asked.getByText(text.cancelWhat(4));
    await userEvent.click(asked.getByRole('button', { name: text.cancelKeep, hidden: true }));
    screen.getByText('Going on');
    await press(text.cancel);
    const again = within(screen.getByRole('dialog', { hidden: true }));
    await userEvent.click(again.getByRole('button', { name: text.cancel, hidden: true }));
    await screen.findByText('Ended before its end');
  });

  it('that waits for something says for what, and goes on when told', async () => {
    const room = await begun(false, THERE);
    const failure = { code: 'session-expired', detail: null, retryAfterSeconds: null } as const;
    room.change('run-1', { state: 'paused', failure });
    await room.model.runs.open.choose('run-1');
    show(room);
    screen.getByText('The session of trafficker has ended.');
    await press(text.goOn);
    await screen.findByText('Going on');
  });

  it('cannot be told anything by who may only read', async () => {
    const room = await begun(false, THERE, { canWrite: signal(false) });
    await room.model.runs.open.choose('run-1');
    show(room);
    expect(screen.getByRole('button', { name: text.pause })).toHaveProperty('disabled', true);
  });

  it('that is not here says so', async () => {
    const room = bulkRoom();
    await room.model.runs.open.choose('gone');
    show(room);
    screen.getByText(text.gone);
  });
});

describe('an undo', () => {
  it('is shown before anything is sent, and is a run of its own', async () => {
    const room = await begun(false, THERE);
    room.advance('run-1');
    await room.model.runs.open.choose('run-1');
    const { onBegun, user } = show(room, true);
    await screen.findByText('4 rows: 4 to change.');
    await user.click(screen.getByRole('button', { name: 'Row 4, Home' }));
    const details = within(screen.getByRole('region', { name: bulkText.details }));
    expect(details.getByText('Home, winter', { selector: 'del' })).toBeTruthy();
    expect(details.getByText('Home', { selector: 'ins' })).toBeTruthy();
    await press('Change 4 trackers');
    await vi.waitFor(() => expect(onBegun).toHaveBeenCalledWith('run-2'));
    expect(room.calls.at(-1)).toMatchObject(['start', { undoes: 'run-1', file: 'plan.csv' }]);
    room.advance('run-2');
    expect(room.trackers().map(({ name, state }) => [name, state])).toEqual([
      ['Home', 'active'],
      ['Sport', 'active'],
      ['New 1', 'inactive'],
      ['New 2', 'inactive'],
      ['New 3', 'inactive'],
    ]);
  });

  it('is offered of a run that has done something and is over', async () => {
    const room = await begun(false, THERE);
    await room.model.runs.open.choose('run-1');
    show(room);
    expect(screen.queryByRole('link', { name: text.undo })).toBeNull();
    room.advance('run-1');
    await room.model.runs.open.follow();
    const link = await screen.findByRole('link', { name: text.undo });
    expect(link.getAttribute('href')).toBe('#/trackers/runs/run-1/undo');
  });
});

describe('the runs', () => {
  it('say when, who, what and with which result', async () => {
    const room = await begun(false, THERE);
    room.advance('run-1');
    render(<RunsPlace model={room.model.runs} />);
    await room.model.runs.load();
    const [, run] = await screen.findAllByRole('row');
    expect(run?.textContent).toMatch(
      /trafficker.*plan\.csv.*Done.*3 trackers created, 1 changed, 2 skipped$/,
    );
    expect(screen.getByRole('link', { name: 'plan.csv' }).getAttribute('href')).toBe(
      '#/trackers/runs/run-1',
    );
  });

  it('say that there are none, and what will be here', async () => {
    const room = bulkRoom();
    render(<RunsPlace model={room.model.runs} />);
    screen.getByText(text.loading);
    await room.model.runs.load();
    await screen.findByText(text.none);
  });

  it('say why they cannot be read', async () => {
    const room = bulkRoom([], {}, { history: () => Promise.reject(new Error('disk')) });
    render(<RunsPlace model={room.model.runs} />);
    await room.model.runs.load();
    await screen.findByRole('alert');
  });
});
