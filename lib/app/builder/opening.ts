import { AppError } from '../../core/base/errors';
import { z } from '../../core/base/schema';
import type { AskedBy } from '../../core/console/asked-by';
import type { WindowReason } from '../../core/console/builder-state';
import { type Bound, BoundSchema } from '../../core/console/field-transfer';
import type { BuilderPorts } from './ports';
import type { BuilderSession } from './session';
import type { BuilderSessions } from './sessions';

interface OpeningParts {
  readonly ports: BuilderPorts;
  readonly sessions: BuilderSessions;
  readonly tellPlace: (session: BuilderSession, name: string) => Promise<unknown>;
  readonly end: (session: BuilderSession, focus: boolean) => Promise<void>;
}

/** The builder's frame needs this much room, in CSS pixels; a smaller frame would cut it off. */
const LEAST = { width: 360, height: 420 };

const OpenedSchema = z.object({ ok: z.literal(true) });

/** How a builder comes to stand at its field: in a frame, or in a small window. */
export function createOpening({ ports, sessions, tellPlace, end }: OpeningParts) {
  const listeners: ((token: string) => void)[] = [];
  const opening = new Map<string, Promise<void>>();
  const inTab = new Map<number, Promise<void>>();

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

  /**
   * Opens the builder for the field of a frame (`null`: of the one that has the focus): in that frame,
   * or, where it is too small for that or of another origin than the page, in the top frame. Where no
   * frame is open to us it is a small window. One that is open in the tab goes, and its tracker is
   * chosen in the new one.
   */
  async function open(tabId: number, frame: number | null, by: AskedBy): Promise<void> {
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
  }

  return {
    open,
    opened,
    toWindow,
    /** Calls back with the token of each builder that is about to open. */
    onOpening: (listener: (token: string) => void) => void listeners.push(listener),
  };
}
