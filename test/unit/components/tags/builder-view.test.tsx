// @vitest-environment happy-dom

import { signal } from '@preact/signals';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import type {
  BuilderActions,
  BuilderContext,
  FieldContent,
} from '@/components/tags/builder-actions';
import type { HeadMoves } from '@/components/tags/BuilderHead';
import { BuilderView } from '@/components/tags/BuilderView';
import type { Delivery } from '@/lib/core/console/delivery';
import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { adServerById } from '@/lib/core/ad-server/lookup';
import { AppError } from '@/lib/core/base/errors';
import { DEFAULT_CHOICES } from '@/lib/core/tag/write/build-tag';
import type { PressState } from '@/lib/core/console/press-state';
import { emptyDraft } from '@/lib/core/tracker/draft';
import { builderText, fieldText } from '@/lib/text/builder/builder';
import { inactiveRemark, pageText, pressText, windowText } from '@/lib/text/builder/page';

import { ASLEEP, builderActions, CONTEXT, FAULTY, FIELD, PLAIN, SPRING } from './builder-sample';

afterEach(cleanup);

const URL_FIELD = { ...FIELD, takes: 'url' } as const;
const CM360 = adServerById('cm360', AD_SERVERS);

interface Opening {
  readonly context?: Partial<BuilderContext>;
  readonly actions?: Partial<BuilderActions>;
  readonly press?: PressState;
  readonly head?: HeadMoves;
  /** What the field holds in the beginning. */
  readonly text?: string;
}

/** A builder, signed in, at a field that takes what it is given and gives it back. */
function open({
  context = {},
  actions: change = {},
  press = { kind: 'ready' },
  head,
  text = '',
}: Opening = {}) {
  const kept = builderActions({ ...CONTEXT, ...context }, text);
  const actions = {
    context: vi.fn(kept.context),
    searchTrackers: vi.fn(kept.searchTrackers),
    lookup: vi.fn(kept.lookup),
    searchObjects: vi.fn(kept.searchObjects),
    noteChosen: vi.fn(kept.noteChosen),
    sameInReports: vi.fn(kept.sameInReports),
    createTracker: vi.fn(kept.createTracker),
    readDraft: vi.fn(kept.readDraft),
    keepDraft: vi.fn(kept.keepDraft),
    keepChoices: vi.fn(kept.keepChoices),
    noteState: vi.fn(kept.noteState),
    noteInserted: vi.fn(kept.noteInserted),
    noteUse: vi.fn(kept.noteUse),
    readField: vi.fn(kept.readField),
    insert: vi.fn(kept.insert),
    replace: vi.fn(kept.replace),
    undo: vi.fn(kept.undo),
    copy: vi.fn(kept.copy),
    moveToWindow: vi.fn(kept.moveToWindow),
    close: vi.fn(kept.close),
    ...change,
  } satisfies BuilderActions;
  const state = signal<PressState>(press);
  render(<BuilderView actions={actions} press={state} {...(head && { head })} />);
  return { actions, press: state, field: kept.field };
}

const button = (name: string) => screen.getByRole('button', { name });
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const chooseSpring = () => press('Spring');
const isOff = (name: string) => button(name).getAttribute('aria-disabled') === 'true';
const isPrimary = (name: string) => button(name).classList.contains('primary');

