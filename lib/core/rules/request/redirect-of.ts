import type { AdServer } from '../../ad-server/ad-server';
import { decodeEscapes } from '../../macro/encode';
import type { PixelRequest } from '../../recording/pixel-request';
import { plainOrigin } from '../../recording/redirect-target';
import { macroLeftIn } from '../address/macro-left';

/** The redirect that an address gives; `null` where there is none, or one that has rules of its own. */
export function redirOf({ url }: PixelRequest, servers: readonly AdServer[]): string | null {
  const redir = url.redir ?? '';
  if (!/^https?(?::\/\/|%)/i.test(redir) || macroLeftIn(redir, servers)) return null;
  return redir;
}

/** The addresses a redirect may mean: as it stands, and decoded once. No server is sent what stands behind `#`. */
export function meantBy(redir: string): readonly string[] {
  const [bare = ''] = redir.split('#');
  const meant = /^https?:\/\//i.test(bare) ? [bare, decodeEscapes(bare)] : [decodeEscapes(bare)];
  return meant.map(comparable);
}

/** An address as two of them are compared: programs on the way write escapes, hosts and blanks in their own way. */
export function comparable(address: string): string {
  const [bare = ''] = address.split('#');
  const decoded = decodeEscapes(bare);
  const [origin = ''] = /^https?:\/\/[^/?]*/i.exec(decoded) ?? [];
  const [path = '', ...query] = decoded.slice(origin.length).split('?');
  const parameters = query.join('?').replaceAll('+', ' ').replace(/&+$/, '');
  const host = plainOrigin(origin).split('.').map(withoutAlphabet).join('.');
  return `${host}${path || '/'}${parameters && '?'}${parameters}`;
}

// `münchen` goes over the wire as `xn--mnchen-3ya`: what both have is `mnchen` (RFC 3492).
function withoutAlphabet(label: string): string {
  const coded = /^(https?:\/\/)?xn--(?:(.*)-)?[^-]*$/.exec(label);
  return coded ? `${coded[1] ?? ''}${coded[2] ?? ''}` : label.replace(/[^!-~]/g, '');
}
