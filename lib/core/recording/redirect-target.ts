import type { PixelRequest } from './pixel-request';

/** Where an answer sent its request; `null` where it is no redirect. */
export function redirectTarget({
  redirectUrl,
  url,
}: Pick<PixelRequest, 'redirectUrl' | 'url'>): string | null {
  if (redirectUrl === null) return null;
  // `Location` may leave out the scheme or the host (RFC 9110, 10.2.2).
  if (redirectUrl.startsWith('//')) return `${url.scheme}:${redirectUrl}`;
  if (!redirectUrl.startsWith('/')) return redirectUrl;
  const [origin = ''] = /^[^/]*\/\/[^/?#]*/.exec(url.raw) ?? [];
  return origin + redirectUrl;
}

/** The service's own detour, which gives a browser without its cookie one before it counts. */
export function isBounce(url: string): boolean {
  return /^https?:\/\/[^/?#]*\/bounce\?/i.test(url);
}
