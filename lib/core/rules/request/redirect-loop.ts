import type { PixelRequest } from '../../recording/pixel-request';
import { asAsked, redirectTarget } from '../../recording/redirect-target';
import { failureOf } from './failed-by';
import type { About, RequestRule } from '../rule';

/** Whether it leads back to itself, or the browser gave up going round. */
export function isLoop(request: PixelRequest): boolean {
  if (request.error !== null && failureOf(request.error) === 'loop') return true;
  const target = redirectTarget(request);
  return target !== null && asAsked(target) === request.url.raw;
}

/** The answer does not lead back to where the request came from. */
export const redirectLoop: RequestRule = {
  kind: 'request',
  code: 'redirect-loop',
  severity: 'error',
  look: ({ request }) => (isLoop(request) ? { target: redirectTarget(request) ?? '' } : null),
  seen: ({ target }) => `The redirect leads in a circle, to ${target || 'where it came from'}.`,
  next: 'Look at redir in the tag and at the redirect that is stored with the tracker: one leads back to the tracker itself.',
};

export const about: About = {
  why: 'The browser gives up after twenty rounds, each of which may count as an impression.',
  bad: 'Status 302 to the very same address.',
  good: 'Status 302 to another address.',
};
