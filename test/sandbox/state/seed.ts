import type { DatabaseSync } from 'node:sqlite';

import { createRandom } from '../random.ts';
import { timestamp } from '../time.ts';
import { advertisersToSeed, type SeededAdvertiser } from './seed-advertisers.ts';
import { insertPublishers } from './seed-publishers.ts';
import { insertTrackers } from './seed-trackers.ts';
import { worldTables, type WorldTables } from './tables.ts';
import { insertUsers, MAIN_MEMBER, MEMBER_WITHOUT_TRACKERS } from './users.ts';

const FIRST_FREE_TRACKER_ID = 120_001;
// Fixed, so that the same seed gives the same timestamps on any day.
const NEWEST_CHANGE = Date.parse('2026-11-01T12:00:00Z');
const TWO_YEARS = 2 * 365 * 24 * 3600 * 1000;

/** Fills an empty database with members, users, and all that belongs to the main member. */
export function insertWorld(db: DatabaseSync, seed: number, now: Date): void {
  const tables = worldTables(db);
  const random = createRandom(seed);
  // Never later than the clock: a change from the future would break a client's `min_last_modified`.
  const newest = Math.min(NEWEST_CHANGE, now.getTime());
  const past = (): string => timestamp(new Date(newest - random.int(0, TWO_YEARS / 1000) * 1000));

  insertMembers(tables, '2024-10-01 08:00:00');
  insertUsers(tables, '2025-06-16 14:20:00');
  const publishers = insertPublishers(tables, random, past);
  let lineItemId = 640_303;
  let trackerId = 90_011;
  for (const advertiser of advertisersToSeed(random)) {
    insertAdvertiser(tables, advertiser, past());
    const from = { lineItemId, trackerId };
    insertTrackers(tables, { advertiser, publishers, random, past, from });
    lineItemId += advertiser.lineItems;
    trackerId += advertiser.trackers;
  }
}

function insertMembers(tables: WorldTables, modified: string): void {
  const common = {
    state: 'active',
    timezone: 'EST5EDT',
    default_currency: 'USD',
    enable_click_and_imp_trackers: 1,
    next_tracker_id: FIRST_FREE_TRACKER_ID,
    last_modified: modified,
  };
  tables.member({ ...common, id: MAIN_MEMBER, name: 'Tidewater Ads' });
  tables.member({
    ...common,
    id: MEMBER_WITHOUT_TRACKERS,
    name: 'Lantern Media',
    enable_click_and_imp_trackers: 0,
  });
  // The seed page's first example creates tracker 1425.
  tables.member({ ...common, id: 958, name: 'November Network', next_tracker_id: 1425 });
  tables.member({ ...common, id: 1066, name: 'February Network' });
  // Someone to be refused: the member without trackers has an advertiser, so only the flag stops it.
  tables.advertiser({
    id: 700_901,
    member_id: MEMBER_WITHOUT_TRACKERS,
    code: null,
    name: 'Lantern House Ads',
    state: 'active',
    timezone: 'EST5EDT',
    default_currency: 'USD',
    last_modified: modified,
  });
}

function insertAdvertiser(tables: WorldTables, row: SeededAdvertiser, modified: string): void {
  tables.advertiser({
    id: row.id,
    member_id: MAIN_MEMBER,
    code: row.code,
    name: row.name,
    state: row.state,
    timezone: 'UTC',
    default_currency: 'USD',
    last_modified: modified,
  });
}
