import { z } from './schema';

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

/** The API's production address (API semantics). */
export const PRODUCTION_API = 'https://api.appnexus.com';

/**
 * The address to call, tidied, or `null` where it may not be used: only https, or this very
 * computer for tests; no path, query, or credentials.
 */
export function readBaseUrl(text: string): string | null {
  const match = /^(https?):\/\/([a-z0-9.-]+|\[::1\])(:\d{1,5})?\/*$/i.exec(text.trim());
  if (!match) return null;
  const [, scheme = '', host = '', port = ''] = match;
  const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i.test(host);
  if (scheme.toLowerCase() === 'http' && !loopback) return null;
  return `${scheme}://${host}${port}`.toLowerCase();
}