describe('the builder in a console', () => {
  it('says whose trackers are offered, where that is known', async () => {
    open({ context: { whose: 'Tidewater Ads' } });
    const title = await screen.findByTitle(FIELD.name);
    expect(title.textContent).toMatch(/^Tidewater Ads · ./);
    cleanup();
    open();
    expect((await screen.findByTitle(FIELD.name)).textContent).not.toContain('·');
  });

  it('says so where the background does not answer, and asks it again', async () => {
    const context = vi
      .fn<BuilderActions['context']>()
      .mockRejectedValueOnce(new AppError('unexpected', { detail: 'no answer' }))
      .mockResolvedValue(CONTEXT);
    open({ actions: { context } });
    await screen.findByText('Something went wrong in Piggyback.');
    screen.getByText('Details: no answer');
    await press('Try again');
    await screen.findByLabelText('Ad server');
    expect(screen.queryByText(/went wrong/)).toBeNull();
  });
  it('shows the new name of its tracker, and asks for no other', async () => {
    let tell: (ids: readonly number[] | null) => void = () => {};
    const lookup = vi.fn(async () => [{ ...SPRING, name: 'Spring, renamed' }]);
    const onTrackersChanged = (listener: typeof tell) => {
      tell = listener;
      return () => {};
    };
    open({ actions: { lookup, onTrackersChanged } });
    await chooseSpring();
    const tracker = () =>
      screen.getByRole<HTMLInputElement>('combobox', { name: builderText.tracker });
    await vi.waitFor(() => expect(tracker().value).toBe('Spring'));
    tell([SPRING.id + 1]);
    expect(lookup).not.toHaveBeenCalled();
    tell([SPRING.id]);
    await vi.waitFor(() => expect(tracker().value).toBe('Spring, renamed'));
  });
  it.each([
    ['signed out', { signedIn: false }, builderText.signedOut],
    ['without an advertiser', { advertiserName: null }, builderText.noAdvertiser],
  ])('has no buttons %s', async (_, context, said) => {
    open({ context });
    await screen.findByText(said);
    expect(screen.queryByText('Insert')).toBeNull();
  });
  it.each([
    ['its field', FIELD, 'for “Impression tracker”'],
    ['a field without a name', { ...FIELD, name: '' }, pageText.forUnnamed],
    ['no field', null, pageText.forNone],
  ])('names %s', async (_, field, said) => {
    open({ context: { field } });
    await screen.findByText(said);
  });
  it('closes by its button and by Escape', async () => {
    const { actions } = open();
    await press('Close');
    await userEvent.keyboard('{Escape}');
    expect(actions.close).toHaveBeenCalledTimes(2);
  });
  it('is moved by the arrow keys', async () => {
    const onKeyMove = vi.fn();
    open({ head: { dragProps: {}, onKeyMove } });
    await screen.findByText('for “Impression tracker”');
    await vi.waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Tracker' })),
    );
    button(pageText.move).focus();
    await userEvent.keyboard('{ArrowRight}{Shift>}{ArrowUp}{/Shift}');
    expect(onKeyMove.mock.calls).toEqual([
      [16, 0],
      [0, -64],
    ]);
  });
  it('has nothing to move it by in its small window', () => {
    open();
    expect(screen.queryByRole('button', { name: pageText.move })).toBeNull();
  });
  it('goes on with what was chosen before it moved', async () => {
    const choices = { ...DEFAULT_CHOICES, type: 'javascript', adServerId: 'kevel' } as const;
    open({ context: { resumed: { tracker: SPRING, choices, isNew: false } } });
    expect(await screen.findByDisplayValue('Spring')).toBeTruthy();
    expect(await screen.findByDisplayValue('Kevel (Adzerk)')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('JavaScript').checked).toBe(true);
  });

  it('has the tracker of the field before, and tells what is chosen now', async () => {
    const { actions } = open({ context: { carried: ASLEEP } });
    await screen.findByText(/nothing is counted until it is active/);
    const told = expect.objectContaining({ tracker: ASLEEP, isNew: false });
    await vi.waitFor(() => expect(actions.noteState).toHaveBeenLastCalledWith(told));
  });

  it('says in a window of its own why it is one', async () => {
    open({ context: { window: 'frame-failed' } });
    await screen.findByText('The page does not let the builder stand in it, so it is here.');
  });
});

