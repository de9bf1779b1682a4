import { leastOf } from '../../core/base/long-lists';
import { createJoining } from '../../core/recording/join-observations';
import type { Observation } from '../../core/recording/observation';
import {
  beforeHeard,
  isOtherView,
  type PageView,
  withoutFragment,
} from '../../core/recording/page-views';
import type { RecorderMessage } from '../../core/recording/recorder-message';
import { newestOf, type Look, type RequestSource } from '../../core/recording/source';
import { expectedBy, type takenOver } from '../../core/verification/repeat';
import type { Verification } from '../../core/verification/verification';
import { boundedUrl, withBoundedUrl } from './bounded-url';
import { type CurrentPage, pageIn } from './current-page';
import { createLookout } from './lookout';
import { createWrites, type KeptIn } from './recorder-writes';
import { createRoom, type RoomParts } from './room';
import { type View, watchViews } from './watch-views';

/** What was recorded in the tab before, and whether it is to be gone on with. */
export interface Earlier {
  readonly verification: Verification;
  /** The same person's, so that what comes now may stand beside it. */
  readonly isOwn: boolean;
  readonly pageView: PageView | null;
  /** When it is last known to have recorded, in milliseconds since 1970. */
  readonly lastAt: number;
}

type TakenOver = ReturnType<typeof takenOver>;

export interface RecorderParts {
  /** Everything that tells of the tab's requests. */
  readonly sources: readonly RequestSource[];
  readonly page: {
    onNavigated(listener: (url: string) => void): void;
    /** The page in the tab; `null` where it cannot be told. */
    current(): Promise<CurrentPage | null>;
  };
  readonly store: KeptIn & {
    earlierOfTab(tabId: number): Promise<Earlier | null>;
    /** What a recording takes over that does another again; `null` where that is gone. */
    takeOver(verificationId: string): Promise<TakenOver | null>;
    /** Keeps a new verification, or one that goes on. */
    putVerification(verification: Verification): Promise<void>;
  };
  /** How large it may become; absent where nobody keeps what is recorded. */
  readonly room?: RoomParts;
  readonly tabId: number;
  /** Names the run of the browser: a tab's id means nothing in another. `null` where it cannot be told. */
  readonly browserRun: () => Promise<string | null>;
  /** The sources tell all by themselves, and are heard while nobody records, too: they are not asked, and nothing was missed. */
  readonly hearsAll?: boolean;
  /** Whether pages at this address are recorded, too, while this recorder is not there; absent where none are. */
  readonly isHeardWithout?: (url: string) => Promise<boolean>;
  /** The browser may say nothing of what the first page fires that is loaded after recording began. */
  readonly mayMissFirstPage: boolean;
  readonly now: () => number;
  readonly later: (milliseconds: number, step: () => void) => void;
  readonly newId: () => string;
  readonly notify: (message: RecorderMessage) => void;
}

/**
 * A source may know of a request that gave no sign, and forget it when the page is left: it is asked as often as
 * its answers are cheap. They may take these shares of the time: 1/25 while the page is at work, 1/60 at rest.
 */
const WORK_SHARE = 25;
const REST_SHARE = 60;
const LOOKS = 5;
/** As often as that at most, in milliseconds. */
const LEAST_PAUSE_MS = 150;
/** The page is at work for so long after its last sign, in milliseconds. */
const AT_WORK_MS = 2000;
/** A tab is likely to be the same piece of work for so long: expected trackers are carried over, and a recording goes on. */
const CARRY_OVER_MS = 24 * 60 * 60 * 1000;
/** Whoever recorded a tab before still hears how requests end for so long, in milliseconds. */
const ENDS_HEARD_MS = 11_000;

/**
 * Records the pixel requests of one tab from now on. Listeners are added before anything is
 * awaited. Whatever the sources tell is joined, and what changed is kept and told; the sources are asked
 * at each navigation, again and again, and when a person asks.
 */
