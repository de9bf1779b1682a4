// @vitest-environment happy-dom

import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { OpenTracker } from '@/components/pages/trackers/OpenTracker';
import type { TrackerActions } from '@/components/trackers/tracker-actions';
import { createTrackersModel } from '@/components/pages/trackers/trackers-model';
import { AppError, type ErrorCode } from '@/lib/core/base/errors';
import { emptyDraft } from '@/lib/core/tracker/draft';
import { versionOf } from '@/lib/core/tracker/versions';
import type { Notice } from '@/lib/messaging/notices';
import { errorText } from '@/lib/text/errors';
import { formText } from '@/lib/text/trackers/tracker-form';

import { popupActions, tracker } from './build';

afterEach(cleanup);

/** The form of tracker 1, open to a person who may write, or may not. */
async function formFor(readOnly: boolean) {
  const save = vi.fn(async () => tracker(1, 'One'));
  const actions = popupActions({ save });
  const started = await actions.start();
  const session = started.session && { ...started.session, readOnly };
  const model = createTrackersModel({ ...actions, start: async () => ({ ...started, session }) });
  await model.start();
  render(<OpenTracker model={model} />);
  await userEvent.type(await screen.findByLabelText(/^Name/), ' more');
  return {
    save,
    button: (name: string) => screen.getByRole<HTMLButtonElement>('button', { name }),
  };
}

describe('the form of a tracker', () => {
  it.each([
    ['is open to who may write', false],
    ['is closed to who may only read', true],
  ])('%s', async (_, readOnly) => {
    const { button } = await formFor(readOnly);
    expect(button('Save').disabled).toBe(readOnly);
    expect(button('Delete').disabled).toBe(readOnly);
    expect(screen.queryByText(/can read but not change/) !== null).toBe(readOnly);
  });
});

it('says how long the service’s rate limit holds back what a form asks for', async () => {
  const model = createTrackersModel(popupActions());
  await model.start();
  render(<OpenTracker model={model} />);
  await screen.findByLabelText(/^Name/);
  expect(screen.queryByText(/rate limit/)).toBeNull();
  model.hear({ kind: 'waiting', seconds: 12 });
  await screen.findByText('The service’s rate limit: going on in 12 s');
});

/** The form of a new tracker, in which something was typed before. */
async function newForm(change: Partial<TrackerActions>) {
  const clearDraft = vi.fn(async () => {});
  const readDraft = async () => ({ draft: { ...emptyDraft(), name: 'Half' } });
  const model = createTrackersModel(popupActions({ readDraft, clearDraft, ...change }));
  await model.start();
  model.go({ view: 'form', trackerId: null });
  const { unmount } = render(<OpenTracker model={model} />);
  return { model, clearDraft, unmount };
}

describe('a form that is opened again', () => {
  it('while it is being saved waits for that, and says that it is saved', async () => {
    const saved = Promise.withResolvers<ReturnType<typeof tracker>>();
    const { model } = await newForm({ saving: () => saved.promise });
    expect(screen.getByRole('status').textContent).toBe(formText.loading);
    expect(screen.queryByLabelText(/^Name/)).toBeNull();
    saved.resolve(tracker(3, 'Half'));
    await vi.waitFor(() => expect(model.message.value).toBe('Created Half with id 3.'));
    expect(model.route.value).toEqual({ view: 'list' });
    expect(model.trackers.value[0]?.id).toBe(3);
  });

  it('can be left meanwhile, and fetches nobody back from another form', async () => {
    const saved = Promise.withResolvers<ReturnType<typeof tracker>>();
    const { model, unmount } = await newForm({ saving: () => saved.promise });
    await userEvent.click(screen.getByRole('button', { name: formText.back }));
    expect(model.route.value).toEqual({ view: 'list' });
    unmount();
    model.go({ view: 'form', trackerId: 1 });
    saved.resolve(tracker(3, 'Half'));
    await saved.promise;
    await Promise.resolve();
    expect(model.route.value).toEqual({ view: 'form', trackerId: 1 });
  });

  it.each<ErrorCode>(['save-unsure', 'save-doubtful', 'not-saved', 'service-down'])(
    'says what came of its save: %s, and what was typed can be saved or discarded',
    async (code) => {
      const { clearDraft } = await newForm({
        saving: async () => {
          throw new AppError(code);
        },
      });
      const { sentence, next } = errorText({ code, detail: null, retryAfterSeconds: null });
      const alert = await screen.findByRole('alert');
      expect(alert.textContent).toContain(sentence);
      expect(alert.textContent).toContain(next);
      expect(screen.getByLabelText<HTMLInputElement>(/^Name/).value).toBe('Half');
      expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(false);
      await userEvent.click(screen.getByRole('button', { name: formText.discard }));
      expect(screen.queryByRole('alert')).toBeNull();
      expect(clearDraft).toHaveBeenCalledWith('form:700101:new');
    },
  );

  it('asks for nothing where nothing was typed', async () => {
    const saving = vi.fn(async () => null);
    await newForm({ saving, readDraft: async () => undefined });
    await screen.findByLabelText(/^Name/);
    expect(saving).not.toHaveBeenCalled();
  });
});

