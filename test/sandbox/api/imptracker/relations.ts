import type { DatabaseSync } from 'node:sqlite';

import { number, type Row } from '../../state/row.ts';
import { notFound, syntaxError, type Where } from '../failure.ts';

/** What a tracker would point at once it is written. */
export interface Relations {
  readonly memberId: number;
  readonly advertiserId: number;
  readonly publisherId: number;
  readonly tagId: number | null;
  readonly paymentRuleId: number | null;
  readonly lineItemId: number;
}

/**
 * Refuses relations that do not hang together. That the real service checks them is assumed, and
 * so is the wording; nothing about it is documented for trackers.
 */
export function checkRelations(db: DatabaseSync, relations: Relations, at: Where): void {
  const { memberId, publisherId, tagId, paymentRuleId, lineItemId } = relations;
  const find = (table: string, id: number): Row | undefined =>
    db.prepare(`SELECT * FROM ${table} WHERE id = ? AND member_id = ?`).get(id, memberId);

  if (!find('publishers', publisherId)) throw notFound('publisher', publisherId, at);
  const lineItem = find('line_items', lineItemId);
  if (!lineItem) throw notFound('line item', lineItemId, at);
  if (number(lineItem, 'advertiser_id') !== relations.advertiserId) {
    const owner = `advertiser ${relations.advertiserId}`;
    throw syntaxError(`line item ${lineItemId} does not belong to ${owner}`, at);
  }
  const ofPublisher = (table: string, label: string, id: number | null): void => {
    if (id === null) return;
    const row = find(table, id);
    if (!row) throw notFound(label, id, at);
    if (number(row, 'publisher_id') === publisherId) return;
    throw syntaxError(`${label} ${id} does not belong to publisher ${publisherId}`, at);
  };
  ofPublisher('placements', 'placement', tagId);
  ofPublisher('payment_rules', 'payment rule', paymentRuleId);
}

/** Makes sure that the advertiser of `?advertiser_id=` is one of this member's. */
export function requireAdvertiser(db: DatabaseSync, id: number, memberId: number, at: Where): void {
  const find = db.prepare('SELECT id FROM advertisers WHERE id = ? AND member_id = ?');
  if (!find.get(id, memberId)) throw notFound('advertiser', id, at);
}
