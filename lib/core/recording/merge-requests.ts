import type { PixelRequest } from './pixel-request';

// The two halves of one request start within a few milliseconds of each other; a real second
// request with the same URL within a second would carry another cachebuster.
const TWIN_WINDOW_MS = 1000;

/**
 * Recorded requests without doubles, in the order in which they started. The event and the HAR log
 * tell of the same request under the same key: the one that has ended wins. A request that passed
 * through a service worker is told twice, once by the worker and once by the page; the server saw
 * one, and the page's half is kept because it knows the frame (peers' study, 6a).
 */
export function mergeRequests(
  before: readonly PixelRequest[],
  added: readonly PixelRequest[],
): readonly PixelRequest[] {
  const sorted = [...before, ...added].toSorted((a, b) => a.startedAt - b.startedAt);
  return withoutTwins(withoutDoubles(sorted));
}

// The start is part of the key, so only those of one moment are compared.
function withoutDoubles(sorted: readonly PixelRequest[]): readonly PixelRequest[] {
  const merged: PixelRequest[] = [];
  const places = new Map<string, number>();
  for (const request of sorted) {
    if (merged.at(-1)?.startedAt !== request.startedAt) places.clear();
    const place = places.get(request.key);
    if (place === undefined) places.set(request.key, merged.push(request) - 1);
    else if (merged[place]?.outcome === 'pending') merged[place] = request;
  }
  return merged;
}

function withoutTwins(sorted: readonly PixelRequest[]): readonly PixelRequest[] {
  const halves = groupByUrl(sorted.filter((request) => request.viaServiceWorker));
  if (halves.size === 0) return sorted;
  const candidates = groupByUrl(sorted.filter((request) => !request.viaServiceWorker));
  const twins = new Set<string>();
  for (const [url, group] of halves) {
    // Both lists run by time, so each half takes the first candidate near it that is still free.
    const free = candidates.get(url) ?? [];
    let next = 0;
    for (const half of group) {
      while (isBefore(free[next], half.startedAt - TWIN_WINDOW_MS)) next += 1;
      const twin = free[next];
      if (twin && twin.startedAt <= half.startedAt + TWIN_WINDOW_MS) {
        twins.add(twin.key);
        next += 1;
      }
    }
  }
  return sorted.filter((request) => !twins.has(request.key));
}

function isBefore(request: PixelRequest | undefined, moment: number): boolean {
  return request !== undefined && request.startedAt < moment;
}

function groupByUrl(requests: readonly PixelRequest[]): ReadonlyMap<string, PixelRequest[]> {
  const groups = new Map<string, PixelRequest[]>();
  for (const request of requests) {
    const group = groups.get(request.url.raw);
    if (group) group.push(request);
    else groups.set(request.url.raw, [request]);
  }
  return groups;
}
