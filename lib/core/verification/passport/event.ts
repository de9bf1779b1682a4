import { z } from '../../base/schema';
import { TAG_TYPES } from '../../tag/tag-spec';
import type { TrackerChanges } from '../../tracker/draft';
import { TRACKER_FIELDS, type TrackerField } from '../../tracker/fields';
import { type Tracker, TrackerStateSchema } from '../../tracker/tracker';

/** Which were set, or were other than before. */
const fields = z.array(z.enum(TRACKER_FIELDS)).check(z.maxLength(TRACKER_FIELDS.length));
/** What the state was set to; absent where it was not, and in what was noted before this was. */
const state = z.exactOptional(TrackerStateSchema);
const short = z.string().check(z.maxLength(300));
/** As far from 1970 as a date can be, in milliseconds. */
const LAST_MOMENT = 8.64e15;
const when = {
  trackerId: z.number(),
  /** Milliseconds since 1970, UTC. */
  at: z.number().check(z.gte(-LAST_MOMENT), z.lte(LAST_MOMENT)),
};
const tag = {
  /** The ad server's id in the catalogue; `null` where none was chosen, or it is not known. */
  adServerId: z.nullable(short),
  /** `null` where it is not known. */
  type: z.nullable(z.enum(TAG_TYPES)),
  /** The host of the console; `null` on a page of Piggyback's own. */
  console: z.nullable(short),
};

/**
 * What is noted of a tracker as it happens in this browser. That it was seen firing is not among them: recordings
 * themselves say so.
 */
export const PassportEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('created'), ...when }),
  z.object({ kind: z.literal('changed'), ...when, fields, state }),
  z.object({ kind: z.literal('deleted'), ...when }),
  /** It was found otherwise than it was kept: `at` is when, by the service's word; by whom is not told. */
  z.object({ kind: z.literal('changed-elsewhere'), ...when, fields, state }),
  z.object({ kind: z.literal('copied'), ...when, ...tag }),
  z.object({ kind: z.literal('inserted'), ...when, ...tag }),
]);
export type PassportEvent = Readonly<z.infer<typeof PassportEventSchema>>;

const BY_CHANGE = {
  name: 'name',
  code: 'code',
  state: 'state',
  lineItemId: 'lineItem',
  publisherId: 'publisher',
  placementId: 'placement',
  paymentRuleId: 'paymentRule',
} as const satisfies Record<keyof TrackerChanges, TrackerField>;

/** The fields that a change sets. */
export function fieldsSet(changes: TrackerChanges): TrackerField[] {
  const set = new Set<string>(Object.keys(changes));
  const named = Object.entries(BY_CHANGE).filter(([key]) => set.has(key));
  return named.map(([, field]) => field);
}

/** The fields in which two versions of a tracker differ; the name that an object has now is no field of it. */
function fieldsBetween(before: Tracker, now: Tracker): TrackerField[] {
  const valueOf = (tracker: Tracker, field: TrackerField) => {
    const value = tracker[field];
    return typeof value === 'object' ? (value?.id ?? null) : value;
  };
  return TRACKER_FIELDS.filter((field) => valueOf(before, field) !== valueOf(now, field));
}

/** What there is to note where a later version of a tracker is read than was kept; `null` where nothing is. */
export function changedElsewhere(before: Tracker | null, now: Tracker): PassportEvent | null {
  if (before === null || now.lastModified <= before.lastModified) return null;
  const { id, lastModified: at } = now;
  const isSwitched = before.state !== now.state;
  return {
    kind: 'changed-elsewhere',
    trackerId: id,
    at,
    fields: fieldsBetween(before, now),
    ...(isSwitched && { state: now.state }),
  };
}