describe('which ad server', () => {
  const server = async () => (await screen.findByLabelText<HTMLSelectElement>('Ad server')).value;
  const kept = { ...DEFAULT_CHOICES, adServerId: 'springserve' };
  it.each([
    ['the console’s', {}, 'gam'],
    ['the one inserted for here', { inserted: { adServerId: 'kevel', type: 'image' } }, 'kevel'],
    [
      'none where nothing is known, whatever was looked at elsewhere',
      { consoleServer: null, choices: kept },
      '',
    ],
  ] as const)('%s', async (_, context, wanted) => {
    open({ context });
    expect(await server()).toBe(wanted);
  });
  it('warns where it is another than the console’s', async () => {
    open();
    await userEvent.selectOptions(await screen.findByLabelText('Ad server'), 'kevel');
    await screen.findByText(/looks like the console of Google Ad Manager/);
  });
  it('leaves the one chosen last elsewhere alone until one is chosen here', async () => {
    const { actions } = open({ context: { consoleServer: null, choices: kept } });
    await userEvent.click(await screen.findByLabelText('JavaScript'));
    expect(actions.keepChoices).toHaveBeenLastCalledWith(
      expect.objectContaining({ adServerId: 'springserve', type: 'javascript' }),
    );
    await userEvent.selectOptions(screen.getByLabelText('Ad server'), 'kevel');
    expect(actions.keepChoices).toHaveBeenLastCalledWith(
      expect.objectContaining({ adServerId: 'kevel' }),
    );
  });
  it('offers no Fix by a guess', async () => {
    open({ context: { consoleServer: null, choices: kept }, text: PLAIN });
    await screen.findByText(fieldText.fine);
    expect(screen.queryByRole('button', { name: 'Fix' })).toBeNull();
  });
  it('judges for one chosen by hand, and keeps the form', async () => {
    open({ context: { consoleServer: null }, text: PLAIN });
    await screen.findByText(fieldText.fine);
    await userEvent.selectOptions(screen.getByLabelText('Ad server'), 'cm360');
    await press('Fix');
    expect((await screen.findByLabelText('After Fix')).textContent).toMatch(/^<img .*=%n" \/>$/);
  });
});

describe('a field that takes URLs', () => {
  it('gets one, and an image there is wrong', async () => {
    open({ context: { consoleServer: CM360, field: URL_FIELD } });
    await chooseSpring();
    expect(screen.getByLabelText<HTMLInputElement>('URL').checked).toBe(true);
    expect(isOff('Insert')).toBe(false);
    await userEvent.click(screen.getByLabelText('Image'));
    expect(screen.getAllByText(/takes a bare URL here/)).toHaveLength(2);
    expect(isOff('Insert')).toBe(true);
    expect(isOff('Copy')).toBe(true);
  });
  it('says nothing of the type wanted at the next field', async () => {
    const { actions } = open({ context: { field: URL_FIELD } });
    await chooseSpring();
    await press('Insert');
    await screen.findByText(builderText.inserted);
    expect(actions.noteInserted).toHaveBeenCalledWith(
      SPRING,
      expect.objectContaining({ type: 'image', adServerId: 'gam' }),
    );
  });
});

describe('after Insert', () => {
  it('is done: the next press closes', async () => {
    const { actions, field } = open();
    await chooseSpring();
    expect(isPrimary('Insert')).toBe(true);
    await press('Insert');
    await screen.findByText(builderText.inserted);
    expect(field()).toContain('imptr?id=531');
    expect(isPrimary('Done')).toBe(true);
    expect(isPrimary('Insert')).toBe(false);
    expect(document.activeElement).toBe(button('Done'));
    await press('Done');
    expect(actions.close).toHaveBeenCalled();
  });
  it('is taken back by Undo, and may be inserted again', async () => {
    const { actions, field } = open();
    await chooseSpring();
    await press('Insert');
    await press('Undo');
    await screen.findByText(pageText.undone);
    expect(field()).toBe('');
    expect(isPrimary('Insert')).toBe(true);
    expect(document.activeElement).toBe(button('Insert'));
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    await press('Insert');
    await screen.findByText(builderText.inserted);
    expect(actions.insert).toHaveBeenCalledTimes(2);
  });
  it.each([
    ['refused', pageText.notUndone],
    ['field-gone', pageText.fieldGone],
  ] as const)('says so where it cannot be taken back: %s', async (outcome, said) => {
    open({ actions: { undo: async () => outcome } });
    await chooseSpring();
    await press('Insert');
    await press('Undo');
    await screen.findByText(said);
  });
  it('asks before the same tag goes in a second time', async () => {
    const { actions } = open();
    await chooseSpring();
    await press('Insert');
    await screen.findByText(builderText.inserted);
    await press('Insert');
    screen.getByText(pageText.sameTag);
    expect(document.activeElement).toBe(button('Cancel'));
    await press('Cancel');
    expect(actions.insert).toHaveBeenCalledTimes(1);
    expect(document.activeElement).toBe(button('Insert'));
    await press('Insert');
    await press('Insert again');
    await vi.waitFor(() => expect(actions.insert).toHaveBeenCalledTimes(2));
  });
  it('closes only the question by Escape', async () => {
    const { actions } = open();
    await chooseSpring();
    await press('Insert');
    await screen.findByText(builderText.inserted);
    await press('Insert');
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByText(pageText.sameTag)).toBeNull();
    expect(actions.close).not.toHaveBeenCalled();
  });
  it('asks where the field held a tag of the tracker before', async () => {
    const { actions } = open({ text: PLAIN });
    await screen.findByText('Tracker 531, image tag');
    await chooseSpring();
    await press('Insert');
    screen.getByText(pageText.sameTracker);
    expect(actions.insert).not.toHaveBeenCalled();
  });
  it('does not ask where a person has taken the tag out', async () => {
    let text = '';
    const { actions } = open({
      actions: {
        readField: async () => ({ kind: 'text', text }),
        insert: vi.fn(async (tag: string): Promise<Delivery> => {
          text = tag;
          return 'done';
        }),
      },
    });
    await chooseSpring();
    await press('Insert');
    await screen.findByRole('button', { name: 'Done' });
    text = '';
    fireEvent.focus(window);
    await vi.waitFor(() => expect(screen.queryByRole('button', { name: 'Done' })).toBeNull());
    await press('Insert');
    expect(actions.insert).toHaveBeenCalledTimes(2);
  });
  it('has Insert first again for another tag', async () => {
    open();
    await chooseSpring();
    await press('Insert');
    await screen.findByText(builderText.inserted);
    await userEvent.click(screen.getByLabelText('JavaScript'));
    expect(isPrimary('Insert')).toBe(true);
    expect(screen.queryByText(builderText.inserted)).toBeNull();
    expect(screen.queryByRole('button', { name: 'Done' })).toBeNull();
  });
  it('takes two presses at once for one', async () => {
    let finish: (delivery: Delivery) => void = () => {};
    const insert = vi.fn(() => new Promise<Delivery>((resolve) => (finish = resolve)));
    open({ actions: { insert } });
    await chooseSpring();
    await userEvent.dblClick(button('Insert'));
    await act(async () => finish('done'));
    expect(insert).toHaveBeenCalledTimes(1);
  });
  it.each([
    ['not-inserted', builderText.notInserted, true],
    ['no-field', builderText.noField, false],
    ['field-gone', builderText.fieldGoneCopied, true],
    ['copy-failed', builderText.copyFailed, false],
  ] as const)('says what to do where it failed: %s', async (delivery, said, copied) => {
    const { actions } = open({ actions: { insert: async () => delivery } });
    await chooseSpring();
    await press('Insert');
    await screen.findByText(said);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    expect(isPrimary('Insert')).toBe(true);
    expect(actions.noteInserted).not.toHaveBeenCalled();
    expect(actions.noteUse).toHaveBeenCalledTimes(copied ? 1 : 0);
  });
  it('says so where nothing answers', async () => {
    const insert = async () => {
      throw new AppError('extension-updated');
    };
    open({ actions: { insert } });
    await chooseSpring();
    await press('Insert');
    await screen.findByText(/updated/);
  });
});

