import type { ErrorCode } from '../base/errors';

// Whatever else went wrong, the service has said no.
const OPEN: ReadonlySet<ErrorCode> = new Set([
  'network',
  'bad-answer',
  'service-down',
  'cancelled',
  'unexpected',
]);

/** Whether the service may have done what it was asked, although this came of it. */
export function mayBeDone(code: ErrorCode): boolean {
  return OPEN.has(code);
}
