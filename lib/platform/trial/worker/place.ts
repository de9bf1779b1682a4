import { TRIAL_PAGE } from '../../../core/trial/places';
import { absolute } from './loads';

/** `location` as a page with TLS has it; what leads away is told and led nowhere. */
export function createLocation(onLeave: (url: string) => void) {
  const url = new URL(TRIAL_PAGE);
  const leave = (to: unknown) => {
    const next = absolute(to);
    // To a part of the page itself.
    if (next.replace(/#.*$/s, '') !== url.href) onLeave(next);
  };
  const location = {
    protocol: url.protocol,
    host: url.host,
    hostname: url.hostname,
    port: '',
    pathname: url.pathname,
    search: '',
    hash: '',
    origin: url.origin,
    assign: leave,
    replace: leave,
    reload() {},
    toString: () => url.href,
  };
  Object.defineProperty(location, 'href', { get: () => url.href, set: leave });
  return { location, leave };
}