describe('Replace and Copy', () => {
  it('replaces what is there', async () => {
    const { actions, field } = open({ text: FAULTY });
    await chooseSpring();
    await press('Replace');
    await screen.findByText(builderText.replaced);
    expect(field()).not.toContain('id=77');
    expect(actions.noteInserted).toHaveBeenCalledTimes(1);
    await press('Undo');
    await vi.waitFor(() => expect(field()).toBe(FAULTY));
  });
  it('is off where there is nothing to replace', async () => {
    const { actions } = open();
    await chooseSpring();
    await press('Replace');
    expect(isOff('Replace')).toBe(true);
    expect(actions.replace).not.toHaveBeenCalled();
  });
  it('copies, and remembers nothing of the console', async () => {
    const { actions } = open();
    await chooseSpring();
    await press('Copy');
    await screen.findByText(builderText.copied);
    expect(actions.noteUse).toHaveBeenCalledWith(SPRING);
    expect(actions.noteInserted).not.toHaveBeenCalled();
  });
});

describe('presses that do not count', () => {
  it.each(['covered', 'moved', 'out-of-view'] as const)('are left out while %s', async (why) => {
    const { actions, press: state } = open({ text: FAULTY, press: { kind: 'wait', why } });
    await chooseSpring();
    screen.getByText(pressText[why]);
    await press('Insert');
    await press('Replace');
    await press('Fix');
    await press('Put it in the field');
    expect(actions.insert).not.toHaveBeenCalled();
    expect(actions.replace).not.toHaveBeenCalled();
    expect(isOff('Insert')).toBe(true);
    await press('Copy');
    expect(actions.copy).toHaveBeenCalled();
    act(() => void (state.value = { kind: 'ready' }));
    expect(screen.queryByText(pressText[why])).toBeNull();
    await press('Insert');
    expect(actions.insert).toHaveBeenCalled();
  });
  it('keep the focus where it is, and take Undo along', async () => {
    const { actions, press: state } = open();
    await chooseSpring();
    await press('Insert');
    const undo = await screen.findByRole('button', { name: 'Undo' });
    undo.focus();
    act(() => void (state.value = { kind: 'wait', why: 'moved' }));
    expect(document.activeElement).toBe(undo);
    await press('Undo');
    expect(actions.undo).not.toHaveBeenCalled();
  });
  it('are judged when they come, not when the button was painted', async () => {
    const { actions, press: state } = open();
    await chooseSpring();
    const insert = button('Insert');
    await act(async () => {
      state.value = { kind: 'wait', why: 'covered' };
      insert.click();
    });
    expect(actions.insert).not.toHaveBeenCalled();
  });
  it('nor does Save', async () => {
    const { actions, press: state } = open({ press: { kind: 'wait', why: 'covered' } });
    await press('New tracker');
    const name = await screen.findByLabelText('Name');
    await vi.waitFor(() => expect(document.activeElement).toBe(name));
    await userEvent.type(name, 'A{Enter}');
    await press('Save');
    expect(screen.queryByText(/Choose the line item/)).toBeNull();
    screen.getByText(pressText.covered);
    act(() => void (state.value = { kind: 'ready' }));
    await press('Save');
    await screen.findByText(/Choose the line item/);
    expect(actions.createTracker).not.toHaveBeenCalled();
  });
});

