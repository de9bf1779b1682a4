import { hourOf } from '../../time-hours.ts';
import { ApiFailure } from '../failure.ts';
import type { ReportOptions } from './options.ts';
import type { ReportOrder } from './order.ts';
import type { Job } from './job.ts';

/** Documented: an order is looked at for 15 minutes; what takes longer ends in an error. */
export const TIMEOUT_MS = 15 * 60_000;
const SLOW_AFTER_DAYS = 45;

/** Refuses an order where the user, or the member, has too many that are not done. */
export function checkQueue(
  jobs: Iterable<Job>,
  who: { readonly userId: number; readonly memberId: number },
  { now, options }: { readonly now: Date; readonly options: ReportOptions },
): void {
  const waiting = [...jobs].filter((job) => isWaiting(job, now));
  const ofUser = waiting.filter((job) => job.userId === who.userId).length;
  // Two pages of the documents: one says 5 may wait, the other 6. The wording is assumed.
  if (ofUser >= options.pendingLimit) {
    throw tooMany(`You may have ${options.pendingLimit} reports pending within 15 minutes`);
  }
  const ofMember = waiting.filter((job) => job.memberId === who.memberId).length;
  if (ofMember >= options.memberConcurrent + options.memberQueue) {
    throw tooMany('The report queue of this member is full');
  }
}

function tooMany(error: string): ApiFailure {
  return new ApiFailure({
    error_id: 'LIMIT',
    error,
    error_code: 'REPORT_LIMIT_EXCEEDED',
    service: 'report',
    method: 'POST',
  });
}

/** Whether a report is worked on: the member's first few are, all others stand in line without a word. */
export function isWorkedOn(job: Job, jobs: Iterable<Job>, now: Date, concurrent: number): boolean {
  const before = [...jobs].filter(
    (one) => one.memberId === job.memberId && isWaiting(one, now) && one.nth < job.nth,
  );
  return before.length < concurrent;
}

function isWaiting(job: Job, now: Date): boolean {
  return job.ended === null && now.getTime() - job.createdAt.getTime() < TIMEOUT_MS;
}

/** Whether a report of this kind is for the queue of what takes much (documented for network_analytics). */
export function isSlow({ type, fields, span }: ReportOrder, now: Date): boolean {
  const interval = fields.report_interval;
  const isLong = interval === 'lifetime' || interval === 'quarter_to_date';
  const since = hourOf(now) - SLOW_AFTER_DAYS * 24;
  return type.name === 'network_analytics' && isLong && span.from < since;
}