export function recordPixels(parts: RecorderParts) {
  const { sources, store, notify } = parts;
  let verificationId = parts.newId();
  let startedAt = parts.now();
  const joining = createJoining();
  const room = createRoom(parts.room);
  let clearedAt = -Infinity;
  let stoppedAt = Infinity;
  const writes = createWrites({
    ...parts,
    room,
    verificationId: () => verificationId,
    isCleared: (at) => at < clearedAt,
    beginAnew: () => beginAnew(),
    queue,
  });
  async function currentPage(): Promise<CurrentPage | null> {
    const page = pageIn(await parts.page.current());
    return page && withBoundedUrl(page);
  }
  const views = watchViews({
    current: currentPage,
    keep: keepView,
    now: parts.now,
    newId: parts.newId,
  });

  /** What the last looks took, in milliseconds; the least of them is without what other programs took. */
  let took: readonly number[] = [0];
  const lookOut = () =>
    createLookout({
      now: parts.now,
      later: parts.later,
      pause: (isAtWork) =>
        Math.max(LEAST_PAUSE_MS, leastOf(took) * (isAtWork ? WORK_SHARE : REST_SHARE)),
      atWorkFor: AT_WORK_MS,
      act: () => queue(async () => views.logged((await look()).newestPage)),
    });
  const activity = parts.hearsAll ? () => {} : lookOut();

  for (const source of sources) {
    source.onObserved((observations) => {
      activity();
      take(observations);
    });
  }
  /** A page was loaded since DevTools opened: another is not the first. */
  let hasLoaded = false;
  parts.page.onNavigated((url) => {
    hasLoaded = true;
    activity();
    const heard = views.hear(boundedUrl(url));
    void queue(async () => views.navigated(heard, (await look()).newestPage));
  });

  // One thing at a time: while a batch is being written, the next one gathers.
  let work: Promise<void> = Promise.resolve();
  function queue(step: () => Promise<void>): Promise<void> {
    work = work.then(step).catch((error: unknown) => {
      notify({ kind: 'write-failed', verificationId, detail: detailOf(error) });
    });
    return work;
  }

  function take(observations: readonly Observation[]): void {
    const change = joining.observe(
      room.within(
        observations.filter((one) => one.startedAt >= clearedAt && one.startedAt <= stoppedAt),
      ),
    );
    writes.tellRoomSoon();
    writes.take(change);
  }

  async function look(): Promise<Look> {
    const before = parts.now();
    const looks = await Promise.all(sources.map((source) => source.look()));
    const all = together(looks);
    take(all.observations);
    views.told(all.documents ?? []);
    took = [...took, parts.now() - before].slice(-LOOKS);
    return all;
  }

  async function keepView(view: View): Promise<void> {
    if (view.startedAt > stoppedAt) return;
    await writes.view(view);
  }

  async function begin(mayGoOn: boolean, again: TakenOver | null = null): Promise<void> {
    const [before, log, page, browserRun] = await Promise.all([
      store.earlierOfTab(parts.tabId),
      Promise.all(sources.map((source) => source.look())).then(together),
      currentPage(),
      parts.browserRun(),
    ]);
    const isRecent = before !== null && startedAt - before.lastAt < CARRY_OVER_MS;
    const isSameTab = browserRun !== null && before?.verification.browserRun === browserRun;
    // What tells by itself may be gone and there again at any moment; whoever opens DevTools begins something.
    const hasRoom = parts.hearsAll || before?.verification.notKept === undefined;
    if (mayGoOn && isRecent && isSameTab && before.isOwn && !isStopped(before) && hasRoom)
      await goOnWith(before, page);
    else {
      await store.putVerification({
        id: verificationId,
        tabId: parts.tabId,
        startedAt,
        ...(again ?? (isRecent ? expectedBy(before.verification) : { expectedIds: [] })),
        openedAfterLoad: page !== null && !(mayGoOn && log.urls.has(withoutFragment(page.url))),
        clearedAt: null,
        ...(parts.mayMissFirstPage && !(again && hasLoaded) && { mayMissFirstPage: true }),
        ...(browserRun !== null && { browserRun }),
        ...(parts.hearsAll && { isHeardWithout: true }),
      });
    }
    notify({ kind: 'started', verificationId, tabId: parts.tabId });
    take(log.observations);
    if (page === null) return;
    await views.found(page, log.newestPage?.startedAt ?? null, before?.lastAt ?? -Infinity);
  }

  /** DevTools was closed and is there again: what was recorded in the tab is added to. */
  async function goOnWith(
    { verification, pageView, lastAt }: Earlier,
    page: CurrentPage | null,
  ): Promise<void> {
    verificationId = verification.id;
    views.goOnWith(pageView);
    await room.goOn(verification.id, verification.notKept, startedAt);
    const { repeats, startedAt: began } = verification;
    clearedAt = Math.max(verification.clearedAt ?? -Infinity, repeats ? began : -Infinity);
    const gap = { from: Math.min(lastAt, startedAt), to: startedAt };
    // Another page than was viewed last came where nobody recorded.
    const isThere =
      page !== null &&
      pageView !== null &&
      beforeHeard(page.loadedAt) <= lastAt &&
      !isOtherView(pageView.url, page.url) &&
      verification.isHeardWithout === true;
    const isHeard = parts.hearsAll || (isThere && (await parts.isHeardWithout?.(page.url)));
    const gaps = [...(verification.gaps ?? []), ...(isHeard ? [] : [gap])];
    const goesOn = { ...verification, ...(gaps.length > 0 && { gaps }) };
    await store.putVerification({
      ...goesOn,
      ...(parts.hearsAll && { goesOnAt: lastAt, isHeardWithout: true }),
    });
    if (!isHeard || parts.hearsAll) return;
    parts.later(ENDS_HEARD_MS, () => {
      void queue(async () => {
        if (verificationId !== verification.id) return;
        await store.putVerification({ ...goesOn, goesOnAt: gap.to });
      });
    });
  }

  /** `isApart`: what began before is of the run, or the person, before, also where it could not be written. */
  async function beginAnew(
    again: TakenOver | null = null,
    isApart = again !== null,
  ): Promise<void> {
    verificationId = parts.newId();
    startedAt = parts.now();
    stoppedAt = Infinity;
    room.begin();
    writes.forgetViews();
    if (isApart) {
      clearedAt = startedAt;
      writes.clear();
    }
    views.beginAt(startedAt);
    await begin(false, again);
  }
  const started = queue(() => begin(true));

  return {
    /** Of what is recorded now. */
    get verificationId() {
      return verificationId;
    },
    started,
    /** Ends once all that was heard is kept, and told. */
    kept: () => queue(writes.writeAll),
    /** Goes on under a new verification at once, where this one was deleted and it is the one recorded. */
    async deleted(id: string): Promise<void> {
      await queue(async () => {
        if (id === verificationId) await beginAnew();
      });
    },
    /** Goes on in a verification of its own: another person is there now, or nobody. */
    async renew(): Promise<void> {
      await queue(writes.write);
      await queue(() => beginAnew(null, true));
    },
    /** Records nothing that begins after this moment; what began before may still be answered. */
    stop(at: number): void {
      stoppedAt = at;
    },
    /** Goes on in a verification that does this one again; in a plain one where it is gone. Where that fails, whoever shows this one is told. */
    async repeat(id: string): Promise<void> {
      await queue(writes.write);
      await queue(async () => {
        try {
          await beginAnew(await store.takeOver(id));
        } catch (error) {
          notify({ kind: 'write-failed', verificationId: id, detail: detailOf(error) });
        }
      });
    },
    /** Asks the sources now, and says when everything seen is kept. */
    async checkAgain(): Promise<void> {
      await queue(async () => void (await look()));
      await queue(writes.writeAll);
      notify({ kind: 'checked', verificationId });
    },
    /** Forgets what is still waiting and ignores whatever began before this moment. */
    clear(at: number): void {
      clearedAt = at;
      joining.forget(at);
      room.begin();
      writes.clear();
    },
  };
}

function detailOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isStopped({ verification }: Earlier): boolean {
  return verification.stoppedAt !== undefined;
}

function together(looks: readonly Look[]): Look {
  return {
    observations: looks.flatMap(({ observations }) => observations),
    newestPage: newestOf(
      looks.flatMap(({ newestPage }) => (newestPage ? withBoundedUrl(newestPage) : [])),
    ),
    urls: new Set(looks.flatMap(({ urls }) => [...urls].map(boundedUrl))),
    documents: looks.flatMap(({ documents }) => (documents ?? []).map(withBoundedUrl)),
  };
}
