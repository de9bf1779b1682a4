import type { About, RequestRule } from '../rule';

const DAY = 86_400_000;
const UNITS = ['day', 'hour', 'minute'];

// Which day it is depends on where: the day before and the one after are of the same moment.
function unitOf(value: string, at: number): string | null {
  if (!/^\d{2}(?:\d|-|%2F|\.)/i.test(value) || !value.includes('20') || value.length > 24)
    return null;
  const digits = value.replace(/[-_.:T]|%(?:2F|3A|20)/gi, '');
  if (!/^\d{8}(?:\d\d){0,2}$/.test(digits)) return null;
  const date = digits.slice(0, 8);
  const isNow = [-DAY, 0, DAY].some((offset) => {
    const [year = '', month = '', day = ''] = new Date(at + offset).toISOString().split(/[-T]/);
    return [year + month + day, day + month + year, month + day + year].includes(date);
  });
  return isNow ? (UNITS[(digits.length - 8) / 2] ?? null) : null;
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
