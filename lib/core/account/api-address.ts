import { hostOfAddress } from '../base/host-of-address';
import { hostMatches } from '../base/host-pattern';
import { isLoopback, PRODUCTION_API, readBaseUrl } from './session';

/** Why an address of the API may not be used at all. Each is the code of an error, too. */
export type AddressProblem = 'bad-address' | 'address-letters' | 'address-of-console';

/** What a person should know of an address before a password goes there. */
export type AddressWarning = 'look-alike' | 'encoded-letters';

/** What is to be thought of an address, by itself and among the consoles that are known. */
export type AddressJudgement =
  | { readonly kind: 'production'; readonly baseUrl: string }
  | {
      /** To be confirmed by the person in each sign-in, wherever it comes from. */
      readonly kind: 'other';
      readonly baseUrl: string;
      readonly host: string;
      readonly warning: AddressWarning | null;
    }
  | { readonly kind: 'refused'; readonly problem: AddressProblem };

// The hosts that are documented (api.md 1.7). No setting can make consoles of them.
const API_HOSTS: readonly string[] = ['api.appnexus.com', 'api-test.appnexus.com'];
const OWN_DOMAIN = 'appnexus.com';

/**
 * Judges an address for the API. `consoles` are match patterns of ad servers' consoles: no password
 * and no token ever goes to one of them.
 */
export function judgeAddress(text: string, consoles: readonly string[]): AddressJudgement {
  const baseUrl = readBaseUrl(text);
  const host = baseUrl === null ? null : hostOfAddress(baseUrl);
  if (baseUrl === null || host === null) {
    return { kind: 'refused', problem: isForeign(text) ? 'address-letters' : 'bad-address' };
  }
  if (baseUrl === PRODUCTION_API) return { kind: 'production', baseUrl };
  if (!API_HOSTS.includes(host) && consoles.some((pattern) => hostMatches(pattern, host))) {
    return { kind: 'refused', problem: 'address-of-console' };
  }
  return { kind: 'other', baseUrl, host, warning: warningOf(host) };
}

function isForeign(text: string): boolean {
  return /[^\p{ASCII}]/u.test(text.trim());
}

function warningOf(host: string): AddressWarning | null {
  if (isLoopback(host) || host === OWN_DOMAIN || host.endsWith(`.${OWN_DOMAIN}`)) return null;
  if (host.split('.').some((label) => label.startsWith('xn--'))) return 'encoded-letters';
  return looksLikeOurs(host) ? 'look-alike' : null;
}

// The service's names, past and present: none of them belongs into anybody else's host.
const NAMES = ['appnexus', 'adnxs', 'xandr'];
const MISREAD: readonly (readonly [RegExp, string])[] = [
  [/0/g, 'o'],
  [/5/g, 's'],
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/[.-]/g, ''],
];

function looksLikeOurs(host: string): boolean {
  const read = MISREAD.reduce((text, [from, to]) => text.replace(from, to), host);
  if (NAMES.some((name) => read.includes(name))) return true;
  const labels = host.split(/[.-]/);
  return labels.some((label) => isNear(label, 'appnexus')) || isNear(host, 'api.appnexus.com');
}

/** Whether two words are at most two letters apart: one left out, put in, changed or swapped. */
function isNear(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 2) return false;
  let before = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...one].entries()) {
    const now = [row + 1];
    for (const [column, wanted] of [...other].entries()) {
      const changed = (before[column] ?? 0) + (letter === wanted ? 0 : 1);
      now.push(Math.min(changed, (before[column + 1] ?? 0) + 1, (now[column] ?? 0) + 1));
    }
    before = now;
  }
  return (before[other.length] ?? 3) <= 2;
}
