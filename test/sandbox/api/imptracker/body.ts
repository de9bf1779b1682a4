import { z } from 'zod';

import { ApiFailure, castError, syntaxError, type Where } from '../failure.ts';

// Read-only on the wire, hence ignored when sent; `clicktracker` is "not currently in use".
const IGNORED = { name: z.unknown().optional() };
const Id = z.int().positive();
const Reference = z.strictObject({ id: Id, ...IGNORED });
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
const ReadOnly = z.unknown().optional();
const readOnlyFields = {
  id: ReadOnly,
  member_id: ReadOnly,
  advertiser_id: ReadOnly,
  last_modified: ReadOnly,
  clicktracker: ReadOnly,
};

const { name, publisher, line_item, ...rest } = Fields;
const CreateBody = z.strictObject({
  name,
  publisher,
  line_item,
  ...z.strictObject(rest).partial().shape,
  ...readOnlyFields,
});
const ChangeBody = z.strictObject({ ...z.strictObject(Fields).partial().shape, ...readOnlyFields });

export type CreateFields = z.output<typeof CreateBody>;
export type ChangeFields = z.output<typeof ChangeBody>;

/** The body of a POST: name, publisher and line item are required (seed page). */
export function readCreateBody(text: string, at: Where): CreateFields {
  return read(CreateBody, text, at);
}

/** The body of a PUT: any of the fields, each of which replaces the old one. */
export function readChangeBody(text: string, at: Where): ChangeFields {
  return read(ChangeBody, text, at);
}

function read<Output>(schema: z.ZodType<Output>, text: string, at: Where): Output {
  const wrapper = z.record(z.string(), z.unknown()).safeParse(parseJson(text, at));
  if (!wrapper.success) throw syntaxError('Request body must be a JSON object', at);
  const { imptracker, ...others } = wrapper.data;
  if (imptracker === undefined) throw syntaxError('imptracker is required', at);
  for (const key of Object.keys(others)) throw syntaxError(`Unknown field: ${key}`, at);
  const parsed = schema.safeParse(imptracker);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) throw failureOf(issue, imptracker, at);
  throw syntaxError('Invalid imptracker', at);
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
  const [first] = issue.path;
  const path = issue.path.filter((part) => typeof part === 'string').join('.') || 'imptracker';
  if (issue.code === 'unrecognized_keys') {
    const prefix = first === undefined ? '' : `${path}.`;
    return syntaxError(`Unknown field: ${prefix}${issue.keys[0] ?? ''}`, at);
  }
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
