import { datesOf } from '../../base/dates';
import type { About, RequestRule } from '../rule';

const UNITS = ['day', 'hour', 'minute'];
const TIME = /^(?:(?:[01]\d|2[0-3])(?:[0-5]\d)?)?$/;

function unitOf(value: string, at: number): string | null {
  if (!/^\d{2}(?:\d|-|%2F|\.)/i.test(value) || !value.includes('20') || value.length > 24)
    return null;
  const digits = value.replace(/[-_.:T]|%(?:2F|3A|20)/gi, '');
  if (!/^\d{8,12}$/.test(digits) || !TIME.test(digits.slice(8))) return null;
  return datesOf(at).includes(digits.slice(0, 8)) ? (UNITS[(digits.length - 8) / 2] ?? null) : null;
}

/** The cachebuster is finer than the day, hour or minute of the request. */
export const cachebusterDate: RequestRule = {
  kind: 'request',
  code: 'cachebuster-date',
  severity: 'warning',
  look: ({ request }) => {
    const value = request.url.cachebuster ?? '';
    const unit = unitOf(value, request.startedAt);
    return unit === null ? null : { value, unit };
  },
  seen: ({ value, unit }) =>
    `The cachebuster ${value ?? ''} is the ${unit ?? 'date'} of the request: all impressions within it have the same.`,
  next: 'Use the ad server’s macro for a random number, or a time to the millisecond.',
};

export const about: About = {
  why: 'Whoever sees the creative twice within that time is answered from the cache the second time, and not counted.',
  bad: 'cachebuster=20261124 on 24 November 2026.',
  good: 'cachebuster=8261',
};
