import { alikeName, readHarLog } from '../../core/recording/har-log';
import { readHarEntry, type ToldByEntry } from '../../core/recording/har-entry';
import { identityOf, type Observation } from '../../core/recording/observation';
import type { Look, RequestSource } from '../../core/recording/source';

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
  let open: readonly Observation[] = [];
  return {
    onObserved(listener) {
      network.onRequestFinished((entry) => {
        const told = readHarEntry(entry);
        const requestId = told ? String(countOf(told)) : '';
        listener(told ? [{ ...told, source: 'devtools-event', tabId, requestId }] : []);
      });
    },
    async look() {
      const log = readHarLog(await network.getHar(), 'har-log', tabId);
      const listed = new Set(log.observations.map(identityOf));
      const missing = open.filter((one) => !listed.has(identityOf(one)));
      const left = missing.filter((one) => isLeft(one, log));
      open = [
        ...missing.filter((one) => !left.includes(one)),
        ...log.observations.filter(({ outcome }) => outcome === 'pending'),
      ];
      return { ...log, observations: [...log.observations, ...left.map(givenUp)] };
    },
  };
}

function isLeft({ startedAt }: Observation, { newestPageStart }: Look): boolean {
  return newestPageStart !== null && newestPageStart > startedAt;
}

/** What was under way when its page was left has no other end; should there be one, the event tells. */
function givenUp(observation: Observation): Observation {
  return { ...observation, outcome: 'aborted' };
}

// The event tells of each request; should it tell of one twice, it says the very same again.
function countTold(): (told: ToldByEntry) => number {
  const known = new Map<string, string[]>();
  return (told) => {
    const name = alikeName(told);
    const looks = known.get(name) ?? [];
    const look = `${told.loader} ${told.status} ${told.duration}`;
    const at = looks.indexOf(look);
    if (at >= 0) return at + 1;
    known.set(name, [...looks, look]);
    return looks.length + 1;
  };
}
