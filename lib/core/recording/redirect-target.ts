import type { PixelRequest } from './pixel-request';

/** Where an answer sent its request; `null` where it is no redirect. */
export function redirectTarget({
  redirectUrl,
  url,
}: Pick<PixelRequest, 'redirectUrl' | 'url'>): string | null {
  return redirectUrl === null ? null : locationFrom(url.raw, redirectUrl);
}

/** Where an answer's `Location` leads from an address: it may leave out the scheme or the host (RFC 9110, 10.2.2). */
export function locationFrom(url: string, location: string): string {
  if (!location.startsWith('/')) return location;
  const [origin = '', scheme = ''] = /^([^/]*)\/\/[^/?#]*/.exec(url) ?? [];
  return (location.startsWith('//') ? scheme : origin) + location;
}

/** The service's own detour, which gives a browser without its cookie one before it counts. */
export function isBounce(url: string): boolean {
  return /^https?:\/\/[^/?#]*\/bounce\?/i.test(url);
}
