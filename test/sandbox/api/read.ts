import type { DatabaseSync } from 'node:sqlite';

import { number } from '../state/row.ts';
import type { Answer, JsonObject } from './envelope.ts';
import { castError, syntaxError, type Where } from './failure.ts';
import { readFilters, readSort } from './query.ts';
import { castPaging } from './query-values.ts';
import { NO_QUIRKS, type Quirks } from './quirks.ts';
import type { Service } from './service.ts';

const PAGE = 100;
const BY_CHANGE = 'last_modified DESC, id DESC';

/** What is asked, and how it goes wrong. */
interface Asked {
  readonly params: URLSearchParams;
  readonly quirks?: Quirks;
}

/**
 * A GET on a service: one object for a single id, a page of the list otherwise. Only objects of
 * this member are ever seen.
 */
export function readObjects(
  db: DatabaseSync,
  service: Service,
  memberId: number,
  { params: sent, quirks = NO_QUIRKS }: Asked,
): Answer {
  const params = new URLSearchParams([...sent].filter(([key]) => !quirks.ignored.includes(key)));
  const past = service.from === 'tracker_view' ? quirks : NO_QUIRKS;
  const at: Where = { service: service.name, method: 'GET' };
  requireParent(service, params, at);
  const start = castPaging('start_element', params.get('start_element'), 0, at);
  // More than 100 is not an error: the answer is silently cut (documented).
  const size = Math.min(PAGE, castPaging('num_elements', params.get('num_elements'), PAGE, at));
  const { clauses, warnings } = readFilters(service, params, at);
  const all = [{ sql: 'member_id = ?', values: [memberId] }, ...clauses];
  const where = all.map((clause) => clause.sql).join(' AND ');
  const values = all.flatMap((clause) => clause.values);
  const isUnsorted = quirks.ignored.includes('sort');
  const order = isUnsorted ? BY_CHANGE : readSort(service, params.get('sort'), at);

  const counts = past.countsFrom ?? service.from;
  const lists = past.listsFrom ?? service.from;
  const counted = db.prepare(`SELECT count(*) AS total FROM ${counts} WHERE ${where}`);
  const listed = db.prepare(
    `SELECT * FROM ${lists} WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?`,
  );
  const count = number(counted.get(...values) ?? {}, 'total');
  const trim = fieldTrimmer(params.get('fields'));
  const objects = listed.all(...values, size, start).map((row) => trim(service.represent(row)));
  const paging = { start_element: start, num_elements: size };

  const single = singleId(params, at);
  if (single === null) {
    return {
      fields: { count, ...paging, [service.plural]: objects },
      term: service.plural,
      warnings,
    };
  }
  const [object] = objects;
  if (!object) throw service.gone(single, at);
  return {
    fields: { count, ...paging, [service.singular]: object },
    term: service.singular,
    warnings,
  };
}

/** The id of `?id=582`; null for a comma list or none. */
function singleId(params: URLSearchParams, at: Where): number | null {
  const id = params.get('id');
  if (id === null || id.includes(',')) return null;
  if (!/^\d+$/.test(id)) throw castError('id', 'int', at);
  return Number(id);
}

// "Invalid path /segment - member is required" was seen in a client's tests; the rest by analogy.
function requireParent(service: Service, params: URLSearchParams, at: Where): void {
  const { parents } = service;
  if (!parents || params.has('id') || parents.keys.some((key) => params.has(key))) return;
  throw syntaxError(`Invalid path /${service.name} - ${parents.label} is required`, at);
}

function fieldTrimmer(fields: string | null): (object: JsonObject) => JsonObject {
  if (!fields) return (object) => object;
  const wanted = new Set(fields.split(',').map((name) => name.trim()));
  return (object) =>
    Object.fromEntries(Object.entries(object).filter(([name]) => wanted.has(name)));
}
