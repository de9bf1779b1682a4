import { endedAs } from './outcome';
import type { About, RequestRule } from '../rule';

/** The server was asked, and no cache answered in its place. */
export const fromCache: RequestRule = {
  kind: 'request',
  code: 'from-cache',
  severity: 'error',
  outcomes: ['from-cache'],
  look: ({ request }) => endedAs(request, 'from-cache'),
  seen: ({ cache }) =>
    `The browser answered from its ${cache && cache !== 'cache' ? `${cache} cache` : 'cache'}; the server saw nothing.`,
  next: 'Give the tag a cachebuster that differs for every impression.',
};

export const about: About = {
  why: 'This impression was not counted.',
  bad: 'Status 200, from the disk cache.',
  good: 'Status 200, from the server.',
};
