import { describe, expect, it, vi } from 'vitest';

import { createAhead } from '@/lib/app/builder/ahead';
import type { BuilderPorts } from '@/lib/app/builder/ports';
import { createBuilders } from '@/lib/app/builder/builders';
import type { BuilderSession } from '@/lib/app/builder/session';
import { DEFAULT_CHOICES } from '@/lib/core/tag/write/build-tag';
import type { HandlerContext } from '@/lib/messaging/wire/answer';

const CHOICES = DEFAULT_CHOICES;
const FIELD = { kind: 'textarea', inputType: '', labels: ['Pixels'], names: ['px'] };
const FRAME = { width: 1200, height: 800, isForeign: false, scheme: null, url: 'https://c.test/' };
const TAB = 7;
const PUT = { id: 'act-1', text: 'tag', where: 'cursor' } as const;

interface Frame {
  readonly field?: object | null;
  readonly width?: number;
  readonly isForeign?: boolean;
  readonly hasFocus?: boolean;
  /** Extensions may not work in it. */
  readonly isClosed?: boolean;
  /** When its field has told of itself. */
  readonly bound?: Promise<unknown>;
  readonly stillMs?: number;
  readonly put?: unknown;
}

/** A browser with one tab of these frames, and what happened in it. */
function tab(frames: Readonly<Record<number, Frame>>) {
  const log: string[] = [];
  let stored: readonly BuilderSession[] = [];
  let count = 0;
  const ports: BuilderPorts = {
    title: 'Impression tag',
    store: {
      read: async () => structuredClone(stored),
      write: async (sessions) => {
        stored = structuredClone(sessions);
      },
    },
    newToken: () => `token-${(count += 1)}`,
    async focusedFrame() {
      log.push('looks for the focus');
      return Number(Object.keys(frames).find((id) => frames[Number(id)]?.hasFocus) ?? 0);
    },
    async inject(_, frameId) {
      if (frames[frameId]?.isClosed) throw new Error('closed');
      log.push(`${frameId} inject`);
    },
    async ask(_, frameId, message) {
      const { piggyback: name, token, place }: Record<string, unknown> = { ...message };
      log.push(`${frameId} ${String(name)} ${String(token)}`);
      const { put, bound, stillMs = 900, field = FIELD, ...traits } = frames[frameId] ?? {};
      if (name === 'field.bind') {
        // Together with the field, without a message of its own.
        if (place) log.push(`${frameId} place.open ${String(token)}`);
        await bound;
        return { field, isPlaced: place !== undefined, ...FRAME, ...traits };
      }
      if (name === 'place.open') return { ok: true };
      if (name === 'place.still') return { stillMs };
      if (name === 'field.put') return put;
      return null;
    },
    openWindow: async (token) => void log.push(`window ${token}`),
    closeWindow: async (tabId) => void log.push(`closed ${tabId}`),
    showTab: async (tabId) => void log.push(`shown ${tabId}`),
    addressOf: async () => 'https://c.test/',
  };
  const builders = createBuilders(ports);
  // Another worker, after the first was stopped: what it knows is what was kept.
  return { builders, log, restarted: () => createBuilders(ports), stored: () => stored };
}

const sender = (frameId: number, part: Partial<HandlerContext> = {}): HandlerContext => ({
  tabId: TAB,
  frameId,
  documentId: `doc-${frameId}`,
  url: '',
  pageUrl: null,
  ...part,
});

