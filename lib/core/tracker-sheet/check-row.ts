import { CODE_MAX, NAME_MAX } from '../tracker/draft';
import type { Ref, TrackerState } from '../tracker/tracker';
import { findTracker, type Identity } from './find-tracker';
import { levelOf, type RowIssue } from './issue';
import type { ObjectQuery } from './known';
import type { Lookup } from './lookup';
import type { SheetRow } from './open-sheet';
import {
  changesOfFields,
  fieldChanges,
  type PlannedRow,
  type RowKind,
  type TrackerValues,
} from './planned-row';
import { isNone, isSaid, resolveObject, type Said } from './resolve-object';
import { type Layout, RowCells } from './row-cells';

/** A row checked by itself, before it is held against the others. */
export interface CheckedRow {
  readonly planned: PlannedRow;
  readonly identity: Identity;
  /** The tracker's values once the row is done; `null` where that cannot be told. */
  readonly after: TrackerValues | null;
  readonly cells: RowCells;
}

const NEW: TrackerValues = {
  name: '',
  code: null,
  state: 'active',
  lineItem: null,
  publisher: null,
  placement: null,
  paymentRule: null,
};

/** Checks one row: which tracker it is, which objects it names, and what it would change. An empty cell says nothing. */
export function checkTrackerRow(row: SheetRow, layout: Layout, lookup: Lookup): CheckedRow {
  const cells = new RowCells(row, layout);
  checkAdvertiser(cells, lookup);
  const identity = findTracker(cells, lookup);
  const before = identity.tracker;
  const base = before ?? NEW;
  const isNew = before === null && identity.isClear;

  const name = readName(cells, before, isNew);
  const code = readCode(cells);
  const state = readState(cells);
  const lineItem = resolveObject(
    cells,
    'lineItem',
    { kind: 'line-item', advertiserId: lookup.advertiser.id },
    lookup,
  );
  const publisher = resolveObject(cells, 'publisher', { kind: 'publisher' }, lookup);
  const parent = publisherOf(publisher, base.publisher);
  // Where it is the publisher that cannot be told, that is said already.
  const inPublisher = (kind: 'placement' | 'paymentRule'): Said => {
    if (parent === undefined) return { kind: 'unclear' };
    const query: ObjectQuery | null = parent && {
      kind: kind === 'placement' ? 'placement' : 'payment-rule',
      publisherId: parent.id,
    };
    return resolveObject(cells, kind, query, lookup);
  };
  const placement = inPublisher('placement');
  const paymentRule = inPublisher('paymentRule');
  if (isNew && !isSaid(cells, 'lineItem'))
    cells.note('line-item-missing', ['lineItem', 'lineItemId']);
  if (isNew && !isSaid(cells, 'publisher')) {
    cells.note('publisher-missing', ['publisher', 'publisherId']);
  }

  // Placement and payment rule belong to a publisher, so they go with it, as in the form.
  const isMoved = parent !== undefined && parent?.id !== base.publisher?.id;
  const after: TrackerValues = {
    name: name ?? base.name,
    code: code === undefined ? base.code : code,
    state: state ?? base.state,
    lineItem: valueOf(lineItem, base.lineItem),
    publisher: valueOf(publisher, base.publisher),
    placement: valueOf(placement, isMoved ? null : base.placement),
    paymentRule: valueOf(paymentRule, isMoved ? null : base.paymentRule),
  };
  const kind = kindOf(cells.issues, isNew);
  const fields = kind === null ? [] : fieldChanges(before, after);
  const planned: PlannedRow = {
    row: cells.line,
    kind: kind === 'change' && fields.length === 0 ? 'unchanged' : (kind ?? worst(cells.issues)),
    tracker: before,
    name: after.name || cells.text('name'),
    fields,
    changes: changesOfFields(fields),
    issues: cells.issues,
  };
  return { planned, identity, after: kind === null ? null : after, cells };
}

function kindOf(issues: readonly RowIssue[], isNew: boolean): 'create' | 'change' | null {
  if (issues.some((issue) => levelOf(issue) !== 'note')) return null;
  return isNew ? 'create' : 'change';
}

/** What a row is that has issues: an error is mended first. */
export function worst(issues: readonly RowIssue[]): RowKind {
  return issues.some((issue) => levelOf(issue) === 'error') ? 'error' : 'conflict';
}

/** The publisher that placements are looked for in; `null` for none, `undefined` where that cannot be told. */
function publisherOf(said: Said, before: Ref | null): Ref | null | undefined {
  if (said.kind === 'object') return said.ref;
  return said.kind === 'nothing' ? before : undefined;
}

function valueOf(said: Said, before: Ref | null): Ref | null {
  if (said.kind === 'object') return said.ref;
  return said.kind === 'none' ? null : before;
}

function checkAdvertiser(cells: RowCells, { advertiser }: Lookup): void {
  const said = cells.said('advertiser');
  if (said === null) return;
  const { id, name, code } = advertiser;
  const isSame = [String(id), `#${id}`, name.trim(), code?.trim()].includes(said);
  if (!isSame) cells.note('other-advertiser', ['advertiser']);
}

function readName(cells: RowCells, before: TrackerValues | null, isNew: boolean): string | null {
  const name = cells.said('name');
  if (name === null) {
    if (isNew) cells.note('name-missing', ['name']);
    return null;
  }
  // In this sheet the word takes away, and a name cannot be; one that is called so already may say it.
  if (isNone(name) && before?.name.trim() !== name) cells.note('cannot-be-none', ['name']);
  if (name.length > NAME_MAX) cells.note('name-too-long', ['name']);
  return name;
}

/** `undefined` where nothing is said of it. */
function readCode(cells: RowCells): string | null | undefined {
  const code = cells.said('code');
  if (code === null) return undefined;
  if (isNone(code)) return null;
  if (code.length > CODE_MAX) cells.note('code-too-long', ['code']);
  return code;
}

function readState(cells: RowCells): TrackerState | null {
  const state = cells.said('state')?.toLowerCase() ?? null;
  if (state === 'active' || state === 'inactive') return state;
  if (state !== null) cells.note('state-unknown', ['state']);
  return null;
}