describe('a browser that cannot tell what is seen', () => {
  it.each(['browser', 'page'] as const)('leads to the small window: %s', async (why) => {
    const { actions } = open({ press: { kind: 'window', why }, text: FAULTY });
    await chooseSpring();
    screen.getByText(windowText[why]);
    expect(screen.queryByText('Insert')).toBeNull();
    await press(pageText.continueInWindow);
    const choices = { ...DEFAULT_CHOICES, adServerId: 'gam' };
    expect(actions.moveToWindow).toHaveBeenLastCalledWith({
      tracker: SPRING,
      choices,
      isNew: false,
    });
    await press('Fix');
    const contents = screen.getByLabelText(fieldText.title);
    await userEvent.click(within(contents).getByText(pageText.continueInWindow));
    expect(actions.moveToWindow).toHaveBeenCalledTimes(2);
    await press('Copy');
    expect(actions.copy).toHaveBeenCalled();
    expect(actions.replace).not.toHaveBeenCalled();
  });
  it('leads there before anything is chosen', async () => {
    const { actions } = open({ press: { kind: 'window', why: 'browser' } });
    await press(pageText.continueInWindow);
    expect(actions.moveToWindow).toHaveBeenCalled();
  });
  it('says so where the window does not open', async () => {
    const moveToWindow = async () => {
      throw new AppError('unexpected');
    };
    open({ press: { kind: 'window', why: 'browser' }, actions: { moveToWindow } });
    await press(pageText.continueInWindow);
    await screen.findByText(/Something went wrong in Piggyback/);
  });
  it('saves there', async () => {
    const { actions } = open({ press: { kind: 'window', why: 'page' } });
    await press('New tracker');
    await press(pageText.saveInWindow);
    expect(actions.moveToWindow).toHaveBeenCalledWith(expect.objectContaining({ isNew: true }));
    expect(actions.createTracker).not.toHaveBeenCalled();
  });
});

describe('what the field holds', () => {
  it('is what it held at the last look, though an earlier answer comes later', async () => {
    const answers: ((content: FieldContent) => void)[] = [];
    const readField = () => new Promise<FieldContent>((resolve) => void answers.push(resolve));
    open({ actions: { readField } });
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    fireEvent.focus(window);
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    answers[1]?.({ kind: 'text', text: FAULTY.replace('77', '2') });
    await screen.findByText('Tracker 2, image tag');
    await act(async () => answers[0]?.({ kind: 'text', text: FAULTY.replace('77', '1') }));
    screen.getByText('Tracker 2, image tag');
    expect(screen.queryByText('Tracker 1, image tag')).toBeNull();
  });
  it.each([
    ['too-long', fieldText.tooLong],
    ['unread', fieldText.unread],
    ['gone', pageText.fieldGone],
  ] as const)('is said to be %s', async (kind, said) => {
    open({ actions: { readField: async () => ({ kind }) } });
    await screen.findByText(said);
    await chooseSpring();
    expect(isOff('Insert')).toBe(kind === 'gone');
    expect(isOff('Copy')).toBe(false);
  });
  it('is unread where reading fails', async () => {
    const readField = async () => {
      throw new AppError('unexpected');
    };
    open({ actions: { readField } });
    await screen.findByText(fieldText.unread);
  });
  it('names its trackers, and says which do not count', async () => {
    const { actions } = open({ text: FAULTY.replace('77', '532') });
    await screen.findByText('Tracker 532, image tag');
    const contents = screen.getByLabelText(fieldText.title);
    await within(contents).findByText('Asleep');
    within(contents).getByText('Inactive');
    expect(actions.lookup).toHaveBeenCalledWith([532]);
  });
  it('is mended by Fix, and that is taken back by Undo', async () => {
    const { actions, field } = open({ text: FAULTY });
    await press('Fix');
    expect(document.activeElement).toBe(button('Put it in the field'));
    await press('Leave it');
    expect(document.activeElement).toBe(button('Fix'));
    await press('Fix');
    await press('Put it in the field');
    await screen.findByText(fieldText.fixed);
    expect(field()).toContain('cachebuster=%%CACHEBUSTER%%');
    expect(document.activeElement).toBe(button('Undo'));
    expect(actions.noteInserted).not.toHaveBeenCalled();
    await press('Undo');
    await vi.waitFor(() => expect(field()).toBe(FAULTY));
  });
  it('is not read again while choices change that say nothing of it', async () => {
    const { actions } = open({ text: PLAIN });
    await screen.findByText('Tracker 531, image tag');
    await userEvent.click(screen.getByLabelText('JavaScript'));
    expect(actions.readField).toHaveBeenCalledTimes(1);
  });
});