describe('where the builder opens', () => {
  it.each<[string, Record<number, Frame>, number, string[]]>([
    ['beside a field of the page', { 0: {} }, 0, ['0 place.open token-1']],
    ['in the frame of its field', { 0: {}, 3: {} }, 3, ['3 place.open token-1']],
    ['over a frame that is too small', { 0: {}, 3: { width: 300 } }, 3, ['0 place.open token-1']],
    [
      'over a frame of another origin',
      { 0: {}, 3: { isForeign: true } },
      3,
      ['0 place.open token-1'],
    ],
    [
      'in it after all, where the page is closed to us',
      { 0: { isClosed: true }, 3: { isForeign: true } },
      3,
      ['3 place.open token-1'],
    ],
  ])('%s', async (_, frames, frameId, opened) => {
    const { builders, log } = tab(frames);
    await builders.open(TAB, frameId, 'press');
    expect(log.filter((line) => /place\.open|window/.test(line))).toEqual(opened);
  });

  it.each<[string, Record<number, Frame>, string[]]>([
    ['of the page', { 0: { hasFocus: true } }, ['0 inject', 'looks for the focus']],
    [
      'of a frame, though the page is looked at meanwhile',
      { 0: {}, 3: { hasFocus: true } },
      ['0 inject', 'looks for the focus', '3 inject'],
    ],
    [
      'of a frame in a page that is closed to us',
      { 0: { isClosed: true }, 3: { hasFocus: true } },
      ['looks for the focus', '3 inject'],
    ],
  ])('for the field with the focus, %s', async (_, frames, begun) => {
    const { builders, log, stored } = tab(frames);
    await builders.open(TAB, null, 'focus');
    expect(log.slice(0, begun.length)).toEqual(begun);
    expect(stored()).toMatchObject([{ fieldFrameId: 3 in frames ? 3 : 0 }]);
  });

  it('and forgets what was chosen for another advertiser', async () => {
    const { builders, stored } = tab({ 0: {} });
    await builders.open(TAB, 0, 'press');
    const first = await builders.of('token-1', sender(4));
    await builders.beginWith(first, 1);
    await builders.noteState(first, { tracker: null, choices: CHOICES, isNew: true });
    await builders.open(TAB, 0, 'press');
    const second = await builders.of('token-2', sender(5));
    expect((await builders.beginWith(second, 1)).state).not.toBeNull();
    expect((await builders.beginWith(second, 2)).state).toBeNull();
    expect(stored()).toHaveLength(1);
  });

  it('says that a page closed to extensions is one', async () => {
    const { builders, stored } = tab({ 0: { isClosed: true } });
    await expect(builders.open(TAB, 0, 'focus')).rejects.toThrow();
    expect(stored()).toEqual([]);
  });

  it('takes the one that is open in the tab away, and keeps its tracker', async () => {
    const { builders, log, stored } = tab({ 0: {} });
    await builders.open(TAB, 0, 'press');
    const first = await builders.of('token-1', sender(4));
    const tracker = {
      id: 5,
      name: 'T',
      publisher: null,
      placement: null,
      state: 'active' as const,
    };
    await builders.noteState(first, { tracker, choices: CHOICES, isNew: false });
    await builders.open(TAB, 0, 'press');
    expect(log).toContain('0 place.close token-1');
    expect(log).toContain('0 field.release token-1');
    expect(
      stored().map(({ token, state, isResumed }) => [token, state?.tracker?.id, isResumed]),
    ).toEqual([['token-2', 5, false]]);
  });
});

describe('a builder on its way', () => {
  it('is placed while its field tells of itself, and its page waits for that', async () => {
    const { promise: bound, resolve: tell } = Promise.withResolvers<void>();
    const { builders, log } = tab({ 0: { bound } });
    const opening = builders.open(TAB, 0, 'press');
    await vi.waitFor(() => expect(log).toContain('0 place.open token-1'));
    const begun = builders.of('token-1', sender(4));
    const answered = vi.fn();
    void begun.then(answered);
    await Promise.resolve();
    expect(answered).not.toHaveBeenCalled();
    tell();
    await opening;
    await expect(begun).resolves.toMatchObject({ token: 'token-1', field: FIELD });
  });

  it('is taken away where the field tells nothing', async () => {
    const { builders, log, stored } = tab({ 0: { bound: Promise.reject(new Error('lost')) } });
    await expect(builders.open(TAB, 0, 'press')).rejects.toThrow('lost');
    expect(log.slice(-2)).toEqual(['0 place.open token-1', '0 place.close token-1']);
    await expect(builders.of('token-1', sender(4))).rejects.toMatchObject({
      code: 'builder-closed',
    });
    expect(stored()).toEqual([]);
  });

  it('is forgotten where its page takes it away at once', async () => {
    const { promise: bound, resolve: tell } = Promise.withResolvers<void>();
    const { builders, stored } = tab({ 0: { bound } });
    const opening = builders.open(TAB, 0, 'press');
    const leaving = builders.left('token-1', TAB, 0);
    tell();
    await Promise.all([opening, leaving]);
    expect(stored()).toEqual([]);
  });

  it.each([
    ['at the same place', [0, 0]],
    ['in two frames', [0, 3]],
    ['wherever the focus is', [null, null]],
  ])('asked for twice at once, is one: %s', async (_, frames) => {
    const { builders, log, stored } = tab({ 0: {}, 3: {} });
    await Promise.all(frames.map((frame) => builders.open(TAB, frame, 'press')));
    expect(stored().map(({ token }) => token)).toEqual(['token-2']);
    expect(log).toContain('0 place.close token-1');
  });

  it('is not kept by another that failed', async () => {
    const { builders, stored } = tab({ 0: {}, 3: { isClosed: true } });
    const [failed] = await Promise.allSettled([
      builders.open(TAB, 3, 'press'),
      builders.open(TAB, 0, 'press'),
    ]);
    expect(failed?.status).toBe('rejected');
    expect(stored().map(({ token }) => token)).toEqual(['token-2']);
  });

  it('is told of beforehand, by its token', async () => {
    const { builders, log } = tab({ 0: {} });
    builders.onOpening((token) => log.push(`opening ${token}`));
    await builders.open(TAB, 0, 'press');
    expect(log[0]).toBe('opening token-1');
  });
});

