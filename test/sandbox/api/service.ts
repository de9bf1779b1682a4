import type { Row } from '../state/row.ts';
import type { ApiFailure, Where } from './failure.ts';
import type { JsonObject } from './envelope.ts';

export type FieldType = 'int' | 'double' | 'string' | 'date' | 'boolean' | 'multi_object';

/** One field as `/meta` tells it. A field that filters or sorts is a column of the same name. */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly filter: boolean;
}

/** A service whose objects can be listed and read. */
export interface Service {
  readonly name: string;
  readonly singular: string;
  readonly plural: string;
  /** The table or view that is read; it has `id` and `member_id`. */
  readonly from: string;
  readonly fields: readonly Field[];
  /** One of these parameters must be there (or `id`), else "Invalid path". */
  readonly parents?: { readonly keys: readonly string[]; readonly label: string };
  readonly represent: (row: Row) => JsonObject;
  /** How a single missing object is reported. */
  readonly gone: (id: number, at: Where) => ApiFailure;
}

/** Fields one can filter and sort by, from `name: type` pairs. */
export function fields(types: Readonly<Record<string, FieldType>>): Field[] {
  return Object.entries(types).map(([name, type]) => ({ name, type, filter: true }));
}

/** Fields that are only shown. */
export function shownOnly(types: Readonly<Record<string, FieldType>>): Field[] {
  return Object.entries(types).map(([name, type]) => ({ name, type, filter: false }));
}
