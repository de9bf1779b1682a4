import * as imptracker from '../../api/imptracker';
import { readList } from '../../api/read-list';
import { AppError } from '../../core/base/errors';
import { type CreatePlan, type Looked, lookForCreated } from '../../core/tracker/plan';
import type { Means } from './work';

/** Two clocks of the service. */
const SLACK_MS = 60_000;

/**
 * Looks for a tracker whose answer was lost, among what has changed since it was planned. By its values and not by time
 * alone: the service's clock and a person's may be an hour apart.
 */
export async function findCreated(
  plan: CreatePlan,
  sentAt: number,
  { client, signal }: Pick<Means, 'client' | 'signal'>,
): Promise<Looked> {
  const { advertiserId, since } = plan;
  const list = { advertiserId, ...(since !== null && { changedSince: since - SLACK_MS }) };
  const { items } = await readList(imptracker.trackerPages(client, list), { signal });
  return lookForCreated(plan, sentAt, [...items.values()]);
}

/** Several may be the one that was sent, or none of them. */
export function doubtful(ids: readonly number[]): AppError {
  return new AppError('save-doubtful', { detail: `id ${ids.join(', ')}` });
}
