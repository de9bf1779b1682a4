// @vitest-environment happy-dom

import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { OpenTracker } from '@/components/pages/trackers/OpenTracker';
import type { TrackerActions } from '@/components/trackers/tracker-actions';
import { createTrackersModel } from '@/components/pages/trackers/trackers-model';
import { AppError, type ErrorCode } from '@/lib/core/base/errors';
import { emptyDraft } from '@/lib/core/tracker/draft';
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
  });
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
