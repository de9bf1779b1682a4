import { castError, type Where } from './failure.ts';
import type { Field } from './service.ts';

/** A filter's value read as its field's type; a wrong one is a CAST_ERROR. */
export function castValue(field: Field, value: string, at: Where): string | number {
  const cast = CASTS[field.type];
  const result = cast(value);
  if (result === null) throw castError(field.name, field.type, at);
  return result;
}

/** A filter's values: a comma list, except where a comma may belong to the value itself. */
export function castValues(field: Field, value: string, at: Where): (string | number)[] {
  const parts = field.name === 'name' ? [value] : value.split(',');
  return parts.map((part) => castValue(field, part.trim(), at));
}

/** `start_element` and `num_elements`: whole numbers, never negative. */
export function castPaging(
  name: string,
  value: string | null,
  fallback: number,
  at: Where,
): number {
  if (value === null) return fallback;
  if (!/^\d+$/.test(value)) throw castError(name, 'int', at);
  return Number(value);
}

const CASTS: Record<Field['type'], (value: string) => string | number | null> = {
  int: (value) => (/^-?\d{1,15}$/.test(value) ? Number(value) : null),
  double: (value) => (/^-?\d+(\.\d+)?$/.test(value) ? Number(value) : null),
  string: (value) => value,
  // Documented form of a date in a filter: YYYY-MM-DD+HH:MM:SS.
  date: (value) => (/^\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d)?$/.test(value) ? value : null),
  boolean: (value) => ({ true: 1, false: 0, '1': 1, '0': 0 })[value] ?? null,
  multi_object: () => null,
};
