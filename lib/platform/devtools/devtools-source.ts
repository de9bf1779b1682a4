import { alikeName, readHarLog } from '../../core/recording/har-log';
import { readBounce, withBounce } from '../../core/recording/bounce';
import { isToldAgain, readHarEntry, type ToldByEntry } from '../../core/recording/har-entry';
import { aheadIn, documentsIn } from '../../core/recording/har-frames';
import { identityOf, type Observation } from '../../core/recording/observation';
import { isBounce, redirectTarget } from '../../core/recording/redirect-target';
import type { LoadedPage, Look, RequestSource } from '../../core/recording/source';
import { createFrameDoubts } from './frame-doubts';

/** The network log of one tab, as DevTools gives it; answers are `unknown` until read. */
export interface NetworkLog {
  onRequestFinished(listener: (entry: unknown) => void): void;
  getHar(): Promise<unknown>;
}

/**
 * DevTools as a source of requests: its event, and its log. The event alone misses fetches whose body
 * nobody reads and prerendered pages; the log forgets when the page is left (peers' study, 6a and 7).
 */
export function createDevtoolsSource(network: NetworkLog, tabId: number | null): RequestSource {
  const countOf = countTold();
  const doubts = createDoubts();
  const detours = createDetours();
  const documents = watchDocuments();
  async function look(): Promise<Look> {
    const before = doubts.open();
    const log = readHarLog(await network.getHar(), tabId);
    const observations = doubts.lookAgain(log.observations, before);
    return { ...log, observations, documents: documents.lately() };
  }
  return {
    onObserved(listener) {
      // Where the log cannot be read, the next look says so.
      const lookNow = () =>
        look().then(
          ({ observations }) => listener(observations),
          () => {},
        );
      const frames = createFrameDoubts(lookNow);
      network.onRequestFinished((entry) => {
        if (documents.isOfNewPage(entry)) void lookNow();
        const told = readHarEntry(entry);
        if (!told) return listener(detours.arrived(entry));
        const requestId = String(countOf(told));
        const one: Observation = { ...told, source: 'devtools-event', tabId, requestId };
        detours.left(one);
        listener([doubts.hear(one)]);
        frames.heard(entry, told);
      });
    },
    look,
  };
}

/** So many documents may be left before the events of their pages are looked at. */
const DOCUMENTS = 50;

/** The documents of pages, as they are heard of. What a page was loaded ahead for is told by the log alone. */
function watchDocuments() {
  let last: string | undefined;
  let heard: readonly LoadedPage[] = [];
  return {
    /**
     * Whether an entry is the document of a page that was not heard of before: what it asks for at once may be gone with
     * it before the log is looked at by the clock.
     */
    isOfNewPage(entry: unknown): boolean {
      const [document] = documentsIn([entry]);
      if (document?.pageref === undefined || document.pageref === last) return false;
      last = document.pageref;
      const { url, startedAt } = document;
      const isAhead = aheadIn([entry]).has(url);
      if (!isAhead && Number.isFinite(startedAt)) {
        heard = [...heard, { url, startedAt }].slice(-DOCUMENTS);
      }
      return true;
    },
    lately: () => heard,
  };
}

/** The service's detours that are under way: each is told of when it ends, and a request with it once more. */
function createDetours() {
  const underWay = new Map<string, Observation>();
  return {
    left(told: Observation): void {
      const target = redirectTarget(told);
      if (target !== null && isBounce(target)) underWay.set(target, told);
    },
    arrived(entry: unknown): readonly Observation[] {
      const bounce = readBounce(entry);
      const told = bounce && underWay.get(bounce.url);
      if (!bounce || !told) return [];
      underWay.delete(bounce.url);
      return [withBounce(told, new Map([[bounce.url, bounce.failure]]))];
    },
  };
}

/**
 * Firefox now and then says of a request that it had no answer when the answer is only not there yet: what it
 * says so for the first time is as good as open, until it is looked at again (peers' study, 6f and 7).
 */
function createDoubts() {
  const open = new Map<string, Observation>();
  const believed = new Set<string>();
  function hear(told: Observation): Observation {
    const name = identityOf(told);
    if (told.outcome !== 'unknown' || believed.has(name)) return told;
    open.set(name, told);
    return { ...told, outcome: 'pending' };
  }
  return {
    /** What was told, and is in doubt where it says so for the first time. */
    hear,
    /** What is in doubt before a look. */
    open: (): readonly (readonly [string, Observation])[] => [...open],
    /** What the log tells, and with it what was in doubt and was not told otherwise by the log. */
    lookAgain(
      log: readonly Observation[],
      before: readonly (readonly [string, Observation])[],
    ): readonly Observation[] {
      for (const [name] of before) {
        open.delete(name);
        believed.add(name);
      }
      return [...before.map(([, one]) => one), ...log.map(hear)];
    },
  };
}

// The event tells of each request; should it tell of one twice, it says the very same again.
function countTold(): (told: ToldByEntry) => number {
  const known = new Map<string, string[]>();
  const latest = new Map<string, ToldByEntry>();
  return (told) => {
    const name = alikeName(told);
    const looks = known.get(name) ?? [];
    const before = latest.get(name);
    latest.set(name, told);
    if (before && isToldAgain(before, told)) return looks.length;
    const look = `${told.loader} ${told.status} ${told.duration}`;
    const at = looks.indexOf(look);
    if (at >= 0) return at + 1;
    known.set(name, [...looks, look]);
    return looks.length + 1;
  };
}
