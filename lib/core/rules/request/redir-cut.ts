import { redirectTarget } from '../../recording/redirect-target';
import { comparable, meantBy, redirOf } from './redirect-of';
import type { About, RequestRule } from '../rule';

/** Whether an answer leads to the beginning only of a redirect. */
export function isCut(redir: string, target: string): boolean {
  const led = comparable(target);
  return meantBy(redir).every((meant) => meant !== led && meant.startsWith(led));
}

/** The answer leads on to the whole address that the tag gives. */
export const redirCut: RequestRule = {
  kind: 'request',
  code: 'redir-cut',
  severity: 'error',
  look: ({ request, servers }) => {
    const target = redirectTarget(request);
    const redir = target === null ? null : redirOf(request, servers);
    if (target === null || redir === null || !isCut(redir, target)) return null;
    return { redir, target };
  },
  seen: ({ redir, target }) =>
    `The redirect was cut: the tag gives ${redir ?? ''}, the answer leads to ${target ?? ''}.`,
  next: 'Put redir at the very end of the tag. Where it stands there, escape the & of the target as %26 and look again.',
};

export const about: About = {
  why: 'What is missing never reaches the target, which may count for somebody else or not at all.',
  bad: 'redir=https://px.example/a?x=1&y=2 and status 302 to https://px.example/a?x=1.',
  good: 'redir=https://px.example/a?x=1&y=2 and status 302 to the same.',
};
