import { AppError } from '../../core/base/errors';
import { z } from '../../core/base/schema';
import type { BuilderState, WindowReason } from '../../core/console/builder-state';
import {
  type ActOutcome,
  ActOutcomeSchema,
  type FieldReading,
  FieldReadingSchema,
  type PutOutcome,
  PutOutcomeSchema,
  type UndoOutcome,
  UndoOutcomeSchema,
} from '../../core/console/field-transfer';
import { STILL_MS } from '../../core/console/press-state';
import type { PutWhere } from '../../core/console/put-where';
import type { HandlerContext } from '../../messaging/wire/answer';
import { createOpening } from './opening';
import type { BuilderPorts } from './ports';
import { createSessions } from './sessions';
import type { BuilderSession } from './session';

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

  /**
   * The field has the focus while something is done to it, and an editor may take it again after. The page gives
   * it back to the frame itself: the frame, which has a process of its own, would only believe to have it.
   */
  async function atField(session: BuilderSession, act: () => Promise<unknown>): Promise<unknown> {
    const answer = await inFront(session, act);
    await tellPlace(session, 'place.enter');
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

  const { open, opened, onOpening, toWindow } = createOpening({ ports, sessions, tellPlace, end });

  async function placedIn(token: string, tabId: number, frameId: number) {
    await opened(token);
    const found = await sessions.find(token);
    return found?.tabId === tabId && found.placeFrameId === frameId ? found : null;
  }

  return {
    end,

    open,
    onOpening,

    /** The builder of a token, where this sender is the page that speaks for it; else `builder-closed`. */
    async of(token: string, sender: HandlerContext): Promise<BuilderSession> {
      await opened(token);
      const session = await sessions.claim(token, sender);
      if (!session) throw new AppError('builder-closed');
      return session;
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
      const answer = await atField(session, () => tellField(session, 'field.put', act));
      return outcomeIn(PutOutcomeSchema, answer);
    },

    async undo(session: BuilderSession, id: string): Promise<UndoOutcome> {
      const answer = await atField(session, () => tellField(session, 'field.undo', { id }));
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
