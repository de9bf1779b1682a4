// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { RecordingList } from '@/components/verification/RecordingList';
import { createRecordingsModel } from '@/components/verification/recordings-model';
import type {
  SavedRecordings,
  VerificationActions,
} from '@/components/verification/verification-actions';
import type { Verification } from '@/lib/core/verification/verification';
import { deleteRecordingText as words } from '@/lib/text/verification/delete-recording';
import { workspaceText as text } from '@/lib/text/pages/workspace';
import { verificationText } from '@/lib/text/verification/verification';

import { pageView, request, START, verification } from '../../core/verification/build';
import { later, recordingActions } from './recording-sample';

afterEach(cleanup);

const NEW = verification({ id: 'new', expectedIds: [531, 532] });
const OLD = verification({ id: 'old', startedAt: START - 1 });
const listOf = (...rows: Verification[]) => ({ rows, unreadable: 0 });
const OF = {
  new: {
    verification: NEW,
    pageViews: [pageView('a', START), pageView('b', START + 1)],
    requests: [later(1)],
    unreadable: 0,
  },
  old: { verification: OLD, pageViews: [], requests: [], unreadable: 0 },
};

function setUp(changes: Partial<VerificationActions> = {}) {
  const { actions } = recordingActions(
    {},
    {
      listVerifications: async () => listOf(NEW, OLD),
      findVerifications: async (ids) => [NEW, OLD].filter(({ id }) => ids.includes(id)),
      load: async ({ id }) => (id === 'new' ? OF.new : OF.old),
      ...changes,
    },
  );
  const model = createRecordingsModel(actions);
  render(<RecordingList model={model} addressOf={(id) => `#/verifications/${id}`} />);
  return model;
}
const rows = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    );

describe('the list of recordings', () => {
  it('says of each where, when, how much, and what it adds up to; the newest first', async () => {
    const model = setUp();
    screen.getByText(text.loadingRecordings);
    await model.load();
    await screen.findByText(text.nothingExpected);
    const [first, second] = rows();
    expect(first?.[0]).toBe('news.example/b');
    expect(first?.slice(2, 5)).toEqual(['2', '1', '1 Not seen1 Pass']);
    expect(second?.slice(2, 5)).toEqual(['0', '0', text.nothingExpected]);
    const link = screen.getByRole('link', { name: 'news.example/b' });
    expect(link.getAttribute('href')).toBe('#/verifications/new');
  });

  it('says what to do while nothing is recorded', async () => {
    const model = setUp({ listVerifications: async () => listOf() });
    await model.load();
    await screen.findByText(text.noRecordings);
  });

  it('says what failed', async () => {
    const model = setUp({ listVerifications: () => Promise.reject(new Error('quota')) });
    await model.load();
    expect((await screen.findByRole('alert')).textContent).toContain('quota');
  });

  it('goes on past a recording that cannot be read', async () => {
    const model = setUp({
      load: async ({ id }) => (id === 'new' ? Promise.reject(new Error('bad row')) : OF.old),
    });
    await model.load();
    await screen.findByText(text.notRead);
    await screen.findByText(text.nothingExpected);
  });

  it('shows what was listed last, whichever list is read last', async () => {
    const lists = [
      Promise.withResolvers<SavedRecordings>(),
      Promise.withResolvers<SavedRecordings>(),
    ];
    let asked = 0;
    const model = setUp({ listVerifications: () => lists[asked++]?.promise ?? Promise.reject() });
    const first = model.load();
    const second = model.load();
    lists[1]?.resolve(listOf(NEW));
    await second;
    lists[0]?.resolve(listOf(OLD));
    await first;
    expect(model.all.value).toEqual([NEW]);
  });

  it('judges anew what a recorder tells of', async () => {
    let requests = [request()];
    const model = setUp({ load: async () => ({ ...OF.new, requests }) });
    await model.load();
    requests = [later(1), later(2)];
    model.hear({ kind: 'requests-changed', verificationId: 'new', requests: [later(2)] });
    await vi.waitFor(() => expect(rows()[0]?.[3]).toBe('2'));
  });

  it('shows what another window recorded, expects or deletes', async () => {
    let there = [NEW, OLD];
    const model = setUp({
      findVerifications: async (ids) => there.filter(({ id }) => ids.includes(id)),
    });
    await model.load();
    there = [OLD, verification({ id: 'newest', startedAt: START + 9 })];
    const ids = ['new', 'newest'];
    model.hearNotice({ kind: 'changed', change: { what: 'verifications', ids } });
    await vi.waitFor(() => expect(model.all.value.map(({ id }) => id)).toEqual(['newest', 'old']));
  });

  it('judges anew what expects a tracker that was changed', async () => {
    const load = vi.fn(async ({ id }: Verification) => (id === 'new' ? OF.new : OF.old));
    const model = setUp({ load });
    await model.load();
    load.mockClear();
    model.hearNotice({ kind: 'changed', change: { what: 'trackers', ids: [532, 9] } });
    await vi.waitFor(() => expect(load.mock.calls.map(([{ id }]) => id)).toEqual(['new']));
  });

  it('lists what another person sees, once one is signed in', async () => {
    let mine = listOf(NEW);
    const model = setUp({ listVerifications: async () => mine });
    await model.load();
    mine = listOf(OLD);
    model.hearNotice({ kind: 'changed', change: { what: 'account', ids: null } });
    await vi.waitFor(() => expect(model.all.value).toEqual([OLD]));
  });

  it('says how many recordings cannot be read', async () => {
    const model = setUp({ listVerifications: async () => ({ rows: [OLD], unreadable: 2 }) });
    await model.load();
    await screen.findByText(verificationText.unreadableRecordings(2));
  });

  const pressDelete = async (name: string) => {
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: words.deleteNamed(name) }));
    return { user, dialog: await screen.findByRole('dialog') };
  };

  it('asks before one is deleted, and says what is lost', async () => {
    const remove = vi.fn<VerificationActions['remove']>();
    const model = setUp({ remove });
    await model.load();
    await screen.findByText(text.nothingExpected);
    const { user, dialog } = await pressDelete('news.example/b');
    expect(dialog.textContent).toContain('1 recorded request in 2 page views');
    await user.click(within(dialog).getByRole('button', { name: words.cancel }));
    expect(remove).not.toHaveBeenCalled();
    const again = await pressDelete('news.example/b');
    await user.click(within(again.dialog).getByRole('button', { name: words.confirm }));
    expect(remove.mock.calls).toEqual([['new']]);
    await vi.waitFor(() => expect(model.all.value).toEqual([OLD]));
  });

  it('keeps one that could not be deleted, and says why', async () => {
    const model = setUp({ remove: () => Promise.reject(new Error('disk')) });
    await model.load();
    await screen.findByText(text.nothingExpected);
    expect(await model.remove('new')).toBe(false);
    expect((await screen.findByRole('alert')).textContent).toContain('disk');
    expect(model.all.value).toEqual([NEW, OLD]);
    expect(await model.remove('new')).toBe(false);
  });

  it('lets go of one that cannot be read, too', async () => {
    const remove = vi.fn<VerificationActions['remove']>();
    const model = setUp({
      remove,
      load: async ({ id }) => (id === 'new' ? Promise.reject(new Error('bad row')) : OF.old),
    });
    await model.load();
    await screen.findByText(text.notRead);
    expect(await model.remove('new')).toBe(true);
    await vi.waitFor(() => expect(screen.queryByText(text.notRead)).toBeNull());
  });
});
