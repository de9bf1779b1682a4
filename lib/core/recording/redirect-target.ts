import type { PixelRequest } from './pixel-request';

/** Where an answer sent its request; `null` where it is no redirect. */
export function redirectTarget({
  redirectUrl,
  url,
}: Pick<PixelRequest, 'redirectUrl' | 'url'>): string | null {
  return redirectUrl === null ? null : locationFrom(url.raw, redirectUrl);
}

/**
 * Where an answer's `Location` leads from an address: it may leave out the scheme, the host or the path (RFC 9110,
 * 10.2.2). A scheme that was encoded leads nowhere, and stands as it is, as does what leads up in folders.
 */
export function locationFrom(url: string, location: string): string {
  if (/^(?:[a-z][a-z0-9+.-]*(?::|%)|\.\.\/)/i.test(location)) return location;
  const [all = '', scheme = '', host = ''] = /^([^/]*)(\/\/[^/?#]*)[^?#]*/.exec(url) ?? [];
  if (location.startsWith('//')) return scheme + location;
  if (location.startsWith('/')) return scheme + host + location;
  const base = location.startsWith('?') ? all : all.slice(0, all.lastIndexOf('/') + 1);
  return base + location.replace(/^(?:\.\/)+/, '');
}

/**
 * An address as a browser asks for it: a `Location` may have capitals in its host, the port that goes without saying,
 * a part behind `#`, and signs that a URL has only escaped (WHATWG URL, query of a special scheme).
 */
export function asAsked(address: string): string {
  const [bare = ''] = address.split('#');
  const [origin = ''] = /^https?:\/\/[^/?]*/i.exec(bare) ?? [];
  const rest = bare.slice(origin.length).replace(/[\uD800-\uDFFF]/gu, '\uFFFD');
  return plainOrigin(origin) + rest.replace(/[^!-~]|["'<>]/gu, escaped);
}

/** Scheme and host in small letters, without the port that goes without saying. */
export function plainOrigin(origin: string): string {
  return origin.toLowerCase().replace(/^(https:.*):443$|^(http:.*):80$/, '$1$2');
}

function escaped(char: string): string {
  return char === "'" ? '%27' : encodeURIComponent(char);
}

/** The service's own detour, which gives a browser without its cookie one before it counts. */
export function isBounce(url: string): boolean {
  return /^https?:\/\/[^/?#]*\/bounce\?/i.test(url);
}
