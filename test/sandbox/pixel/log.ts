import type { DatabaseSync } from 'node:sqlite';

import { z } from 'zod';

import { hourOf } from '../time-hours.ts';
import { flag, number, numberOrNull, type Row, text, textOrNull } from '../state/row.ts';

/** One request that reached the pixel endpoint. */
export interface PixelHit {
  readonly id: number;
  /** ISO time on the sandbox's clock. */
  readonly at: string;
  readonly host: string;
  readonly trackerId: number | null;
  /** Every parameter in order; `redir` is last and holds the raw tail. */
  readonly params: readonly (readonly [name: string, value: string])[];
  /** The query as it was sent, without the question mark. */
  readonly query: string;
  readonly referer: string | null;
  readonly secFetchDest: string | null;
  readonly userAgent: string | null;
  /** A tracker of this id exists. */
  readonly known: boolean;
  /** An impression was recorded: known, active, and answered as it should be. */
  readonly counted: boolean;
}

/** The impressions so far, kept in the database. */
export interface PixelLog {
  add(hit: Omit<PixelHit, 'id'>): void;
  all(): PixelHit[];
  clear(): void;
}

const Params = z.array(z.tuple([z.string(), z.string()]));

/** The log in this database. */
export function createPixelLog(db: DatabaseSync): PixelLog {
  const insert = db.prepare(
    `INSERT INTO pixels (at, host, tracker_id, params, query, referer, sec_fetch_dest, user_agent,
     known, counted) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const book = db.prepare(
    `INSERT INTO impressions SELECT ?, ?, member_id, advertiser_id, line_item_id, publisher_id,
     coalesce(tag_id, 0), coalesce(payment_rule_id, 0), ? FROM trackers WHERE id = ?`,
  );
  return {
    add(hit) {
      const { lastInsertRowid } = insert.run(
        hit.at,
        hit.host,
        hit.trackerId,
        JSON.stringify(hit.params),
        hit.query,
        hit.referer,
        hit.secFetchDest,
        hit.userAgent,
        hit.known ? 1 : 0,
        hit.counted ? 1 : 0,
      );
      if (hit.counted) {
        book.run(lastInsertRowid, hourOf(new Date(hit.at)), costOf(hit.params), hit.trackerId);
      }
    },
    all: () => db.prepare('SELECT * FROM pixels ORDER BY id').all().map(readHit),
    clear: () => db.exec('DELETE FROM pixels'),
  };
}

/** What `ancost` tells: money for this impression. What is no amount, an unfilled macro, is nothing. */
function costOf(params: PixelHit['params']): number {
  const told = params.find(([name]) => name === 'ancost')?.[1] ?? '';
  return /^\d{1,9}(?:\.\d{1,9})?$/.test(told) ? Number(told) : 0;
}

function readHit(row: Row): PixelHit {
  return {
    id: number(row, 'id'),
    at: text(row, 'at'),
    host: text(row, 'host'),
    trackerId: numberOrNull(row, 'tracker_id'),
    params: Params.parse(JSON.parse(text(row, 'params'))),
    query: text(row, 'query'),
    referer: textOrNull(row, 'referer'),
    secFetchDest: textOrNull(row, 'sec_fetch_dest'),
    userAgent: textOrNull(row, 'user_agent'),
    known: flag(row, 'known'),
    counted: flag(row, 'counted'),
  };
}
