import { AppError } from '../../core/base/errors';
import { z } from '../../core/base/schema';
import type { BuilderState, WindowReason } from '../../core/console/builder-state';
import type { AskedBy } from '../../core/console/asked-by';
import {
  type ActOutcome,
  ActOutcomeSchema,
  type Bound,
  BoundSchema,
  type FieldReading,
  FieldReadingSchema,
  type PutOutcome,
  PutOutcomeSchema,
  type UndoOutcome,
  UndoOutcomeSchema,
} from '../../core/console/field-transfer';
import { STILL_MS } from '../../core/console/press-state';
import type { PutWhere } from '../../core/console/put-where';
import type { HandlerContext } from '../../messaging/answer';
import { createSessions } from './sessions';
import type { BuilderSession } from './session';

/** What the builders need of the browser around them. */
export interface BuilderPorts {
  /** Kept as long as the browser runs, so that a stopped worker forgets no builder. */
  readonly store: {
    read(): Promise<readonly BuilderSession[]>;
    write(sessions: readonly BuilderSession[]): Promise<void>;
  };
  newToken(): string;
  /** The frame whose field has the focus; 0 where there is none. */
  focusedFrame(tabId: number): Promise<number>;
  /** Brings the scripts that read and fill fields, and that place builders, into a frame. */
  inject(tabId: number, frameId: number): Promise<void>;
  /** Asks one frame's scripts; `null` where nobody answers: the page has gone on to another. */
  ask(tabId: number, frameId: number, message: object): Promise<unknown>;
  /** Opens the builder's page in a small window beside the tab's. */
  openWindow(token: string, tabId: number): Promise<void>;
  /** Closes the tab of that window, and so the window. */
  closeWindow(tabId: number): Promise<void>;
  /** Brings a tab and its window to the front; done once it is there. */
  showTab(tabId: number): Promise<void>;
  /** The address of a tab, where we may see it. */
  addressOf(tabId: number): Promise<string | null>;
  readonly title: string;
}

/** The builder's frame needs this much room, in CSS pixels; a smaller frame would cut it off. */
const LEAST = { width: 360, height: 420 };

const OpenedSchema = z.object({ ok: z.literal(true) });
const StillSchema = z.object({ stillMs: z.number() });

/** A text for the field, and where in it. */
interface Put {
  readonly id: string;
  readonly text: string;
  readonly where: PutWhere;
}

export type Builders = ReturnType<typeof createBuilders>;

/**
 * The builders that are open, each for one field: opening, and all that its page asks of the field
 * and of the frame it stands in.
 */
