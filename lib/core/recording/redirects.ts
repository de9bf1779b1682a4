import { readPixelUrl } from '../pixel/pixel-url';
import type { PixelRequest } from './pixel-request';
import { asAsked, redirectTarget } from './redirect-target';

/**
 * Tells which requests are a later hop of a redirect. Each hop is an entry of its own and no id joins them,
 * so they are joined by the address the hop before names (peers' study, 6a). A redirect to another tracker
 * is an impression of that tracker, and no hop. Requests are taken in the order of time, and may be taken
 * back, the last one first.
 */
export function createRedirects() {
  // The hops that led to an address and were not followed yet, each with how many went before it.
  const awaited = new Map<string, number[]>();
  const put = (url: string, hop: number) => {
    const hops = awaited.get(url);
    if (hops) hops.push(hop);
    else awaited.set(url, [hop]);
  };
  const take = (url: string): number => {
    const hops = awaited.get(url);
    const hop = hops?.pop() ?? 0;
    if (hops?.length === 0) awaited.delete(url);
    return hop;
  };
  return {
    /** Takes a request, and says the how-manieth hop it is; 0 where none led to it. */
    push(request: PixelRequest): number {
      const { raw } = request.url;
      // Most recordings have no redirect, and to look up a long text costs.
      const hop = awaited.size > 0 ? take(raw) : 0;
      const next = hopOf(request);
      if (next !== null) put(next, hop + 1);
      return hop;
    },
    /** Takes the last request back. */
    pop(request: PixelRequest, hop: number): void {
      const next = hopOf(request);
      if (next !== null) take(next);
      if (hop > 0) put(request.url.raw, hop);
    },
  };
}

function hopOf(request: PixelRequest): string | null {
  // To an address of its own making the browser leads without a server having seen anything.
  const target = redirectTarget(request);
  if (target === null || request.upgradedBy !== undefined) return null;
  // What the browser did not follow leads to nothing that comes later.
  if (request.error !== null || readPixelUrl(target)?.id !== request.url.id) return null;
  return asAsked(target);
}
