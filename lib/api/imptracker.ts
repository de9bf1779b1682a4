import { AppError } from '../core/base/errors';
import type { TrackerChanges } from '../core/tracker/draft';
import type { Tracker } from '../core/tracker/tracker';
import type { ApiClient } from './client';
import type { Envelope } from './envelope';
import { readImptracker, writeImptracker, writeTimestamp } from './imptracker-wire';
import { type Page, readPage } from './paging';

const PATH = '/imptracker';

export interface ListQuery {
  readonly advertiserId: number;
  readonly start?: number;
  readonly size?: number;
  /** Only those changed at or after this moment, in milliseconds since 1970. */
  readonly changedSince?: number;
  readonly signal?: AbortSignal;
}

/** One page of an advertiser's trackers, in the order of their ids, so that pages fit together. */
export function listTrackerPage(client: ApiClient, query: ListQuery): Promise<Page<Tracker>> {
  return readPage(
    client,
    {
      path: PATH,
      bulk: query.start !== undefined && query.start > 0,
      query: {
        advertiser_id: query.advertiserId,
        sort: 'id.asc',
        ...(query.changedSince !== undefined && {
          min_last_modified: writeTimestamp(query.changedSince),
        }),
      },
      ...(query.start !== undefined && { start: query.start }),
      ...(query.size !== undefined && { size: query.size }),
      ...(query.signal && { signal: query.signal }),
    },
    'imptrackers',
    readImptracker,
  );
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
  return readOne(await client({ method: 'POST', path: PATH, query, body }));
}

/** Sends only the given fields; the others stay as they are. */
export async function updateTracker(
  client: ApiClient,
  id: number,
  changes: TrackerChanges,
): Promise<Tracker> {
  const body = writeImptracker(changes);
  return readOne(await client({ method: 'PUT', path: PATH, query: { id }, body }));
}

/** Deletes for good; impressions of its tags are no longer counted. */
export async function deleteTracker(client: ApiClient, id: number): Promise<void> {
  await client({ method: 'DELETE', path: PATH, query: { id } });
}

function readOne(envelope: Envelope): Tracker {
  const tracker = readImptracker(envelope.imptracker);
  if (!tracker) throw new AppError('bad-answer', { detail: 'no readable imptracker' });
  return tracker;
}
