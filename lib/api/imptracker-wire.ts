import { z } from '../core/base/schema';
import type { TrackerChanges } from '../core/tracker/draft';
import type { Ref, Tracker } from '../core/tracker/tracker';

// Ids come as numbers or, after PUT and from some services, as strings.
export const IdSchema = z.pipe(
  z.union([z.number(), z.string().check(z.regex(/^\d+$/))]),
  z.transform(Number),
);

/** Ids as a filter. A comma makes it a list, of one too; a single id that is gone would be an error. */
export function listOf(ids: readonly number[]): string {
  return ids.length === 1 ? `${ids.join()},${ids.join()}` : ids.join();
}

// What is not there is null, or may come as an object whose id is null or 0.
const WireRefSchema = z.object({
  id: z.nullable(IdSchema),
  name: z.optional(z.nullable(z.string())),
});

// The field table calls `tag` an array, the examples an object or null; both are read.
const WireTagSchema = z.union([WireRefSchema, z.array(WireRefSchema)]);

const ImptrackerSchema = z.object({
  id: IdSchema,
  member_id: IdSchema,
  advertiser_id: IdSchema,
  name: z.string(),
  code: z.optional(z.nullable(z.string())),
  state: z._default(z.enum(['active', 'inactive']), 'active'),
  last_modified: z.string(),
  publisher: z.optional(z.nullable(WireRefSchema)),
  tag: z.optional(z.nullable(WireTagSchema)),
  payment_rule: z.optional(z.nullable(WireRefSchema)),
  line_item: z.optional(z.nullable(WireRefSchema)),
});

/** An `imptracker` of the wire in our words, or `null` where it is none. */
export function readImptracker(row: unknown): Tracker | null {
  const parsed = ImptrackerSchema.safeParse(row);
  if (!parsed.success) return null;
  const wire = parsed.data;
  const tags = (Array.isArray(wire.tag) ? wire.tag : [wire.tag]).flatMap(
    (tag) => readRef(tag) ?? [],
  );
  return {
    id: wire.id,
    memberId: wire.member_id,
    advertiserId: wire.advertiser_id,
    name: wire.name,
    code: wire.code ?? null,
    state: wire.state,
    lineItem: readRef(wire.line_item),
    publisher: readRef(wire.publisher),
    placement: tags[0] ?? null,
    ...(tags.length > 1 && { morePlacements: tags.length - 1 }),
    paymentRule: readRef(wire.payment_rule),
    lastModified: readTimestamp(wire.last_modified),
  };
}

/** The body for POST or PUT: only the fields that are to change, in the words of the wire. */
export function writeImptracker(changes: TrackerChanges): { imptracker: Record<string, unknown> } {
  const imptracker: Record<string, unknown> = {};
  if (changes.name !== undefined) imptracker.name = changes.name;
  if (changes.code !== undefined) imptracker.code = changes.code;
  if (changes.state !== undefined) imptracker.state = changes.state;
  if (changes.lineItemId !== undefined) imptracker.line_item = { id: changes.lineItemId };
  if (changes.publisherId !== undefined) imptracker.publisher = { id: changes.publisherId };
  if (changes.placementId !== undefined) imptracker.tag = idOrNull(changes.placementId);
  if (changes.paymentRuleId !== undefined) {
    imptracker.payment_rule = idOrNull(changes.paymentRuleId);
  }
  return { imptracker };
}

/** A `YYYY-MM-DD HH:MM:SS` of the wire (UTC, API semantics) as milliseconds since 1970. */
export function readTimestamp(text: string): number {
  const at = Date.parse(`${text.replace(' ', 'T')}Z`);
  return Number.isNaN(at) ? 0 : at;
}

/** Milliseconds since 1970 as the wire writes a moment. */
export function writeTimestamp(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}

function readRef(wire: z.infer<typeof WireRefSchema> | null | undefined): Ref | null {
  return wire?.id ? { id: wire.id, name: wire.name ?? String(wire.id) } : null;
}

// That an explicit null clears these is not documented; it is the natural reading (api.md 2.3).
function idOrNull(id: number | null): { id: number } | null {
  return id === null ? null : { id };
}
