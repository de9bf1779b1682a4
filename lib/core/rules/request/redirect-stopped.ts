import { isBounce, redirectTarget } from '../../recording/redirect-target';
import { isLoop } from './redirect-loop';
import type { About, RequestRule } from '../rule';

/** Where the answer leads on, the browser goes there. The detour of the service has a rule of its own. */
export const redirectStopped: RequestRule = {
  kind: 'request',
  code: 'redirect-stopped',
  severity: 'warning',
  look: ({ request }) => {
    const { outcome, status, error } = request;
    if (outcome !== 'answered' || !error || status < 300 || status >= 400) return null;
    const target = redirectTarget(request);
    if (target === null || isBounce(target) || isLoop(request)) return null;
    return { target, error };
  },
  seen: ({ target, error }) =>
    `The answer led on to ${target ?? ''}, and the browser did not go there (${error ?? ''}).`,
  next: 'Ask the publisher to allow that address too in the page’s policy, switch blockers off, and load the page again. On a secure page it has to be an https address.',
};

export const about: About = {
  why: 'The impression of this tracker arrived; whoever counts behind it did not hear of it.',
  bad: 'Status 302 to an address that the page’s policy forbids.',
  good: 'Status 302, and the next address with status 200.',
};
