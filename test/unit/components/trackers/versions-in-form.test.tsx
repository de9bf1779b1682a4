// @vitest-environment happy-dom

import { cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { OpenTracker } from '@/components/pages/trackers/OpenTracker';
import { createTrackersModel } from '@/components/pages/trackers/trackers-model';
import type { TrackerActions } from '@/components/trackers/tracker-actions';
import { AppError } from '@/lib/core/base/errors';
import { draftOf } from '@/lib/core/tracker/draft';
import type { Tracker } from '@/lib/core/tracker/tracker';
import { versionOf } from '@/lib/core/tracker/versions';
import type { Notice } from '@/lib/messaging/notices';
import { errorText } from '@/lib/text/errors';
import { versionsText as text } from '@/lib/text/trackers/versions';
import { formText } from '@/lib/text/trackers/tracker-form';

import { popupActions, tracker } from './build';

afterEach(cleanup);

const BEGAN: Tracker = {
  ...tracker(1, 'One'),
  lineItem: { id: 5, name: 'Line' },
  lastModified: 10,
};
const KEY = 'form:700101:1';

/** A form of tracker 1, whose service and whose disk a test can change; `now` is the tracker as others have it. */
async function openForm(change: Partial<TrackerActions> = {}, disk = new Map<string, unknown>()) {
  const service = { now: BEGAN };
  let cached = BEGAN;
  const save = vi.fn<TrackerActions['save']>(async ({ changes, began }) => {
    if (began && service.now.lastModified !== began.lastModified) {
      cached = service.now;
      throw new AppError('changed-meanwhile');
    }
    disk.delete(KEY);
    const next = { ...service.now, lastModified: service.now.lastModified + 1 };
    service.now = { ...next, ...('name' in changes && { name: changes.name ?? '' }) };
    if ('code' in changes) service.now = { ...service.now, code: changes.code ?? null };
    return service.now;
  });
  const actions = popupActions({
    findTracker: async () => cached,
    readDraft: async (key) => disk.get(key),
    writeDraft: async (key, value) => void disk.set(key, value),
    clearDraft: async (key) => void disk.delete(key),
    save,
    ...change,
  });
  const model = createTrackersModel(actions);
  await model.start();
  const { unmount } = render(<OpenTracker model={model} />);
  return { service, save, disk, model, unmount };
}
type Opened = Awaited<ReturnType<typeof openForm>>;

const theirs = (all: Opened, part: Partial<Tracker>) =>
  (all.service.now = { ...BEGAN, lastModified: BEGAN.lastModified + 5, ...part });
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const choose = (name: RegExp) => userEvent.click(screen.getByRole('radio', { name }));
const type = async (label: RegExp, words: string) => {
  const field = await screen.findByLabelText<HTMLInputElement>(label);
  await userEvent.clear(field);
  await userEvent.type(field, words);
};

async function inConflict(part: Partial<Tracker> = { name: 'Theirs' }) {
  const all = await openForm();
  await type(/^Name/, 'Mine');
  theirs(all, part);
  await press('Save');
  await screen.findByRole('heading', { name: text.title });
  return all;
}

describe('somebody else has changed the tracker', () => {
  it('both versions are seen beside how it was, and nothing is saved while a field is open', async () => {
    const all = await inConflict({ name: 'Theirs', code: 'T-1' });
    const group = screen.getByRole('group', { name: text.title });
    for (const value of ['One', 'Theirs', 'Mine', 'T-1', 'None']) within(group).getAllByText(value);
    expect(screen.getByRole('button', { name: text.save })).toHaveProperty('disabled', true);
    screen.getByText(text.open(1));
    expect(all.save).toHaveBeenCalledTimes(1);
    expect(document.activeElement?.textContent).toBe(text.title);
  });

  it.each([
    ['mine', /^Name, Yours/, { name: 'Mine' }],
    ['theirs', /^Name, Theirs/, null],
  ])('of a field both have changed %s is saved', async (_, name, changes) => {
    const all = await inConflict({ name: 'Theirs' });
    const began = versionOf(all.service.now);
    await choose(name);
    if (changes === null) {
      await press(text.leave);
      await vi.waitFor(() => expect(all.model.message.value).toBe(text.left('Theirs')));
      expect(all.save).toHaveBeenCalledTimes(1);
      expect(all.disk.has(KEY)).toBe(false);
      return;
    }
    await press(text.save);
    await vi.waitFor(() => expect(all.model.message.value).toBe('Saved Mine.'));
    expect(all.save).toHaveBeenLastCalledWith({ id: 1, advertiserId: 700_101, changes, began });
  });

  it('what only they have changed stays theirs, unless it is put back', async () => {
    const all = await inConflict({ code: 'T-1' });
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /^Code, Theirs/ }).checked).toBe(
      true,
    );
    await choose(/^Code, Yours/);
    await press(text.save);
    expect(all.save.mock.lastCall?.[0].changes).toEqual({ name: 'Mine', code: null });
  });

  it.each([
    ['mine', text.keepMine, text.save],
    ['theirs', text.takeTheirs, text.leave],
  ])('all of %s in one press', async (_, all, last) => {
    await inConflict({ name: 'Theirs', code: 'T-1' });
    await press(all);
    expect(screen.getByRole('button', { name: last })).toHaveProperty('disabled', false);
  });

  it('once more, while it was decided: what they left alone stays decided', async () => {
    const all = await inConflict({ name: 'Theirs', code: 'T-1' });
    await choose(/^Name, Yours/);
    await choose(/^Code, Yours/);
    all.service.now = { ...all.service.now, code: 'T-2', lastModified: 99 };
    await press(text.save);
    await screen.findByText('T-2');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /^Name, Yours/ }).checked).toBe(
      true,
    );
    // It is theirs alone that changed the code: as it was before anybody had decided.
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /^Code, Theirs/ }).checked).toBe(
      true,
    );
    await press(text.save);
    await vi.waitFor(() => expect(all.model.message.value).toBe('Saved Mine.'));
    expect(all.service.now.code).toBe('T-2');
  });

  it('and the form is closed in the middle: what is decided is there again', async () => {
    const all = await inConflict({ name: 'Theirs', code: 'T-1' });
    await choose(/^Name, Theirs/);
    all.unmount();
    await openForm({}, all.disk);
    await screen.findByRole('heading', { name: text.title });
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /^Name, Theirs/ }).checked).toBe(
      true,
    );
  });

  it('leads back to what was typed', async () => {
    await inConflict();
    await press(text.back);
    expect((await screen.findByLabelText<HTMLInputElement>(/^Name/)).value).toBe('Mine');
    await press('Save');
    await screen.findByRole('heading', { name: text.title });
  });

  it('a save that fails says so there, and is tried again', async () => {
    const all = await inConflict();
    await choose(/^Name, Yours/);
    all.save.mockRejectedValueOnce(new AppError('network'));
    await press(text.save);
    const { sentence } = errorText({ code: 'network', detail: null, retryAfterSeconds: null });
    await screen.findByText(sentence);
    await press(text.save);
    await vi.waitFor(() => expect(all.model.message.value).toBe('Saved Mine.'));
  });

  it('to what is typed here: there is nothing to decide', async () => {
    const all = await inConflict({ name: 'Mine' });
    screen.getByText(text.same);
    await press(text.leave);
    await vi.waitFor(() => expect(all.model.message.value).toBe(text.left('Mine')));
    expect(all.save).toHaveBeenCalledTimes(1);
  });

  it('what cannot be kept is said', async () => {
    const all = await inConflict();
    all.disk.set = () => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    };
    await choose(/^Name, Yours/);
    await screen.findByText('The browser could not keep the data.');
  });
});

