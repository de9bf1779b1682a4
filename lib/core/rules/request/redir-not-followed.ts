import { redirOf } from './redirect-of';
import type { About, RequestRule } from '../rule';

/** Where the tag gives a redirect, the answer is one. */
export const redirNotFollowed: RequestRule = {
  kind: 'request',
  code: 'redir-not-followed',
  severity: 'warning',
  look: ({ request, servers }) => {
    const { outcome, status, url, loader, redirectUrl } = request;
    // What the answer does as a script is not known.
    if (url.t === '1' || loader === 'script' || redirectUrl !== null) return null;
    if (outcome !== 'answered' || status < 200 || status >= 300) return null;
    const target = redirOf(request, servers);
    return target === null ? null : { status: String(status), target };
  },
  seen: ({ status, target }) =>
    `The tag names a redirect to ${target ?? ''}, and the answer (${status ?? ''}) is none: its target was not called.`,
  next: 'Check that redir stands last in the tag and holds an address that works; else ask Monetize why it is not followed.',
};

export const about: About = {
  why: 'The impression of this tracker arrived; whoever counts at the redirect’s target did not hear of it.',
  bad: 'redir=https://px.example/a and status 200.',
  good: 'redir=https://px.example/a and status 302 to https://px.example/a.',
};
