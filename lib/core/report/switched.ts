import type { PassportEvent } from '../verification/passport/event';
import type { CaseFacts } from './cause';

/** When a tracker was switched, as far as is noted in this browser; what its state was set to is noted with it, or not known. */
export function switchesIn(events: readonly PassportEvent[]): CaseFacts['switched'] {
  return events.flatMap((event) => {
    if (event.kind !== 'changed' && event.kind !== 'changed-elsewhere') return [];
    return event.state === undefined ? [] : [{ at: event.at, to: event.state }];
  });
}
