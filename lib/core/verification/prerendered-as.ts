import { z } from '../base/schema';
import type { CheckedRequest } from './checked-request';

/** What became of a page that was loaded ahead. */
export const PrerenderedAsSchema = z.enum(['shown', 'never shown']);
export type PrerenderedAs = z.infer<typeof PrerenderedAsSchema>;

/** What became of the page of a request that was sent before its page was shown; `null` for any other request. */
export function prerenderedAs({ request, isNeverShown }: CheckedRequest): PrerenderedAs | null {
  if (request.prerendered === undefined) return null;
  return isNeverShown === true ? 'never shown' : 'shown';
}
