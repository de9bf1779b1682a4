import { z } from '../base/schema';

/** Who is signed in, without the token: what views and content scripts may know. */
export const SessionInfoSchema = z.object({
  baseUrl: z.string(),
  userId: z.number(),
  username: z.string(),
  readOnly: z.boolean(),
  memberId: z.number(),
  memberName: z.string(),
  trackersEnabled: z.boolean(),
});
export type SessionInfo = z.infer<typeof SessionInfoSchema>;

/** One person's sign-in to one member at one API address: what a stored row of theirs is marked with. */
export function accountOf({ baseUrl, memberId, userId }: SessionInfo): string {
  return `${baseUrl} ${memberId} ${userId}`;
}

/** The same of a person of whom only the name is known, from before rows said whose they are. */
export function formerAccountOf({ baseUrl, username }: LastUser): string {
  return `${baseUrl} ? ${username}`;
}

/** Who was signed in last, as a sign-in offers it again. */
export interface LastUser {
  readonly baseUrl: string;
  readonly username: string;
}

/** The API's production address (API semantics). */
export const PRODUCTION_API = 'https://api.appnexus.com';

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const IPV4 = /^(?:(?:0|[1-9]\d{0,2})(?:\.|$)){4}$/;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * The address to call, tidied, or `null` where it may not be used: only https, or this very
 * computer for tests; no path, query, or credentials; a host in plain letters.
 */
export function readBaseUrl(text: string): string | null {
  const match = /^(https?):\/\/([a-z0-9.-]+|\[::1\])(:\d{1,5})?\/*$/i.exec(text.trim());
  if (!match) return null;
  const scheme = (match[1] ?? '').toLowerCase();
  // The dot that ends a full name leads to the same host.
  const host = (match[2] ?? '').toLowerCase().replace(/\.$/, '');
  const port = Number((match[3] ?? ':443').slice(1));
  if (!isHost(host) || port === 0 || port > 65_535) return null;
  if (scheme === 'http' && !isLoopback(host)) return null;
  const isUsual = match[3] === undefined || (scheme === 'https' && port === 443);
  return `${scheme}://${host}${isUsual ? '' : `:${port}`}`;
}

/** Whether a host is this very computer. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}

// Browsers take a last part that is a number, however written, for an address in numbers.
function isHost(host: string): boolean {
  if (host === '[::1]') return true;
  const labels = host.split('.');
  if (host.length > 253 || !labels.every((label) => LABEL.test(label))) return false;
  const isNumeric = /^(?:\d+|0x[0-9a-f]*)$/.test(labels.at(-1) ?? '');
  return !isNumeric || (IPV4.test(host) && labels.every((label) => Number(label) <= 255));
}
