import { type Where, syntaxError } from './failure.ts';
import { castValue, castValues } from './query-values.ts';
import type { Field, Service } from './service.ts';

/** A piece of SQL with its values. */
export interface Clause {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

// Parameters that are no filters, so that they cause no warning.
const CONTROLS = new Set(['start_element', 'num_elements', 'sort', 'fields', 'current']);
// The services whose pages document `search`; what the others do with it is not known.
const SEARCHED = new Set(['advertiser', 'line-item', 'placement']);
const ORDERED: readonly Field['type'][] = ['int', 'double', 'date'];

/** The conditions of a list call, and warnings about parameters that mean nothing here. */
export function readFilters(
  service: Service,
  params: URLSearchParams,
  at: Where,
): { clauses: Clause[]; warnings: string[] } {
  const clauses: Clause[] = [];
  const warnings: string[] = [];
  for (const [key, value] of params) {
    if (CONTROLS.has(key)) continue;
    const isSearch = key === 'search' && SEARCHED.has(service.name);
    const clause = isSearch ? searchClause(value) : filterClause(service, key, value, at);
    if (clause) clauses.push(clause);
    // Whether the real service ignores or refuses these is not known.
    else warnings.push(`Parameter ${key} is not known to ${service.name} and was ignored`);
  }
  return { clauses, warnings };
}

function filterClause(service: Service, key: string, value: string, at: Where): Clause | null {
  const [, prefix = '', name = ''] = /^(min_|max_|nmin_|nmax_|not_|like_)?(.+)$/.exec(key) ?? [];
  const field = service.fields.find((one) => one.filter && one.name === name);
  if (!field) return null;
  const isOrdered = ORDERED.includes(field.type);
  const column = field.name;
  if (prefix === 'min_' && isOrdered) return one(`${column} >= ?`, field, value, at);
  if (prefix === 'max_' && isOrdered) return one(`${column} <= ?`, field, value, at);
  const isDate = field.type === 'date';
  if (prefix === 'nmin_' && isDate)
    return one(`(${column} IS NULL OR ${column} >= ?)`, field, value, at);
  if (prefix === 'nmax_' && isDate)
    return one(`(${column} IS NULL OR ${column} <= ?)`, field, value, at);
  if (prefix === 'like_' && field.type === 'string') return contains(column, value);
  if (prefix !== '' && prefix !== 'not_') return null;
  const values = castValues(field, value, at);
  const marks = values.map(() => '?').join(', ');
  if (prefix === 'not_')
    return { sql: `(${column} IS NULL OR ${column} NOT IN (${marks}))`, values };
  return { sql: `${column} IN (${marks})`, values };
}

function one(sql: string, field: Field, value: string, at: Where): Clause {
  return { sql, values: [castValue(field, value, at)] };
}

// Documented as `like_name=partial`; that it ignores case and takes no wildcards is assumed.
function contains(column: string, value: string): Clause {
  const escaped = value.replace(/[\\%_]/g, '\\$&');
  return { sql: `${column} LIKE ? ESCAPE '\\'`, values: [`%${escaped}%`] };
}

function searchClause(term: string): Clause {
  const byName = contains('name', term);
  return { sql: `(id = ? OR ${byName.sql})`, values: [term, ...byName.values] };
}

/** `sort=name.asc,id.desc` as SQL. Ends on the id, so that pages never overlap. */
export function readSort(service: Service, sort: string | null, at: Where): string {
  if (sort === null || sort === '') return 'id ASC';
  const parts = sort.split(',').map((part) => {
    const [name = '', direction = 'asc'] = part.trim().split('.');
    const field = service.fields.find((one) => one.filter && one.name === name);
    if (!field || !/^(asc|desc)$/i.test(direction)) {
      throw syntaxError(`Invalid sort parameter: ${part}`, at);
    }
    const collation = field.type === 'string' ? ' COLLATE NOCASE' : '';
    return `${field.name}${collation} ${direction.toUpperCase()}`;
  });
  return [...parts, 'id ASC'].join(', ');
}