describe('an inactive tracker', () => {
  it('is said where it is chosen, at what is chosen, and at the tag', async () => {
    open({ context: { recent: [] } });
    const input = await screen.findByRole('combobox', { name: 'Tracker' });
    await userEvent.click(input);
    const option = await screen.findByRole('option', { name: /Asleep/ });
    within(option).getByText('Local Paper · All placements');
    within(option).getByText('Inactive');
    await userEvent.click(option);
    await screen.findByText(inactiveRemark.sentence);
    screen.getByText('Inactive');
    expect(isOff('Insert')).toBe(false);
  });
});

describe('a new tracker on the spot', () => {
  it('does not write over what was typed before where that cannot be read', async () => {
    const readDraft = vi
      .fn<BuilderActions['readDraft']>()
      .mockRejectedValueOnce(new AppError('storage-failed'))
      .mockResolvedValue({ ...emptyDraft(), name: 'Half typed' });
    open({ actions: { readDraft } });
    await press('New tracker');
    await screen.findByText('The browser could not keep the data.');
    expect(screen.queryByLabelText('Name')).toBeNull();
    await press('Try again');
    expect(await screen.findByDisplayValue('Half typed')).toBeTruthy();
  });

  it('has the focus as it appears, and keeps what is typed in that very moment', async () => {
    open();
    // Before effects that run after the paint: a person in a hurry, or a busy machine.
    const appearing = new Promise<{ name: HTMLElement; active: Element | null }>((resolve) => {
      const watch = new MutationObserver(() => {
        const name = screen.queryByLabelText('Name');
        if (!(name instanceof HTMLInputElement)) return;
        watch.disconnect();
        resolve({ name, active: document.activeElement });
        fireEvent.input(name, { target: { value: 'S' } });
      });
      watch.observe(document.body, { childList: true, subtree: true });
    });
    await press('New tracker');
    const { name, active } = await appearing;
    expect(active).toBe(name);
    await userEvent.type(name, 'pring');
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Spring');
  });

  it('forgets by Discard what was typed before, and has the focus then', async () => {
    const kept: unknown[] = [];
    open({
      actions: {
        readDraft: async () => ({ ...emptyDraft(), name: 'Half typed' }),
        keepDraft: async (draft) => void kept.push(draft),
      },
    });
    await press('New tracker');
    await screen.findByDisplayValue('Half typed');
    await press('Discard changes');
    expect(screen.queryByRole('button', { name: 'Discard changes' })).toBeNull();
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('');
    expect(document.activeElement).toBe(screen.getByLabelText('Name'));
    expect(kept).toEqual([null]);
  });

  it('says so where what is typed is not kept, until it is', async () => {
    let full = true;
    const keepDraft = async () => {
      if (full) throw new AppError('storage-failed');
    };
    open({ actions: { keepDraft } });
    await press('New tracker');
    const name = await screen.findByLabelText('Name');
    await userEvent.type(name, 'A');
    await screen.findByText('The browser could not keep the data.');
    full = false;
    await userEvent.type(name, 'B');
    await vi.waitFor(() => expect(screen.queryByText(/could not keep/)).toBeNull());
  });
});