describe('what is read ahead', () => {
  it('is read once for who asks for it, and anew for anybody else', async () => {
    let reads = 0;
    const ahead = createAhead(async () => (reads += 1));
    ahead.begin('one');
    expect(await ahead.take('one')).toBe(1);
    expect(await ahead.take('one')).toBe(2);
    expect(await ahead.take('other')).toBe(3);
  });

  it('fails for who takes it, and for nobody before', async () => {
    const ahead = createAhead(async () => Promise.reject(new Error('closed')));
    ahead.begin('one');
    await Promise.resolve();
    await expect(ahead.take('one')).rejects.toThrow('closed');
  });

  it('is not kept for those who never come', async () => {
    let reads = 0;
    const ahead = createAhead(async () => (reads += 1));
    for (let key = 0; key < 100; key += 1) ahead.begin(`${key}`);
    expect(await ahead.take('0')).toBe(101);
    expect(await ahead.take('99')).toBe(100);
  });
});

describe('which page speaks for a builder', () => {
  it('the first that begins with its token, whatever worker answers', async () => {
    const { builders, restarted } = tab({ 0: {} });
    await builders.open(TAB, 0, 'press');
    await builders.of('token-1', sender(4));
    await expect(restarted().of('token-1', sender(4))).resolves.toMatchObject({ token: 'token-1' });
  });

  it.each<[string, string, HandlerContext]>([
    ['no page with another token', 'token-2', sender(4)],
    ['no other frame', 'token-1', sender(5)],
    ['no later document of the same frame', 'token-1', sender(4, { documentId: 'later' })],
    ['no page of another tab', 'token-1', sender(4, { tabId: 8 })],
  ])('%s', async (_, token, who) => {
    const { builders } = tab({ 0: {} });
    await builders.open(TAB, 0, 'press');
    await builders.of('token-1', sender(4));
    await expect(builders.of(token, who)).rejects.toMatchObject({ code: 'builder-closed' });
  });

  it.each<[string, HandlerContext]>([
    ['no page of its own, before the frame has begun', sender(0)],
    ['no frame in another tab', sender(4, { tabId: 8 })],
    ['nobody outside of tabs', sender(4, { tabId: null })],
  ])('%s', async (_, who) => {
    const { builders } = tab({ 0: {} });
    await builders.open(TAB, 0, 'press');
    await expect(builders.of('token-1', who)).rejects.toMatchObject({ code: 'builder-closed' });
  });

  it('in a small window that window, and no frame any more', async () => {
    const { builders, log } = tab({ 0: {} });
    await builders.open(TAB, 0, 'press');
    const framed = await builders.of('token-1', sender(4));
    const state = { tracker: null, choices: CHOICES, isNew: true };
    await builders.moveToWindow(framed, state, 'cannot-tell');
    expect(log).toContain('0 place.close token-1');
    expect(log.at(-1)).toBe('window token-1');
    await expect(builders.of('token-1', sender(4))).rejects.toMatchObject({
      code: 'builder-closed',
    });
    const moved = await builders.of('token-1', sender(0, { tabId: 30 }));
    expect(moved).toMatchObject({ tabId: TAB, isResumed: true, state, window: 'cannot-tell' });
  });

  it('its tracker noted late does not bring the frame back', async () => {
    const { builders } = tab({ 0: {} });
    await builders.open(TAB, 0, 'press');
    const framed = await builders.of('token-1', sender(4));
    const state = { tracker: null, choices: CHOICES, isNew: false };
    await builders.moveToWindow(framed, state, 'cannot-tell');
    await builders.noteState(framed, state);
    await expect(builders.of('token-1', sender(4))).rejects.toMatchObject({
      code: 'builder-closed',
    });
  });
});

