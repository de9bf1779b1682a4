import { macrosIn, type Segment } from '../../macro/shapes';
import { isSlip } from '../../base/slip';
import { PIXEL_HOSTS } from '../../pixel/hosts';
import type { PixelAddress } from '../../pixel/read-address';
import type { Edit } from '../../base/finding';
import { rememberLast } from '../../base/remember-last';
import type { AddressContext } from '../rule';
import { put } from './changes';

/** What stands before the parameters. */
export interface Front {
  readonly text: string;
  /** In lower case; `''` where there is none, and where a macro makes it unknown. */
  readonly host: string;
  readonly isOwn: boolean;
  readonly macro: Segment | null;
}

/** Scheme, host and path. */
export const frontOf = rememberLast(readFront);

function readFront({ text: all, address, host }: PixelAddress): Front {
  const text = all.slice(0, address.end);
  const macro = macrosIn(text)[0] ?? null;
  return { text, host: macro ? '' : host, isOwn: !macro && PIXEL_HOSTS.includes(host), macro };
}

/** Whether what stands where the host should is a scheme once more: `https://https://…`. */
export function isScheme(host: string): boolean {
  return /^https?$/.test(host);
}

/**
 * The host of the service that this one is a slip of the keys away from; `null` where it is none. At its own
 * domain there may be hosts that nobody here knows.
 */
export function slipOf(host: string): string | null {
  if (/(?:^|\.)adnxs\.com\.?$|\.$/.test(host)) return null;
  return PIXEL_HOSTS.find((own) => isSlip(host, own)) ?? null;
}

/** Calls the service at this host of its own. */
export function callAt(url: PixelAddress, host: string): Edit {
  return put(url.address, `https://${host}/imptr`);
}

/** Whether code puts the host there when it runs: which one it is cannot be seen from here. */
export function isHostComputed({ url, isFrontComputed }: AddressContext): boolean {
  const { host, text } = frontOf(url);
  return isFrontComputed && (host === '' || text.includes('${'));
}
