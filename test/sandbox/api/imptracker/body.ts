import { z } from 'zod';

import { ApiFailure, castError, syntaxError, type Where } from '../failure.ts';

const Id = z.int().positive();
const Reference = z.object({ id: Id });
/**
 * The field table calls `tag` an array, the examples and the service's metadata an object. Both
 * are taken; an answer always has the object.
 */
const Tag = z.union([
  Reference,
  z
    .array(Reference)
    .max(1)
    .transform((list) => list[0] ?? null),
]);

const Fields = {
  // 255 and 100 are the documented lengths of a line item's name and code; assumed here.
  name: z.string().trim().min(1).max(255),
  code: z.string().max(100).nullable(),
  state: z.enum(['active', 'inactive']),
  publisher: Reference,
  tag: Tag.nullable(),
  payment_rule: Reference.nullable(),
  line_item: Reference,
};
// Read-only on the wire; `clicktracker` is "not currently in use".
const READ_ONLY = new Set(['id', 'member_id', 'advertiser_id', 'last_modified', 'clicktracker']);
const REFERENCES = ['publisher', 'tag', 'payment_rule', 'line_item'];

const { name, publisher, line_item, ...rest } = Fields;
const CreateBody = z.object({ name, publisher, line_item, ...z.object(rest).partial().shape });
const ChangeBody = z.object(Fields).partial();

export type CreateFields = z.output<typeof CreateBody>;
export type ChangeFields = z.output<typeof ChangeBody>;

/** What a body says, and warnings of what in it was passed over. */
export interface ReadBody<Output> {
  readonly fields: Output;
  readonly warnings: readonly string[];
}

/** The body of a POST: name, publisher and line item are required (seed page). */
export function readCreateBody(text: string, at: Where): ReadBody<CreateFields> {
  return read(CreateBody, text, at);
}

/** The body of a PUT: any of the fields, each of which replaces the old one. */
export function readChangeBody(text: string, at: Where): ReadBody<ChangeFields> {
  return read(ChangeBody, text, at);
}

function read<Output>(schema: z.ZodType<Output>, text: string, at: Where): ReadBody<Output> {
  const wrapper = z.record(z.string(), z.unknown()).safeParse(parseJson(text, at));
  if (!wrapper.success) throw syntaxError('Request body must be a JSON object', at);
  const { imptracker, ...others } = wrapper.data;
  if (imptracker === undefined) throw syntaxError('imptracker is required', at);
  const parsed = schema.safeParse(imptracker);
  if (parsed.success) {
    const unknown = Object.keys(others).map(unknownField);
    return { fields: parsed.data, warnings: [...unknown, ...warningsOf(imptracker)] };
  }
  for (const issue of parsed.error.issues) throw failureOf(issue, imptracker, at);
  throw syntaxError('Invalid imptracker', at);
}

// That production warns of these and goes on was recorded; the wording is assumed.
function warningsOf(imptracker: unknown): string[] {
  const known = new Set(Object.keys(Fields));
  return Object.entries(Object(imptracker)).flatMap(([key, value]) => {
    if (READ_ONLY.has(key)) return [`Field ${key} is read-only and was ignored`];
    if (!known.has(key)) return [unknownField(key)];
    if (!REFERENCES.includes(key)) return [];
    return Object.keys(Object([value].flat()[0]))
      .filter((part) => part !== 'id')
      .map((part) =>
        part === 'name'
          ? `Field ${key}.name is read-only and was ignored`
          : unknownField(`${key}.${part}`),
      );
  });
}

function unknownField(name: string): string {
  return `Field ${name} is not known and was ignored`;
}

function parseJson(text: string, at: Where): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw syntaxError('Request body is not valid JSON', at);
  }
}

/** The first fault of a body in the API's words. Only CAST_ERROR's wording is known. */
function failureOf(issue: z.core.$ZodIssue, body: unknown, at: Where): ApiFailure {
  const path = issue.path.filter((part) => typeof part === 'string').join('.') || 'imptracker';
  // A union reports its branches; the object's is the one to tell about.
  if (issue.code === 'invalid_union') return unionFailure(issue, path, body, at);
  if (valueAt(body, issue.path) === undefined || issue.code === 'too_small') {
    if (path.endsWith('id')) return castOrRequired(issue, path, body, at);
    return syntaxError(`Missing required field: ${path}`, at);
  }
  if (issue.code === 'too_big' && issue.origin === 'string') {
    return syntaxError(`Field ${path} must not be longer than ${String(issue.maximum)}`, at);
  }
  if (issue.code === 'too_big') return syntaxError(`Field ${path} takes one object only`, at);
  return castError(path, TYPES[path] ?? 'int', at);
}

function castOrRequired(
  issue: z.core.$ZodIssue,
  path: string,
  body: unknown,
  at: Where,
): ApiFailure {
  const isMissing = valueAt(body, issue.path) === undefined;
  return isMissing
    ? syntaxError(`Missing required field: ${path}`, at)
    : castError(path, 'int', at);
}

function unionFailure(
  issue: z.core.$ZodIssueInvalidUnion,
  path: string,
  body: unknown,
  at: Where,
): ApiFailure {
  const value = valueAt(body, issue.path);
  const branch = issue.errors[Array.isArray(value) ? 1 : 0]?.[0];
  const isObject = typeof value === 'object' && value !== null;
  if (!branch || !isObject) return castError(path, TYPES[path] ?? 'object', at);
  return failureOf({ ...branch, path: [...issue.path, ...branch.path] }, body, at);
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    body,
  );
}

const TYPES: Readonly<Record<string, string>> = {
  imptracker: 'object',
  name: 'string',
  code: 'string',
  state: 'enum',
  publisher: 'object',
  tag: 'object',
  payment_rule: 'object',
  line_item: 'object',
};
