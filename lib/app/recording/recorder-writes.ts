import type { JoinChange } from '../../core/recording/join-observations';
import type { PageView } from '../../core/recording/page-views';
import type { PixelRequest } from '../../core/recording/pixel-request';
import type { RecorderMessage } from '../../core/recording/recorder-message';
import type { Room } from './room';
import type { View } from './watch-views';

/** Where views and requests are kept. */
export interface KeptIn {
  /** Keeps a page view; `false`, and nothing is kept, where the verification is gone. */
  addPageView(pageView: PageView): Promise<boolean>;
  /**
   * Keeps requests, new or changed, and drops those that turned out to be part of another. `false`, and
   * nothing is kept, where the verification is gone.
   */
  changeRequests(verificationId: string, change: JoinChange): Promise<boolean>;
}

interface WriteParts {
  readonly store: KeptIn;
  readonly room: Room;
  /** The verification that is recorded by then. */
  readonly verificationId: () => string;
  /** Whether what began at a moment, in milliseconds since 1970, is of what was cleared. */
  readonly isCleared: (startedAt: number) => boolean;
  /** Somebody has deleted the verification: goes on in a new one. */
  readonly beginAnew: () => Promise<void>;
  /** Does a step after those before it. */
  readonly queue: (step: () => Promise<void>) => Promise<void>;
  readonly now: () => number;
  readonly later: (milliseconds: number, step: () => void) => void;
  readonly notify: (message: RecorderMessage) => void;
}

/** How much more a full recording has seen is kept so often at most, in milliseconds. */
const TELL_ROOM_MS = 1000;

/**
 * Keeps what a recorder hears, and tells of it: page views, requests in batches, and how many more there were than are
 * kept. What could not be written waits, and is written with what comes next, or when a person asks.
 */
export function createWrites(parts: WriteParts) {
  const { store, room, verificationId, beginAnew, queue, notify } = parts;
  let requests = new Map<string, PixelRequest | null>();
  const views = new Map<string, View>();
  let isQueued = false;
  let isRoomQueued = false;

  /** What is cleared while it is written does not come back where that fails. */
  function uncleared(some: Iterable<readonly [string, PixelRequest | null]>) {
    const left = [...some].filter(([, one]) => one === null || !parts.isCleared(one.startedAt));
    return new Map(left);
  }

  /** Requests would else be of the page before. */
  async function writeViews(): Promise<void> {
    for (const [id, view] of views) {
      const pageView = { ...view, verificationId: verificationId() };
      // A new verification views the page by itself.
      if (!(await store.addPageView(pageView))) return beginAnew();
      views.delete(id);
      notify({ kind: 'page-viewed', verificationId: verificationId(), pageView });
    }
  }

  async function write(): Promise<void> {
    isQueued = false;
    await writeViews();
    const batch = requests;
    requests = new Map();
    if (batch.size === 0) return;
    const changed = [...batch.values()].flatMap((request) => request ?? []);
    const gone = [...batch].flatMap(([key, request]) => (request === null ? key : []));
    try {
      // What comes now is of a new one.
      while (!(await store.changeRequests(verificationId(), { changed, gone }))) await beginAnew();
    } catch (error) {
      requests = uncleared([...batch, ...requests]);
      throw error;
    }
    const id = verificationId();
    notify({ kind: 'requests-changed', verificationId: id, requests: [...changed] });
    if (await room.wrote(id, { changed, gone }, parts.now)) {
      notify({ kind: 'full', verificationId: id });
    }
    await room.tell(id);
  }

  const tellRoom = () => room.tell(verificationId());

  return {
    /** Takes requests, new or changed: they are written as soon as may be. */
    take({ changed, gone }: JoinChange): void {
      if (changed.length + gone.length === 0) return;
      for (const key of gone) requests.set(key, null);
      for (const request of changed) requests.set(request.key, request);
      if (isQueued) return;
      isQueued = true;
      void queue(write);
    },
    /** Takes a page view, new or changed, and writes it, with what waits. */
    async view(view: View): Promise<void> {
      views.set(view.id, view);
      await writeViews();
    },
    /** Writes what waits. */
    write,
    /** The same, and how many more there were. */
    async writeAll(): Promise<void> {
      await write();
      await tellRoom();
    },
    /** How many more there were is kept, soon. */
    tellRoomSoon(): void {
      if (isRoomQueued || !room.isUntold()) return;
      isRoomQueued = true;
      parts.later(TELL_ROOM_MS, () => {
        isRoomQueued = false;
        void queue(tellRoom);
      });
    },
    /** What is cleared by now is not written. */
    clear(): void {
      requests = uncleared(requests);
    },
    /** What is viewed is of another verification from now on. */
    forgetViews(): void {
      views.clear();
    },
  };
}
