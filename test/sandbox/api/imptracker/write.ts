import type { DatabaseSync } from 'node:sqlite';

import { flag, number, numberOrNull, text, textOrNull, type Row } from '../../state/row.ts';
import { timestamp } from '../../time.ts';
import type { Answer } from '../envelope.ts';
import { castError, notPermitted, resourceGone, syntaxError, type Where } from '../failure.ts';
import { readChangeBody, readCreateBody } from './body.ts';
import { checkRelations, requireAdvertiser, type Relations } from './relations.ts';
import { representTracker } from './service.ts';

/** Who writes, what and when. */
export interface WriteRequest {
  readonly db: DatabaseSync;
  readonly memberId: number;
  readonly params: URLSearchParams;
  readonly body: string;
  readonly now: Date;
}

interface Written extends Relations {
  readonly name: string;
  readonly code: string | null;
  readonly state: string;
}

/** POST `?advertiser_id=`: a new tracker with the member's next id. */
export function createTracker(request: WriteRequest): Answer {
  const { db, memberId, params } = request;
  const at: Where = { service: 'imptracker', method: 'POST' };
  const member = db.prepare('SELECT * FROM members WHERE id = ?').get(memberId) ?? {};
  if (!flag(member, 'enable_click_and_imp_trackers')) {
    throw notPermitted('Impression trackers are not enabled for this member', at);
  }
  const advertiserId = idParam(params, 'advertiser_id', 'advertiser', at);
  requireAdvertiser(db, advertiserId, memberId, at);
  const { fields: body, warnings } = readCreateBody(request.body, at);
  const written: Written = {
    memberId,
    advertiserId,
    name: body.name,
    code: body.code ?? null,
    state: body.state ?? 'active',
    publisherId: body.publisher.id,
    tagId: body.tag?.id ?? null,
    paymentRuleId: body.payment_rule?.id ?? null,
    lineItemId: body.line_item.id,
  };
  checkRelations(db, written, at);
  const id = takeNextId(db, memberId, number(member, 'next_tracker_id'));
  store(request, id, written);
  return writtenAnswer(db, id, id, warnings);
}

/** PUT `?id=`: replaces the fields that are sent, leaves the others. */
export function changeTracker(request: WriteRequest): Answer {
  const { db, memberId, params } = request;
  const at: Where = { service: 'imptracker', method: 'PUT' };
  const id = idParam(params, 'id', 'id', at);
  const old = findTracker(db, id, memberId);
  const { fields: body, warnings } = readChangeBody(request.body, at);
  const written: Written = {
    memberId,
    advertiserId: number(old, 'advertiser_id'),
    name: body.name ?? text(old, 'name'),
    code: body.code === undefined ? textOrNull(old, 'code') : body.code,
    state: body.state ?? text(old, 'state'),
    publisherId: body.publisher?.id ?? number(old, 'publisher_id'),
    // Null clears. That the real service does so is a natural guess, stated nowhere.
    tagId: body.tag === undefined ? numberOrNull(old, 'tag_id') : (body.tag?.id ?? null),
    paymentRuleId:
      body.payment_rule === undefined
        ? numberOrNull(old, 'payment_rule_id')
        : (body.payment_rule?.id ?? null),
    lineItemId: body.line_item?.id ?? number(old, 'line_item_id'),
  };
  checkRelations(db, written, at);
  store(request, id, written);
  // A string, unlike POST's number: so on the seed page, and recorded for other services.
  return writtenAnswer(db, id, String(id), warnings);
}

/** DELETE `?id=`. The answer's form is recorded for other services. */
export function deleteTracker({ db, memberId, params }: WriteRequest): Answer {
  const at: Where = { service: 'imptracker', method: 'DELETE' };
  const id = idParam(params, 'id', 'id', at);
  findTracker(db, id, memberId);
  db.prepare('DELETE FROM trackers WHERE id = ?').run(id);
  return { fields: { count: 1, start_element: null, num_elements: null }, term: 'not_found' };
}

function writtenAnswer(
  db: DatabaseSync,
  id: number,
  envelopeId: number | string,
  warnings: readonly string[],
): Answer {
  const row = db.prepare('SELECT * FROM tracker_view WHERE id = ?').get(id) ?? {};
  const paging = { start_element: 0, num_elements: 100 };
  const imptracker = representTracker(row);
  const fields = { count: 1, id: envelopeId, ...paging, imptracker };
  return { fields, term: 'imptracker', warnings };
}

function findTracker(db: DatabaseSync, id: number, memberId: number): Row {
  const find = db.prepare('SELECT * FROM trackers WHERE id = ? AND member_id = ?');
  const row = find.get(id, memberId);
  if (!row) throw resourceGone();
  return row;
}

function idParam(params: URLSearchParams, name: string, label: string, at: Where): number {
  const value = params.get(name);
  if (value === null || value === '') {
    throw syntaxError(`Invalid path /imptracker - ${label} is required`, at);
  }
  if (!/^\d{1,15}$/.test(value)) throw castError(name, 'int', at);
  return Number(value);
}

// Members count separately, so that the seed page's 1425 comes next beside ids of six digits.
function takeNextId(db: DatabaseSync, memberId: number, from: number): number {
  const taken = db.prepare('SELECT 1 FROM trackers WHERE id = ?');
  let id = from;
  while (taken.get(id)) id += 1;
  db.prepare('UPDATE members SET next_tracker_id = ? WHERE id = ?').run(id + 1, memberId);
  return id;
}

function store(request: WriteRequest, id: number, to: Written): void {
  request.db
    .prepare(
      `INSERT OR REPLACE INTO trackers (id, member_id, advertiser_id, name, code, state,
       last_modified, publisher_id, tag_id, payment_rule_id, line_item_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      id,
      to.memberId,
      to.advertiserId,
      to.name,
      to.code,
      to.state,
      timestamp(request.now),
      to.publisherId,
      to.tagId,
      to.paymentRuleId,
      to.lineItemId,
    );
}