describe('the same form in another window', () => {
  const done: Notice = { kind: 'job', state: 'done', subject: 'form:700101:new', ids: [3] };
  const findTracker = async (id: number) => tracker(id, id === 3 ? 'Half' : 'One');

  it('gives way to what was made', async () => {
    let draft: unknown = { draft: { ...emptyDraft(), name: 'Half' } };
    const { model } = await newForm({ readDraft: async () => draft, findTracker });
    await screen.findByLabelText(/^Name/);
    draft = undefined;
    model.hear(done);
    await vi.waitFor(() => expect(model.route.value).toEqual({ view: 'list' }));
    expect(model.message.value).toBe('Created Half with id 3.');
  });

  it('is not that of the next tracker, which stays', async () => {
    const model = createTrackersModel(popupActions({ findTracker }));
    await model.start();
    model.hear(done);
    await vi.waitFor(() => expect(model.jobDone.value).toEqual(done));
    model.go({ view: 'form', trackerId: null });
    render(<OpenTracker model={model} />);
    await userEvent.type(await screen.findByLabelText(/^Name/), 'Next');
    expect(model.route.value).toEqual({ view: 'form', trackerId: null });
  });

  it('stays where something else was typed since', async () => {
    const { model } = await newForm({ findTracker });
    await screen.findByLabelText(/^Name/);
    model.hear(done);
    await vi.waitFor(() => expect(model.jobDone.value).toEqual(done));
    expect(model.route.value).toEqual({ view: 'form', trackerId: null });
  });
});

describe('the form of a tracker of another advertiser, that an address leads to', () => {
  const lineItem = { id: 5, name: 'Autumn' };
  const theirs = { ...tracker(9, 'Theirs'), advertiserId: 700_102, lineItem };

  async function theirForm(change: Partial<TrackerActions> = {}) {
    const readDraft = vi.fn<TrackerActions['readDraft']>(async () => undefined);
    const searchObjects = vi.fn<TrackerActions['searchObjects']>(async () => []);
    const save = vi.fn<TrackerActions['save']>(async () => theirs);
    const findTracker = async () => theirs;
    const actions = popupActions({ findTracker, readDraft, searchObjects, save, ...change });
    const model = createTrackersModel(actions);
    await model.start();
    model.go({ view: 'form', trackerId: 9 });
    render(<OpenTracker model={model} />);
    return { model, readDraft, searchObjects, save };
  }

  it('keeps what is typed, offers and saves for its own advertiser, and says so', async () => {
    const { readDraft, searchObjects, save, model } = await theirForm();
    await userEvent.type(await screen.findByLabelText(/^Name/), ' renamed');
    screen.getByText(formText.otherAdvertiser(700_102));
    expect(readDraft.mock.calls).toEqual([['form:700102:9']]);
    await userEvent.click(screen.getByRole('combobox', { name: /^Line item/ }));
    await vi.waitFor(() =>
      expect(searchObjects).toHaveBeenCalledWith({ kind: 'line-item', advertiserId: 700_102 }, ''),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    const changes = { name: 'Theirs renamed' };
    const began = versionOf(theirs);
    expect(save).toHaveBeenCalledWith({ id: 9, advertiserId: 700_102, changes, began });
    // It is in nobody else's list.
    await vi.waitFor(() => expect(model.route.value).toEqual({ view: 'list' }));
    expect(model.trackers.value.map(({ id }) => id)).not.toContain(9);
  });

  it('is asked of the service where it is not cached', async () => {
    const { readDraft } = await theirForm({
      findTracker: async () => null,
      open: async () => theirs,
    });
    await screen.findByLabelText(/^Name/);
    expect(readDraft.mock.calls).toEqual([['form:700102:9']]);
  });

  it('says why it cannot be opened, and leads back', async () => {
    const { model } = await theirForm({
      findTracker: async () => null,
      open: async () => {
        throw new AppError('not-found');
      },
    });
    await screen.findByRole('alert');
    await userEvent.click(screen.getByRole('button', { name: formText.back }));
    expect(model.route.value).toEqual({ view: 'list' });
  });

  it('stays as it is while another advertiser is chosen beside it', async () => {
    const { model } = await theirForm();
    await userEvent.type(await screen.findByLabelText(/^Name/), ' typed');
    await model.chooseAdvertiser({ id: 700_103, name: 'Another' });
    expect(screen.getByLabelText<HTMLInputElement>(/^Name/).value).toBe('Theirs typed');
  });

  it('says nothing of it where it is the chosen one’s', async () => {
    const model = createTrackersModel(popupActions());
    await model.start();
    render(<OpenTracker model={model} />);
    await screen.findByLabelText(/^Name/);
    expect(screen.queryByText(formText.otherAdvertiser(700_101))).toBeNull();
  });
});
