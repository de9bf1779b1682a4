import { z } from '../base/schema';

/** To bring an advertiser's cached trackers up to date; `whole` reads what has not changed too. */
export const SyncPlanSchema = z.object({ advertiserId: z.number(), whole: z.boolean() });
export type SyncPlan = z.infer<typeof SyncPlanSchema>;

const SUBJECT = 'sync:';

/** What a sync is about. */
export function syncSubject(advertiserId: number): string {
  return `${SUBJECT}${advertiserId}`;
}

/** Whether a job about this is a sync. */
export function isSyncSubject(subject: string): boolean {
  return subject.startsWith(SUBJECT);
}
