import type { PixelRequest } from './pixel-request';

/**
 * The requests that are a later hop of a redirect, by key. Each hop is an entry of its own and no
 * id joins them, so they are joined by the address the hop before names (peers' study, 6a).
 */
export function findRedirectHops(sorted: readonly PixelRequest[]): ReadonlySet<string> {
  const hops = new Set<string>();
  const awaited = new Map<string, number>();
  for (const request of sorted) {
    const { raw } = request.url;
    // Most recordings have no redirect, and to look up a long text costs.
    const count = awaited.size > 0 ? (awaited.get(raw) ?? 0) : 0;
    if (count > 0) {
      hops.add(request.key);
      awaited.set(raw, count - 1);
    }
    const target = targetOf(request);
    if (target !== null) awaited.set(target, (awaited.get(target) ?? 0) + 1);
  }
  return hops;
}

// `Location` may leave out the scheme or the host (RFC 9110, 10.2.2).
function targetOf({ redirectUrl, url }: PixelRequest): string | null {
  if (redirectUrl === null) return null;
  if (redirectUrl.startsWith('//')) return `${url.scheme}:${redirectUrl}`;
  if (!redirectUrl.startsWith('/')) return redirectUrl;
  const origin = /^[^/]*\/\/[^/?#]*/.exec(url.raw)?.[0] ?? '';
  return origin + redirectUrl;
}
