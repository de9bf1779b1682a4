import { z } from '../base/schema';
import { draftOf, type DraftField, type TrackerDraft, TrackerDraftSchema } from './draft';
import type { Tracker } from './tracker';

/** A tracker as it was at some moment: when it was last changed (milliseconds since 1970, UTC), and its fields. */
export const VersionSchema = z.object({ lastModified: z.number(), draft: TrackerDraftSchema });
export type Version = Readonly<z.infer<typeof VersionSchema>>;

const SideSchema = z.enum(['mine', 'theirs']);
/** Whose value is to be saved. */
export type Side = z.infer<typeof SideSchema>;

/** What a person has decided, by field. */
export const DecisionsSchema = z.object({
  name: z.exactOptional(SideSchema),
  code: z.exactOptional(SideSchema),
  state: z.exactOptional(SideSchema),
  lineItem: z.exactOptional(SideSchema),
  publisher: z.exactOptional(SideSchema),
  placement: z.exactOptional(SideSchema),
  paymentRule: z.exactOptional(SideSchema),
});
export type Decisions = Readonly<z.infer<typeof DecisionsSchema>>;

/** A field in which two versions of a tracker differ. */
export interface Difference {
  readonly field: DraftField;
  /** Who has changed it since the form was opened. */
  readonly by: 'me' | 'them' | 'both';
  /** It belongs to a publisher, and the publishers differ: it is decided together with them. */
  readonly isOfPublisher: boolean;
}

/** In the order of the form. */
const FIELDS: readonly DraftField[] = [
  'name',
  'lineItem',
  'publisher',
  'placement',
  'paymentRule',
  'code',
  'state',
];
const OF_PUBLISHER: ReadonlySet<DraftField> = new Set(['placement', 'paymentRule']);

export function versionOf(tracker: Tracker): Version {
  return { lastModified: tracker.lastModified, draft: draftOf(tracker) };
}

/** The fields in which two forms differ: texts but for blanks at their ends, objects by their ids. */
export function differingFields(a: TrackerDraft, b: TrackerDraft): readonly DraftField[] {
  return FIELDS.filter((field) => valueOf(a, field) !== valueOf(b, field));
}

/**
 * Where what is typed and what the service has now differ, and who has changed it since. `began` is the tracker
 * as it was when the form was opened.
 */
export function compareVersions(
  began: TrackerDraft,
  theirs: TrackerDraft,
  mine: TrackerDraft,
): readonly Difference[] {
  const byMe = new Set(differingFields(began, mine));
  const byThem = new Set(differingFields(began, theirs));
  const fields = differingFields(mine, theirs);
  const isApart = fields.includes('publisher');
  const group = FIELDS.filter((field) => field === 'publisher' || OF_PUBLISHER.has(field));
  return fields.map((field) => {
    const isOfPublisher = isApart && OF_PUBLISHER.has(field);
    // What belongs to a publisher goes with it, so that whoever changed a part has changed all of it.
    const asked = isApart && group.includes(field) ? group : [field];
    const isMine = asked.some((one) => byMe.has(one));
    const isTheirs = asked.some((one) => byThem.has(one));
    const by = isMine && isTheirs ? 'both' : isMine ? 'me' : 'them';
    return { field, by, isOfPublisher };
  });
}

/** Whose value of a field is to be saved; `null` while both have changed it and nobody has decided. */
export function sideOf(
  { field, by, isOfPublisher }: Difference,
  decisions: Decisions,
): Side | null {
  const decided = decisions[isOfPublisher ? 'publisher' : field];
  if (decided !== undefined) return decided;
  return by === 'both' ? null : by === 'me' ? 'mine' : 'theirs';
}

/** Every field decided for one side. */
export function allOf(differences: readonly Difference[], side: Side): Decisions {
  return Object.fromEntries(differences.map(({ field }) => [field, side]));
}

/** What is still decided once theirs has changed again: where it has, a person looks anew. */
export function decisionsAfter(
  decisions: Decisions,
  before: TrackerDraft,
  now: TrackerDraft,
): Decisions {
  const changed = new Set(differingFields(before, now));
  const isOfPublisher = changed.has('placement') || changed.has('paymentRule');
  if (isOfPublisher) changed.add('publisher');
  const entries = FIELDS.flatMap((field) => {
    const side = decisions[field];
    return side === undefined || changed.has(field) ? [] : [[field, side] as const];
  });
  return Object.fromEntries(entries);
}

/** What is to be saved by these decisions; `null` while one is missing. */
export function mergeVersions(
  differences: readonly Difference[],
  decisions: Decisions,
  theirs: TrackerDraft,
  mine: TrackerDraft,
): TrackerDraft | null {
  const sides = differences.map((one) => ({ ...one, side: sideOf(one, decisions) }));
  if (sides.some(({ side }) => side === null)) return null;
  const taken = sides.filter(({ side }) => side === 'theirs').map(({ field }) => field);
  return { ...mine, ...Object.fromEntries(taken.map((field) => [field, theirs[field]])) };
}

function valueOf(draft: TrackerDraft, field: DraftField): string | number | null {
  const value = draft[field];
  if (typeof value === 'string') return value.trim();
  return value?.id ?? null;
}
