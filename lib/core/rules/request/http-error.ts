import type { About, RequestRule } from '../rule';

/** The server answered well. */
export const httpError: RequestRule = {
  kind: 'request',
  code: 'http-error',
  severity: 'error',
  look: ({ request: { outcome, status } }) =>
    outcome === 'answered' && status >= 400 ? { status: String(status) } : null,
  seen: ({ status }) => `The server answered with the error ${status ?? ''}.`,
  next: 'Check id and parameters of the tag, then load the page again.',
};

export const about: About = {
  why: 'The request arrived but was refused, so the impression was most likely not counted.',
  bad: 'Status 404.',
  good: 'Status 200, from the server.',
};
