import { readPixelUrl } from '../pixel/pixel-url';
import type { PixelRequest } from './pixel-request';
import { redirectTarget } from './redirect-target';

/**
 * Tells which requests are a later hop of a redirect. Each hop is an entry of its own and no id joins them,
 * so they are joined by the address the hop before names (peers' study, 6a). A redirect to another tracker
 * is an impression of that tracker, and no hop. Requests are taken in the order of time, and may be taken
 * back, the last one first.
 */
export function createRedirects() {
  const awaited = new Map<string, number>();
  const add = (url: string, by: number) => {
    const count = (awaited.get(url) ?? 0) + by;
    if (count === 0) awaited.delete(url);
    else awaited.set(url, count);
  };
  return {
    /** Takes a request, and says whether it is a later hop. */
    push(request: PixelRequest): boolean {
      const { raw } = request.url;
      // Most recordings have no redirect, and to look up a long text costs.
      const isHop = awaited.size > 0 && awaited.has(raw);
      if (isHop) add(raw, -1);
      const next = hopOf(request);
      if (next !== null) add(next, 1);
      return isHop;
    },
    /** Takes the last request back. */
    pop(request: PixelRequest, isHop: boolean): void {
      const next = hopOf(request);
      if (next !== null) add(next, -1);
      if (isHop) add(request.url.raw, 1);
    },
  };
}

function hopOf(request: PixelRequest): string | null {
  const target = redirectTarget(request);
  if (target === null || readPixelUrl(target)?.id !== request.url.id) return null;
  return target;
}
