import type { DatabaseSync } from 'node:sqlite';

import { worldTables, type WorldTables } from './tables.ts';

const MODIFIED = '2012-01-05 09:00:00';

/**
 * The rows behind the four examples of the seed page (Impression Tracker service), so that they
 * can be replayed to the letter. Names the page does not give (advertisers) are made up.
 */
export function insertFixtures(db: DatabaseSync): void {
  const tables = worldTables(db);
  const member958 = { member_id: 958, last_modified: MODIFIED };
  const member1066 = { member_id: 1066, last_modified: MODIFIED };
  advertiser(tables, { ...member958, id: 37236, name: 'November Advertiser' });
  advertiser(tables, { ...member1066, id: 35081, name: 'February Advertiser' });
  publisher(tables, { ...member958, id: 44449, name: 'November Publisher' });
  publisher(tables, { ...member1066, id: 89287, name: 'Test Publisher 1' });
  publisher(tables, { ...member1066, id: 89288, name: 'Test Publisher 2' });
  lineItem(tables, { ...member958, id: 74957, name: 'Test Line Item' }, 37236);
  lineItem(tables, { ...member1066, id: 31189, name: 'Test Line Item 1' }, 35081);
  lineItem(tables, { ...member1066, id: 31190, name: 'Test Line Item 2' }, 35081);
  tables.placement({
    ...member958,
    id: 474412,
    publisher_id: 44449,
    site_id: 44450,
    site_name: 'Demo Site',
    code: null,
    name: '[Demo Publisher] - Default',
    state: 'active',
    width: 300,
    height: 250,
  });
  const tracker = {
    member_id: 1066,
    advertiser_id: 35081,
    code: null,
    state: 'active',
    tag_id: null,
    payment_rule_id: null,
  };
  tables.tracker({
    ...tracker,
    id: 582,
    name: 'Test Impression Tracker 1',
    last_modified: '2012-02-28 19:06:01',
    publisher_id: 89287,
    line_item_id: 31189,
  });
  tables.tracker({
    ...tracker,
    id: 584,
    name: 'Test Impression Tracker 2',
    last_modified: '2012-02-28 19:40:48',
    publisher_id: 89288,
    line_item_id: 31190,
  });
}

interface Named {
  id: number;
  member_id: number;
  name: string;
  last_modified: string;
}

function advertiser(tables: WorldTables, row: Named): void {
  tables.advertiser({
    ...row,
    code: null,
    state: 'active',
    timezone: 'EST5EDT',
    default_currency: 'USD',
  });
}

function publisher(tables: WorldTables, row: Named): void {
  tables.publisher({
    ...row,
    code: null,
    state: 'active',
    is_rtb: 0,
    base_payment_rule_id: null,
    default_site_id: null,
    currency: 'USD',
    timezone: 'EST5EDT',
  });
}

function lineItem(tables: WorldTables, row: Named, advertiserId: number): void {
  tables.lineItem({
    ...row,
    advertiser_id: advertiserId,
    code: null,
    state: 'active',
    line_item_type: 'standard_v1',
    currency: 'USD',
  });
}
