import { decodeText, readPixelUrl } from '@/lib/core/pixel/pixel-url';

/** What is answered to a request, in place of the service. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

// No answer of the service was ever recorded; these are what `t` and `redir` of its documentation ask for.
const UNCACHED = { 'Cache-Control': 'no-store, no-cache, private', Pragma: 'no-cache' };
/** The smallest transparent image, 1 by 1. */
const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** Answers a pixel as the documented service would: an image, a script, or a redirect; all else is not found. */
export function answerTo(address: string): Answer {
  const url = readPixelUrl(address);
  if (!url) return { status: 404, headers: UNCACHED, body: '' };
  const target = url.redir === null ? null : targetOf(url.redir);
  if (target !== null) return { status: 302, headers: { ...UNCACHED, Location: target }, body: '' };
  return url.t === '1'
    ? { status: 200, headers: { ...UNCACHED, 'Content-Type': 'application/javascript' }, body: '' }
    : { status: 200, headers: { ...UNCACHED, 'Content-Type': 'image/gif' }, body: GIF };
}

// It is documented unencoded; an encoded one is decoded once.
function targetOf(redir: string): string | null {
  const target = /^https?:\/\//i.test(redir) ? redir : decodeText(redir);
  return URL.canParse(target) && /^https?:\/\//i.test(target) ? new URL(target).href : null;
}