describe('a frame that shows nothing', () => {
  it('becomes a small window', async () => {
    const { builders, log } = tab({ 0: {} });
    await builders.open(TAB, 0, 'press');
    await builders.failed('token-1', TAB, 0);
    expect(log.at(-1)).toBe('window token-1');
  });
  it.each<[string, number, number]>([
    ['said by another frame', TAB, 3],
    ['said by another tab', 8, 0],
  ])('%s it counts for nothing', async (_, tabId, frameId) => {
    const { builders, log } = tab({ 0: {} });
    await builders.open(TAB, 0, 'press');
    await builders.failed('token-1', tabId, frameId);
    await builders.left('token-1', tabId, frameId);
    expect(log.at(-1)).toBe('0 place.open token-1');
  });
  it('can be said of one that got no answer to its beginning', async () => {
    const { builders, log } = tab({ 0: {} });
    await builders.open(TAB, 0, 'press');
    await builders.of('token-1', sender(4));
    await builders.failed('token-1', TAB, 0);
    expect(log).toContain('window token-1');
  });
});

describe('a press that writes', () => {
  const at = async (frame: Frame) => {
    const { builders, log } = tab({ 0: frame });
    await builders.open(TAB, 0, 'press');
    return { builders, log, session: await builders.of('token-1', sender(4)) };
  };
  it.each([
    [500, 'counts'],
    [499, 'does not'],
    [0, 'does not'],
  ])('%i ms after the frame moved %s', async (stillMs, what) => {
    const { builders, session } = await at({ stillMs });
    const still = builders.mustBeStill(session);
    if (what === 'counts') await expect(still).resolves.toBeUndefined();
    else await expect(still).rejects.toMatchObject({ code: 'builder-moved' });
  });
  it.each<[string, unknown, string]>([
    ['taken', { outcome: 'taken' }, 'taken'],
    ['the field is gone', { outcome: 'gone' }, 'gone'],
    ['nobody answers: the page has gone on to another', null, 'gone'],
    ['an answer that means nothing', { outcome: 'perhaps' }, 'refused'],
  ])('%s', async (_, put, outcome) => {
    const { builders, session } = await at({ put });
    expect(await builders.put(session, PUT)).toBe(outcome);
  });
  it('gives the focus back to the frame by its page, after an insertion and after its undo', async () => {
    const { builders, log, session } = await at({ put: { outcome: 'taken' } });
    log.length = 0;
    await builders.put(session, PUT);
    await builders.undo(session, 'act-2');
    expect(log).toEqual([
      '0 field.put token-1',
      '0 place.enter token-1',
      '0 field.undo token-1',
      '0 place.enter token-1',
    ]);
  });
});

describe('in a small window', () => {
  const inWindow = async (frame: Frame = {}) => {
    const { builders, log } = tab({ 0: frame });
    await builders.open(TAB, 0, 'press');
    const framed = await builders.of('token-1', sender(4));
    const state = { tracker: null, choices: CHOICES, isNew: false };
    await builders.moveToWindow(framed, state, 'cannot-tell');
    const session = await builders.of('token-1', sender(0, { tabId: 30 }));
    log.length = 0;
    return { builders, log, session };
  };
  it('the field is filled with its tab in front, and the window comes back', async () => {
    const { builders, log, session } = await inWindow({ put: { outcome: 'taken' } });
    await builders.put(session, PUT);
    expect(log).toEqual(['shown 7', '0 field.put token-1', 'shown 30']);
  });
  it('a page that has gone on to another has no field any more', async () => {
    const { builders, session } = await inWindow();
    expect(await builders.readField(session)).toEqual({ outcome: 'gone' });
    expect(await builders.undo(session, 'act-2')).toBe('gone');
  });
  it('closing leads back to the field, and the window goes', async () => {
    const { builders, log, session } = await inWindow();
    await builders.end(session, true);
    expect(log).toEqual(['0 field.release token-1', 'shown 7', 'closed 30']);
  });
  it('one that is opened at another field takes its place', async () => {
    const { builders, log } = await inWindow();
    await builders.open(TAB, 0, 'press');
    expect(log).toContain('closed 30');
    expect(log).not.toContain('shown 7');
  });
});

describe('the end', () => {
  it.each<[string, number, boolean]>([
    ['of the field’s tab takes the builder with it', TAB, true],
    ['of its window leads back to the field', 30, true],
    ['of another tab is nothing to it', 31, false],
  ])('%s', async (_, closed, isGone) => {
    const { builders, stored } = tab({ 0: {} });
    await builders.open(TAB, 0, 'press');
    const framed = await builders.of('token-1', sender(4));
    await builders.moveToWindow(
      framed,
      { tracker: null, choices: CHOICES, isNew: false },
      'cannot-tell',
    );
    await builders.of('token-1', sender(0, { tabId: 30 }));
    await builders.tabClosed(closed);
    expect(stored()).toHaveLength(isGone ? 0 : 1);
  });
});
