import type { Values } from '../../base/finding';
import type { Outcome, PixelRequest } from '../../recording/pixel-request';

/** The values of a remark on how a request ended; `null` where it ended otherwise. */
export function endedAs(request: PixelRequest, outcome: Outcome): Values | null {
  if (request.outcome !== outcome) return null;
  return { cause: outcome, error: request.error ?? '', cache: request.fromCache ?? '' };
}
