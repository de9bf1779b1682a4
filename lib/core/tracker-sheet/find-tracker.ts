import type { Tracker } from '../tracker/tracker';
import { candidatesOf } from './issue';
import type { Lookup } from './lookup';
import { exact, idIn } from './object-index';
import { isNone } from './resolve-object';
import type { RowCells } from './row-cells';

/** By what a row says which tracker it is: one of its cells, or a person’s choice among several. */
export type IdentifiedBy = 'id' | 'code' | 'name' | 'choice' | 'nothing';

/** Which tracker a row is. */
export interface Identity {
  readonly by: IdentifiedBy;
  /** The one; `null` where it is new, or cannot be told. */
  readonly tracker: Tracker | null;
  /** Whether it can be told. */
  readonly isClear: boolean;
  /** The trackers that it may be: no other row may be any of them. */
  readonly touched: readonly number[];
  /** The same for two rows that make one and the same new tracker; `null` where the row makes none. */
  readonly newKey: string | null;
}

/**
 * Which tracker a row is: by its id, else its code, else its name within the advertiser. Nothing is taken for
 * another: several of that code or name are a conflict, and so is a name that is taken by a tracker without the
 * row's code.
 */
export function findTracker(cells: RowCells, lookup: Lookup): Identity {
  const id = cells.said('id');
  if (id !== null) return byId(cells, id, lookup);
  const code = cells.said('code');
  const name = cells.said('name');
  if (code !== null && !isNone(code)) return byCode(cells, code, name, lookup);
  if (name !== null) return byName(cells, name, lookup);
  return { by: 'nothing', tracker: null, isClear: true, touched: [], newKey: null };
}

function byId(cells: RowCells, text: string, lookup: Lookup): Identity {
  const id = idIn(text);
  const tracker = id === null ? null : lookup.trackers.byId(id);
  if (id === null) cells.note('id-unreadable', ['id']);
  else if (tracker === null) cells.note('id-unknown', ['id']);
  return one('id', tracker, id === null ? [] : [id]);
}

function byCode(cells: RowCells, code: string, name: string | null, lookup: Lookup): Identity {
  const coded = lookup.trackers.coded(code);
  if (coded.length > 0) return oneOf(cells, 'code', code, coded, lookup);
  const taken = name === null ? [] : lookup.trackers.uncoded(name);
  if (taken.length === 0) return made('code', code.trim());
  // It may be meant to get this code, or another one beside it.
  cells.note('name-taken', ['name'], { candidates: candidatesOf(taken) });
  return { ...one('code', null, idsOf(taken)), newKey: keyOf('code', code.trim()) };
}

function byName(cells: RowCells, name: string, lookup: Lookup): Identity {
  const called = lookup.trackers.called(name);
  return called.length > 0 ? oneOf(cells, 'name', name, called, lookup) : made('name', exact(name));
}

function oneOf(
  cells: RowCells,
  by: 'code' | 'name',
  text: string,
  found: readonly Tracker[],
  lookup: Lookup,
): Identity {
  const [only, ...others] = found;
  if (only && others.length === 0) return one(by, only, [only.id]);
  const choice = `tracker ${by} ${text}`;
  const chosen = found.find(({ id }) => id === lookup.chosen(choice));
  if (chosen) return one('choice', chosen, idsOf(found));
  cells.note('tracker-ambiguous', [by], { candidates: candidatesOf(found), choice });
  return one(by, null, idsOf(found));
}

function one(by: IdentifiedBy, tracker: Tracker | null, touched: readonly number[]): Identity {
  return { by, tracker, isClear: tracker !== null, touched, newKey: null };
}

function made(by: 'code' | 'name', text: string): Identity {
  return { by, tracker: null, isClear: true, touched: [], newKey: keyOf(by, text) };
}

function keyOf(by: 'code' | 'name', text: string): string {
  return `${by} ${text}`;
}

function idsOf(trackers: readonly Tracker[]): readonly number[] {
  return trackers.map(({ id }) => id);
}
