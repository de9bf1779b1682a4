import { isPixelUrl } from '../../pixel/pixel-url';
import { isBounce, redirectTarget } from '../../recording/redirect-target';
import { isCut } from './redir-cut';
import { comparable, meantBy, redirOf } from './redirect-of';
import type { About, RequestRule } from '../rule';

/** The answer leads to where the tag says. The detour that gives a browser its cookie comes before. */
export const redirElsewhere: RequestRule = {
  kind: 'request',
  code: 'redir-elsewhere',
  severity: 'warning',
  look: ({ request, servers }) => {
    const target = redirectTarget(request);
    if (target === null || isBounce(target) || isPixelUrl(target)) return null;
    const redir = redirOf(request, servers);
    if (redir === null || isCut(redir, target)) return null;
    const isAddress = /^https?:\/\//i.test(target);
    if (isAddress && meantBy(redir).some((meant) => isThere(meant, comparable(target))))
      return null;
    return { redir, target };
  },
  seen: ({ redir, target }) =>
    `The tag gives the redirect ${redir ?? ''}, and the answer leads to ${target ?? ''}.`,
  next: 'Compare the two: a redirect that was encoded twice leads nowhere; a target that is stored in Monetize may stand in for it.',
};

// The service may lead on by https, and with parameters of its own behind those of the target.
function isThere(meant: string, led: string): boolean {
  const wanted = led.startsWith('https:') ? meant.replace(/^http:/, 'https:') : meant;
  return led === wanted || (led.startsWith(wanted) && /^[?&]/.test(led.slice(wanted.length)));
}

export const about: About = {
  why: 'Whoever counts at the address in the tag did not hear of this impression.',
  bad: 'redir=https%253A%252F%252Fpx.example and status 302 to https%3A%2F%2Fpx.example.',
  good: 'redir=https://px.example/a and status 302 to https://px.example/a.',
};