describe('a form that was begun before somebody changed the tracker', () => {
  const kept = (began?: Tracker) => ({
    draft: { ...draftOf(BEGAN), name: 'Mine' },
    ...(began && { began: versionOf(began) }),
  });
  const newer = { ...BEGAN, code: 'T-1', lastModified: 20 };

  it('sends nothing of what it never changed, and says so as it opens', async () => {
    const disk = new Map<string, unknown>([[KEY, kept(BEGAN)]]);
    const all = await openForm({ findTracker: async () => newer }, disk);
    await screen.findByText(text.stale);
    await press('Save');
    expect(all.save.mock.lastCall?.[0]).toMatchObject({
      changes: { name: 'Mine' },
      began: { lastModified: 10 },
    });
  });

  it('compares at once, where that is asked for', async () => {
    const disk = new Map<string, unknown>([[KEY, kept(BEGAN)]]);
    const all = await openForm({ findTracker: async () => newer }, disk);
    await screen.findByText(text.stale);
    await type(/^Name/, 'Mine, and more');
    await press(text.compare);
    await screen.findByRole('heading', { name: text.title });
    screen.getByText('Mine, and more');
    expect(disk.get(KEY)).toMatchObject({ draft: { name: 'Mine, and more' } });
    expect(all.save).not.toHaveBeenCalled();
  });

  it('saves nothing of what is half typed', async () => {
    const row = { ...kept(BEGAN), draft: { ...draftOf(BEGAN), name: '', publisher: null } };
    const disk = new Map<string, unknown>([[KEY, row]]);
    await openForm({ findTracker: async () => newer }, disk);
    await screen.findByText(text.stale);
    await press(text.compare);
    await screen.findByText(/Yours is not finished: Give the tracker a name/);
    expect(screen.getByRole('button', { name: text.save })).toHaveProperty('disabled', true);
    await press(text.takeTheirs);
    expect(screen.getByRole('button', { name: text.leave })).toHaveProperty('disabled', false);
  });

  it('says nothing more of a question that was decided', async () => {
    const disk = new Map<string, unknown>([[KEY, kept(newer)]]);
    const saving = () => Promise.reject(new AppError('changed-meanwhile'));
    await openForm({ findTracker: async () => newer, saving }, disk);
    await screen.findByText(formText.restored);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it.each([
    ['of a row from before that was kept', kept()],
    ['that nobody has touched', kept(newer)],
  ])('says nothing %s', async (_, row) => {
    await openForm({ findTracker: async () => newer }, new Map<string, unknown>([[KEY, row]]));
    await screen.findByText(formText.restored);
    expect(screen.queryByText(text.stale)).toBeNull();
  });
});

describe('the form was closed while it was being saved', () => {
  it('and somebody had changed the tracker: it is asked as it opens', async () => {
    const row = { draft: { ...draftOf(BEGAN), name: 'Mine' }, began: versionOf(BEGAN) };
    const disk = new Map<string, unknown>([[KEY, row]]);
    const findTracker = async () => ({ ...BEGAN, name: 'Theirs', lastModified: 20 });
    const saving = () => Promise.reject(new AppError('changed-meanwhile'));
    await openForm({ findTracker, saving }, disk);
    await screen.findByRole('heading', { name: text.title });
    within(screen.getByRole('group', { name: text.title })).getByText('Theirs');
  });
});

describe('the form was closed while what was decided was being saved', () => {
  const theirs = { ...BEGAN, name: 'Theirs', code: 'T', lastModified: 20 };
  const row = (decisions: object) => ({
    draft: { ...draftOf(BEGAN), name: 'Mine' },
    began: versionOf(BEGAN),
    conflict: { theirs: versionOf(theirs), decisions },
  });
  it.each<[string, object, Partial<Tracker>, RegExp]>([
    ['as decided', { name: 'theirs', code: 'mine' }, { code: null }, /^"Saved Theirs\."$/],
    ['otherwise', { name: 'mine' }, {}, /something else than was sent: Name/],
  ])('it is said that it is saved %s', async (_, decisions, part, said) => {
    const disk = new Map<string, unknown>([[KEY, row(decisions)]]);
    const { model } = await openForm({ saving: async () => ({ ...theirs, ...part }) }, disk);
    await vi.waitFor(() => expect(JSON.stringify(model.message.value)).toMatch(said));
  });
});

describe('the same tracker is saved in another window', () => {
  const done: Notice = { kind: 'job', state: 'done', subject: 'tracker:1', ids: [1] };

  it('a form in which nothing is typed shows it as it is now', async () => {
    let now = BEGAN;
    const { model, save } = await openForm({ findTracker: async () => now });
    await screen.findByLabelText(/^Name/);
    now = { ...BEGAN, name: 'Renamed', lastModified: 30 };
    model.hear(done);
    await vi.waitFor(() =>
      expect(screen.getByLabelText<HTMLInputElement>(/^Name/).value).toBe('Renamed'),
    );
    await type(/^Code/, 'C');
    await press('Save');
    expect(save.mock.lastCall?.[0]).toMatchObject({
      changes: { code: 'C' },
      began: { lastModified: 30 },
    });
  });
});

describe('a tracker that is switched in the list while its form is open beside it', () => {
  const done: Notice = { kind: 'job', state: 'done', subject: 'tracker:1', ids: [1] };
  const switchedTo = (all: Opened, next: Tracker) => {
    all.service.now = next;
    all.model.hear({ ...done });
  };

  it('is switched in the form, too, though it was changed before in the same second', async () => {
    let now = BEGAN;
    const all = await openForm({ findTracker: async () => now });
    await screen.findByLabelText(/^Name/);
    now = { ...BEGAN, state: 'inactive' };
    switchedTo(all, now);
    await vi.waitFor(() =>
      expect(screen.getByLabelText<HTMLInputElement>(formText.inactive).checked).toBe(true),
    );
    expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true);
    await type(/^Code/, 'C');
    await press('Save');
    expect(all.save.mock.lastCall?.[0].changes).toEqual({ code: 'C' });
  });

  it('takes nothing away that is typed and could not be kept', async () => {
    let now = BEGAN;
    const writeDraft = async () => {
      throw new AppError('storage-failed');
    };
    const all = await openForm({ findTracker: async () => now, writeDraft });
    await type(/^Name/, 'Mine');
    now = { ...BEGAN, state: 'inactive', lastModified: 30 };
    switchedTo(all, now);
    await vi.waitFor(() => expect(all.model.jobDone.value).toEqual(done));
    await type(/^Code/, 'C');
    expect(screen.getByLabelText<HTMLInputElement>(/^Name/).value).toBe('Mine');
  });
});

describe('what came of a save otherwise than it was meant', () => {
  it.each<[string, Partial<Tracker>, RegExp]>([
    ['a value that was not taken', { name: 'Mi' }, /something else than was sent: Name/],
    [
      'a field that somebody changed in the moment',
      { name: 'Mine', code: 'T' },
      /in the same moment: Code/,
    ],
  ])('is said: %s', async (_, part, said) => {
    const all = await openForm({ save: async () => ({ ...BEGAN, ...part }) });
    await type(/^Name/, 'Mine');
    await press('Save');
    await vi.waitFor(() => expect(all.model.message.value).toMatchObject({ kind: 'warning' }));
    expect(JSON.stringify(all.model.message.value)).toMatch(said);
  });
});
