import type { Outcome } from '../../recording/pixel-request';
import type { Severity } from '../../base/finding';
import type { FindingCode } from './finding';
import type { Rule } from './rule';

const REMARKS: Readonly<Record<Exclude<Outcome, 'answered'>, [FindingCode, Severity]>> = {
  'from-cache': ['from-cache', 'error'],
  withheld: ['blocked-by-browser', 'error'],
  'blocked-by-page': ['blocked-by-page', 'error'],
  'blocked-by-extension': ['blocked-by-extension', 'error'],
  'blocked-by-browser': ['blocked-by-browser', 'error'],
  'network-error': ['network-error', 'error'],
  // The server may have counted it before the page gave it up.
  aborted: ['aborted', 'warning'],
  unknown: ['no-answer', 'error'],
  pending: ['pending', 'warning'],
};

/** The request reached the server and was answered well; each way it can fail is kept apart. */
export const reachedServer: Rule = ({ request }) => {
  const { outcome, status } = request;
  if (outcome === 'answered') {
    if (status < 400) return null;
    return { code: 'http-error', severity: 'error', values: { status: String(status) } };
  }
  const [code, severity] = REMARKS[outcome];
  const values = { cause: outcome, error: request.error ?? '', cache: request.fromCache ?? '' };
  return { code, severity, values };
};
