import type { Ref } from '../tracker/tracker';
import type { ObjectField, TrackerColumn } from './columns';
import { candidatesOf, type IssueCode } from './issue';
import { type KnownObject, listKey, type ObjectQuery } from './known';
import type { Lookup } from './lookup';
import type { Match, MatchBy } from './object-index';
import type { RowCells } from './row-cells';

function matchBy(column: TrackerColumn): MatchBy {
  if (column.endsWith('Id')) return 'id';
  return column.endsWith('Code') ? 'code' : 'any';
}

/** What a row says of an object: nothing, that there is to be none, which one, or what cannot be told. */
export type Said =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'none' }
  | { readonly kind: 'object'; readonly ref: Ref }
  | { readonly kind: 'unclear' };

const NOTHING: Said = { kind: 'nothing' };
const UNCLEAR: Said = { kind: 'unclear' };

/** Whether a cell says that there is to be nothing: an empty one says nothing at all. */
export function isNone(text: string): boolean {
  return /^\(?none\)?$/i.test(text);
}

/** Whether a row has anything in the columns of an object. */
export function isSaid(cells: RowCells, field: ObjectField): boolean {
  return cells.saidOf(field).length > 0;
}

/**
 * The object that a row names, noted at its cells where that is not one and the same. `query` is the list to
 * look in; `null` where it is not known which.
 */
export function resolveObject(
  cells: RowCells,
  field: ObjectField,
  query: ObjectQuery | null,
  lookup: Lookup,
): Said {
  const [first, ...others] = cells.saidOf(field);
  if (first === undefined) return NOTHING;
  if (query === null) {
    for (const column of [first, ...others]) cells.note('publisher-first', [column]);
    return UNCLEAR;
  }
  const said = resolveCell(cells, first, query, lookup);
  const alike = others.map((column) => resolveCell(cells, column, query, lookup));
  if (said.kind === 'unclear' || alike.some(({ kind }) => kind === 'unclear')) return UNCLEAR;
  if (alike.every((other) => isSame(said, other))) return said;
  for (const column of others) cells.note('columns-differ', [column]);
  return UNCLEAR;
}

function resolveCell(
  cells: RowCells,
  column: TrackerColumn,
  query: ObjectQuery,
  lookup: Lookup,
): Said {
  const text = cells.text(column);
  const list = lookup.listOf(query);
  const note = (code: IssueCode, objects: readonly KnownObject[] = []) => {
    const choice = objects.length > 0 ? choiceKey(query, text) : null;
    cells.note(code, [column], { candidates: candidatesOf(objects), choice });
    return UNCLEAR;
  };
  if (list === null) return note('not-read');
  const chosen = lookup.hasChosen ? lookup.chosen(choiceKey(query, text)) : null;
  const object = chosen === null ? null : list.index.byId.get(chosen);
  if (object) return { kind: 'object', ref: refOf(object) };
  const match: Match = list.index.match(text, matchBy(column));
  if (isNone(text)) {
    // One that is called so may be meant as well.
    if (match.kind === 'found') return note('object-ambiguous', [match.object]);
    if (match.kind === 'ambiguous') return note('object-ambiguous', match.objects);
    const isNeeded = query.kind === 'line-item' || query.kind === 'publisher';
    return isNeeded ? note('cannot-be-none') : { kind: 'none' };
  }
  switch (match.kind) {
    case 'found':
      return { kind: 'object', ref: refOf(match.object) };
    case 'ambiguous':
      return note('object-ambiguous', match.objects);
    case 'bad-id':
      return note('object-id-unreadable');
    case 'unknown':
      return list.isWhole ? note('object-unknown', match.near) : note('list-cut');
  }
}

/** Under which it is kept what a person means by a text, in a list. */
function choiceKey(query: ObjectQuery, text: string): string {
  return `${listKey(query)} ${text}`;
}

function isSame(one: Said, other: Said): boolean {
  return one.kind === 'object' && other.kind === 'object'
    ? one.ref.id === other.ref.id
    : one.kind === other.kind;
}

function refOf({ id, name }: KnownObject): Ref {
  return { id, name };
}
