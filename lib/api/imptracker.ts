import { AppError } from '../core/base/errors';
import { mayBeDone } from '../core/job/lost';
import type { TrackerChanges } from '../core/tracker/draft';
import type { Tracker } from '../core/tracker/tracker';
import type { ApiClient, ApiRequest } from './client';
import type { Envelope } from './envelope';
import {
  IdSchema,
  listOf,
  readImptracker,
  writeImptracker,
  writeTimestamp,
} from './imptracker-wire';
import { type Page, readPage } from './paging';
import type { ReadPage } from './read-list';

const PATH = '/imptracker';

export interface ListQuery {
  readonly advertiserId: number;
  readonly start?: number;
  readonly size?: number;
  /** Only those with this id or a higher one. */
  readonly minId?: number;
  /** Only those changed at or after this moment, in milliseconds since 1970. */
  readonly changedSince?: number;
  /** A read that nobody waits for just now. */
  readonly bulk?: boolean;
  readonly signal?: AbortSignal;
}

/** One page of an advertiser's trackers, in the order of their ids, so that pages fit together. */
export function listTrackerPage(client: ApiClient, query: ListQuery): Promise<Page<Tracker>> {
  const { advertiserId, minId, changedSince } = query;
  return listPage(client, query, {
    advertiser_id: advertiserId,
    sort: 'id.asc',
    ...(minId !== undefined && { min_id: minId }),
    ...(changedSince !== undefined && { min_last_modified: writeTimestamp(changedSince) }),
  });
}

/** The pages of an advertiser's trackers, or of those that were changed since a moment. */
export function trackerPages(
  client: ApiClient,
  list: Pick<ListQuery, 'advertiserId' | 'changedSince'>,
): ReadPage<Tracker> {
  return ({ ids, ...query }) =>
    ids === undefined
      ? listTrackerPage(client, { ...list, ...query })
      : listPage(client, query, { id: listOf(ids) });
}

function listPage(
  client: ApiClient,
  { start, size, bulk, signal }: Omit<ListQuery, 'advertiserId'>,
  query: ApiRequest['query'] & object,
): Promise<Page<Tracker>> {
  return readPage(
    client,
    {
      path: PATH,
      query,
      ...(start !== undefined && { start }),
      ...(size !== undefined && { size }),
      ...(bulk !== undefined && { bulk }),
      ...(signal && { signal }),
    },
    'imptrackers',
    readImptracker,
  );
}

/** Those of these trackers that the service shows, of whatever advertiser: no more than `PAGE_SIZE` of them. */
export function trackersById(client: ApiClient, ids: readonly number[]): Promise<Page<Tracker>> {
  return listPage(client, {}, { id: listOf(ids) });
}

export async function getTracker(client: ApiClient, id: number): Promise<Tracker> {
  return readOne(await client({ method: 'GET', path: PATH, query: { id } }));
}

export async function createTracker(
  client: ApiClient,
  advertiserId: number,
  changes: TrackerChanges,
): Promise<Tracker> {
  const body = writeImptracker(changes);
  const query = { advertiser_id: advertiserId };
  return readWritten(client, await client({ method: 'POST', path: PATH, query, body }));
}

/** Sends only the given fields; the others stay as they are. */
export async function updateTracker(
  client: ApiClient,
  id: number,
  changes: TrackerChanges,
): Promise<Tracker> {
  const body = writeImptracker(changes);
  return readWritten(client, await client({ method: 'PUT', path: PATH, query: { id }, body }));
}

/** Deletes for good; impressions of its tags are no longer counted. */
export async function deleteTracker(client: ApiClient, id: number): Promise<void> {
  await client({ method: 'DELETE', path: PATH, query: { id } });
}

// Some services answer a write with the id alone (api.md 2.3): then it is done, and read besides.
async function readWritten(client: ApiClient, envelope: Envelope): Promise<Tracker> {
  if (envelope.imptracker !== undefined && envelope.imptracker !== null) return readOne(envelope);
  const id = IdSchema.safeParse(envelope.id);
  if (!id.success) return readOne(envelope);
  try {
    return await getTracker(client, id.data);
  } catch (error) {
    // Whatever keeps it from being read, it is done: nobody may take this for a no.
    if (!(error instanceof AppError) || mayBeDone(error.code)) throw error;
    throw new AppError('bad-answer', {
      detail: `It is saved as ${id.data}, and cannot be read yet. Refresh the list.`,
    });
  }
}

function readOne(envelope: Envelope): Tracker {
  const tracker = readImptracker(envelope.imptracker);
  if (!tracker) throw new AppError('bad-answer', { detail: 'no readable imptracker' });
  return tracker;
}