export function createBuilders(ports: BuilderPorts) {
  const sessions = createSessions(ports.store);
  const listeners: ((token: string) => void)[] = [];
  const opening = new Map<string, Promise<void>>();
  const inTab = new Map<number, Promise<void>>();

  const tellField = (session: BuilderSession, name: string, more: object = {}) => {
    const { token, tabId, fieldFrameId } = session;
    return ports.ask(tabId, fieldFrameId, { piggyback: name, token, ...more });
  };
  const tellPlace = async (session: BuilderSession, name: string, more: object = {}) => {
    const { token, tabId, placeFrameId } = session;
    if (placeFrameId === null) return null;
    return ports.ask(tabId, placeFrameId, { piggyback: name, token, ...more });
  };

  /**
   * Does something to the field from a small window: with its tab in front, since elsewhere a page
   * hears nothing of its field's focus, and an editor takes nothing then. Comes back afterwards.
   */
  async function inFront(session: BuilderSession, act: () => Promise<unknown>): Promise<unknown> {
    const { placeFrameId, holder, tabId } = session;
    if (placeFrameId !== null || !holder) return act();
    await ports.showTab(tabId);
    const answer = await act();
    await ports.showTab(holder.tabId);
    return answer;
  }

  /** Takes a builder away; `focus` leads back to its field. */
  async function end(session: BuilderSession, focus: boolean): Promise<void> {
    await sessions.forget(session.token);
    await tellPlace(session, 'place.close');
    await tellField(session, 'field.release', { focus });
    if (session.placeFrameId !== null || !session.holder) return;
    // Else a browser may bring another window of its own to the front.
    if (focus) await ports.showTab(session.tabId);
    await ports.closeWindow(session.holder.tabId);
  }

  /** Brings our scripts to the field, mostly one of the page itself: there they are brought at once. */
  async function reach(tabId: number, frame: number | null): Promise<number> {
    if (frame !== null) {
      await ports.inject(tabId, frame);
      return frame;
    }
    const top = ports.inject(tabId, 0);
    top.catch(() => {});
    const found = await ports.focusedFrame(tabId);
    await (found === 0 ? top : ports.inject(tabId, found));
    return found;
  }

  async function bind(
    token: string,
    tabId: number,
    frameId: number,
    ask: { readonly by: AskedBy; readonly place?: object },
  ): Promise<Bound> {
    const message = { piggyback: 'field.bind', token, ...ask };
    const answer = BoundSchema.safeParse(await ports.ask(tabId, frameId, message));
    if (!answer.success) throw new AppError('page-closed-to-extensions');
    return answer.data;
  }

  const placeAs = (by: AskedBy) => ({ title: ports.title, isPressed: by === 'press' });

  async function placeIn(token: string, tabId: number, frameId: number, by: AskedBy) {
    const message = { piggyback: 'place.open', token, ...placeAs(by) };
    return OpenedSchema.safeParse(await ports.ask(tabId, frameId, message)).success;
  }

  /** Puts the builder's frame into the first of these frames that takes it. */
  async function place(
    session: BuilderSession,
    frames: readonly number[],
    by: AskedBy,
  ): Promise<boolean> {
    const { token, tabId, fieldFrameId } = session;
    for (const placeFrameId of frames) {
      // Before the frame is there, whose page asks at once.
      await sessions.keep({ ...session, placeFrameId });
      // In the field's frame they are already; another may be closed to us.
      const isOpen =
        placeFrameId === fieldFrameId ||
        (await ports.inject(tabId, placeFrameId).then(
          () => true,
          () => false,
        ));
      if (isOpen && (await placeIn(token, tabId, placeFrameId, by))) return true;
    }
    return false;
  }

  async function toWindow(
    session: BuilderSession,
    window: WindowReason,
    more: Partial<BuilderSession> = {},
  ): Promise<void> {
    await tellPlace(session, 'place.close');
    const part = { placeFrameId: null, holder: null, window, ...more };
    if (await sessions.patch(session.token, part)) {
      await ports.openWindow(session.token, session.tabId);
    }
  }

  async function openAt(
    token: string,
    tabId: number,
    frame: number | null,
    by: AskedBy,
  ): Promise<void> {
    const addressing = ports.addressOf(tabId);
    const knowing = sessions.ofTab(tabId);
    const frameId = await reach(tabId, frame);
    const before = await knowing;
    // Beside a field of the page it stands in any case, and is on its way while the field tells of itself.
    const isAtOnce = frameId === 0 && before.length === 0;
    const binding = bind(token, tabId, frameId, { by, ...(isAtOnce && { place: placeAs(by) }) });
    const [bound, pageUrl] = await Promise.all([binding, addressing]).catch(async (error) => {
      if (isAtOnce) await ports.ask(tabId, 0, { piggyback: 'place.close', token });
      throw error;
    });
    const { field, isPlaced, scheme, url, width, height, isForeign } = bound;
    for (const session of before) await end(session, false);
    const session: BuilderSession = {
      token,
      tabId,
      fieldFrameId: frameId,
      placeFrameId: null,
      holder: null,
      advertiserId: null,
      field,
      scheme,
      url,
      pageUrl,
      state: before[0]?.state ?? null,
      stateOf: before[0]?.advertiserId ?? null,
      isResumed: false,
      window: null,
    };
    if (isPlaced) {
      await sessions.keep({ ...session, placeFrameId: 0 });
      return;
    }
    const hasRoom = !isForeign && width >= LEAST.width && height >= LEAST.height;
    const frames = frameId === 0 ? [0] : hasRoom ? [frameId, 0] : [0, frameId];
    if (!(await place(session, frames, by))) await toWindow(session, 'no-frame');
  }

  /** Done once the opening of a builder is over, however that went: its frame may be quicker. */
  const opened = async (token: string) => opening.get(token)?.catch(() => {});

  async function placedIn(token: string, tabId: number, frameId: number) {
    await opened(token);
    const found = await sessions.find(token);
    return found?.tabId === tabId && found.placeFrameId === frameId ? found : null;
  }

  return {
    end,

    /** Calls back with the token of each builder that is about to open. */
    onOpening: (listener: (token: string) => void) => void listeners.push(listener),

    /** The builder of a token, where this sender is the page that speaks for it; else `builder-closed`. */
    async of(token: string, sender: HandlerContext): Promise<BuilderSession> {
      await opened(token);
      const session = await sessions.claim(token, sender);
      if (!session) throw new AppError('builder-closed');
      return session;
    },

    /**
     * Opens the builder for the field of a frame (`null`: of the one that has the focus): in that frame,
     * or, where it is too small for that or of another origin than the page, in the top frame. Where no frame is open to us it is a
     * small window. One that is open in the tab goes, and its tracker is chosen in the new one.
     */
    async open(tabId: number, frame: number | null, by: AskedBy): Promise<void> {
      const token = ports.newToken();
      for (const listener of listeners) listener(token);
      // One after the other in a tab: of two that are asked for at once the second finds the first.
      const before = inTab.get(tabId)?.catch(() => {});
      const open = Promise.resolve(before)
        .then(() => openAt(token, tabId, frame, by))
        .finally(() => {
          opening.delete(token);
          if (inTab.get(tabId) === open) inTab.delete(tabId);
        });
      opening.set(token, open);
      inTab.set(tabId, open);
      await open;
    },

    /** The builder's page has begun: what holds its frame may stop waiting for it. */
    began: (session: BuilderSession) => tellPlace(session, 'place.began'),

    /** The frame in this page stayed empty: a small window takes its place. */
    async failed(token: string, tabId: number, frameId: number): Promise<void> {
      const session = await placedIn(token, tabId, frameId);
      if (session) await toWindow(session, 'frame-failed');
    },

    /** The person has closed it from this page, or the page has taken its frame away. */
    async left(token: string, tabId: number, frameId: number): Promise<void> {
      await opened(token);
      const session = await sessions.find(token);
      if (session?.tabId !== tabId) return;
      const { placeFrameId, fieldFrameId } = session;
      if (frameId === placeFrameId || frameId === fieldFrameId) await end(session, false);
    },

    /** It is of this advertiser from now on; what was chosen for another goes. */
    async beginWith(session: BuilderSession, advertiserId: number | null): Promise<BuilderSession> {
      const isOther = session.stateOf !== null && session.stateOf !== advertiserId;
      const part = { advertiserId, stateOf: advertiserId, ...(isOther && { state: null }) };
      return (await sessions.patch(session.token, part)) ?? session;
    },

    noteState: (session: BuilderSession, state: BuilderState) =>
      sessions.patch(session.token, { state }),

    moveToWindow: (session: BuilderSession, state: BuilderState, reason: WindowReason) =>
      toWindow(session, reason, { state, isResumed: true }),

    /** A press that writes counts only where the frame stands still; else fails with `builder-moved`. */
    async mustBeStill(session: BuilderSession): Promise<void> {
      if (session.placeFrameId === null) return;
      const still = StillSchema.safeParse(await tellPlace(session, 'place.still'));
      if (!still.success || still.data.stillMs < STILL_MS) throw new AppError('builder-moved');
    },

    async readField(session: BuilderSession): Promise<FieldReading> {
      if (!session.field) return { outcome: 'read', text: '' };
      const answer = await tellField(session, 'field.read');
      if (answer === null) return { outcome: 'gone' };
      const reading = FieldReadingSchema.safeParse(answer);
      return reading.success ? reading.data : { outcome: 'unread' };
    },

    /** Done once, however often it comes by the same id. */
    async put(session: BuilderSession, act: Put): Promise<PutOutcome> {
      const answer = await inFront(session, () => tellField(session, 'field.put', act));
      return outcomeIn(PutOutcomeSchema, answer);
    },

    async undo(session: BuilderSession, id: string): Promise<UndoOutcome> {
      const answer = await inFront(session, () => tellField(session, 'field.undo', { id }));
      return outcomeIn(UndoOutcomeSchema, answer);
    },

    /** What came of the act with this id; one that never arrived counts as refused, and stays undone. */
    async outcomeOf(session: BuilderSession, id: string): Promise<ActOutcome> {
      return outcomeIn(ActOutcomeSchema, await tellField(session, 'field.outcome', { id }));
    },

    resize: (session: BuilderSession, height: number) =>
      tellPlace(session, 'place.size', { height }),

    move: (session: BuilderSession, dx: number, dy: number) =>
      tellPlace(session, 'place.move', { dx, dy }),

    /** Everybody's builder goes, as when a person signs out. */
    async endAll(): Promise<void> {
      for (const session of await sessions.all()) await end(session, false);
    },

    /** A tab was closed: the builders of its fields go, and those that stood in it. */
    async tabClosed(tabId: number): Promise<void> {
      for (const session of await sessions.all()) {
        if (session.tabId === tabId) await end(session, false);
        else if (session.holder?.tabId === tabId) await end(session, true);
      }
    },
  };
}

/** What a field's frame said came of an act; without an answer the field has gone. */
function outcomeIn<T extends string>(
  schema: z.ZodMiniType<T>,
  answer: unknown,
): T | 'gone' | 'refused' {
  if (answer === null) return 'gone';
  const parsed = z.object({ outcome: schema }).safeParse(answer);
  return parsed.success ? parsed.data.outcome : 'refused';
}
