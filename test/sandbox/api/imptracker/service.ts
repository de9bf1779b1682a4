import { number, numberOrNull, type Row, text, textOrNull } from '../../state/row.ts';
import type { JsonObject } from '../envelope.ts';
import { resourceGone } from '../failure.ts';
import { fields, type Service, shownOnly } from '../service.ts';

/** A tracker as the seed page shows it, keys in the page's order. */
export function representTracker(row: Row): JsonObject {
  return {
    id: number(row, 'id'),
    member_id: number(row, 'member_id'),
    advertiser_id: number(row, 'advertiser_id'),
    name: text(row, 'name'),
    code: textOrNull(row, 'code'),
    state: text(row, 'state'),
    last_modified: text(row, 'last_modified'),
    publisher: reference(row, 'publisher'),
    tag: reference(row, 'tag'),
    payment_rule: reference(row, 'payment_rule'),
    line_item: reference(row, 'line_item'),
  };
}

function reference(row: Row, name: string): JsonObject | null {
  const id = numberOrNull(row, `${name}_id`);
  return id === null ? null : { id, name: text(row, `${name}_name`) };
}

/**
 * `/imptracker`. Which fields filter is taken from the field metadata in the vendor's command line
 * client (about 2015): ids, name, code, state and last_modified do; names of relations do not.
 */
export const trackerService: Service = {
  name: 'imptracker',
  singular: 'imptracker',
  plural: 'imptrackers',
  from: 'tracker_view',
  fields: [
    ...fields({
      id: 'int',
      member_id: 'int',
      advertiser_id: 'int',
      name: 'string',
      code: 'string',
      state: 'string',
      last_modified: 'date',
      publisher_id: 'int',
      tag_id: 'int',
      payment_rule_id: 'int',
      line_item_id: 'int',
    }),
    ...shownOnly({
      publisher_name: 'string',
      tag_name: 'string',
      payment_rule_name: 'string',
      line_item_name: 'string',
      publisher: 'multi_object',
      tag: 'multi_object',
      payment_rule: 'multi_object',
      line_item: 'multi_object',
      clicktracker: 'multi_object',
    }),
  ],
  // Listing a whole member's trackers is nowhere documented, so it is refused.
  parents: { keys: ['advertiser_id'], label: 'advertiser' },
  represent: representTracker,
  gone: resourceGone,
};
