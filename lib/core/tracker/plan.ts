import { z } from '../base/schema';
import { type TrackerChanges, TrackerChangesSchema } from './draft';
import { formDraftKey } from './draft-key';
import type { Tracker } from './tracker';
import { VersionSchema } from './versions';

/** What is kept of a form, and as what it was saved: what is typed, or gone to, later stays. */
const DraftMarksSchema = z
  .array(z.object({ key: z.string(), was: z.unknown() }))
  .check(z.maxLength(2));

/** A new tracker, and by what it is told from others if it has to be looked for. */
export const CreatePlanSchema = z.object({
  advertiserId: z.number(),
  changes: TrackerChangesSchema,
  /**
   * The newest change among the advertiser's cached trackers, by the service's clock: what is made
   * after it was planned is no older. `null` where none is cached.
   */
  since: z.nullable(z.number()),
  /** Cached trackers with these very values: they are others. */
  twins: z.array(z.number()),
  drafts: DraftMarksSchema,
});
export type CreatePlan = z.infer<typeof CreatePlanSchema>;

/** A change of a tracker. */
export const EditPlanSchema = z.object({
  id: z.number(),
  changes: TrackerChangesSchema,
  /** When the tracker was last changed, by what is cached; `null` where it is not. */
  before: z.nullable(z.number()),
  /** What the form began with: it is looked at again before anything is sent. Without it, nothing is. */
  began: z.exactOptional(VersionSchema),
  drafts: DraftMarksSchema,
});
export type EditPlan = z.infer<typeof EditPlanSchema>;

export const DeletePlanSchema = z.object({
  id: z.number(),
  draftKey: z.nullable(z.string()),
  drafts: DraftMarksSchema,
});
export type DeletePlan = z.infer<typeof DeletePlanSchema>;

/** What a look at the service says of something whose answer was lost. */
export type Looked =
  | { readonly kind: 'made'; readonly tracker: Tracker }
  | { readonly kind: 'missing' }
  /** There is one that may be it; these are their ids. */
  | { readonly kind: 'doubtful'; readonly ids: readonly number[] };

/** Two clocks of the service, and the seconds that it cuts off. */
const SLACK_MS = 60_000;
/** How far a person's clock may be off, where no time of the service is known. */
const CLOCK_MS = 60 * 60_000;

/** Whether one of these is the tracker that was sent then (milliseconds since 1970, a person's clock). */
export function lookForCreated(
  plan: CreatePlan,
  sentAt: number,
  trackers: readonly Tracker[],
): Looked {
  const same = trackers.filter(
    (tracker) =>
      tracker.advertiserId === plan.advertiserId &&
      !plan.twins.includes(tracker.id) &&
      holds(tracker, plan.changes),
  );
  const from = plan.since === null ? sentAt - CLOCK_MS : plan.since - SLACK_MS;
  const [made] = same
    .filter(({ lastModified }) => lastModified >= from)
    .toSorted((a, b) => a.id - b.id);
  if (made) return { kind: 'made', tracker: made };
  if (plan.since !== null || same.length === 0) return { kind: 'missing' };
  return { kind: 'doubtful', ids: same.map(({ id }) => id) };
}

/** Whether a tracker, as it is now, was changed as it was to be. */
export function lookForEdited(plan: EditPlan, tracker: Tracker): Looked {
  if (holds(tracker, plan.changes)) return { kind: 'made', tracker };
  const isUntouched = plan.before === null || tracker.lastModified === plan.before;
  // Else somebody has written meanwhile, and ours would go over it.
  return isUntouched ? { kind: 'missing' } : { kind: 'doubtful', ids: [tracker.id] };
}

/** Whether a tracker has every value that was sent; the service may fill in others by itself. */
export function holds(tracker: Tracker, changes: TrackerChanges): boolean {
  const { name, code, state, lineItemId, publisherId, placementId, paymentRuleId } = changes;
  return [
    [name?.trim(), tracker.name.trim()],
    [code === undefined ? undefined : code?.trim() || null, tracker.code?.trim() || null],
    [state, tracker.state],
    [lineItemId, tracker.lineItem?.id],
    [publisherId, tracker.publisher?.id],
    [placementId, tracker.placement?.id ?? null],
    [paymentRuleId, tracker.paymentRule?.id ?? null],
  ].every(([sent, has]) => sent === undefined || sent === has);
}

/** The same text for the same changes, in whatever order they come. */
export function fingerprintOf(changes: TrackerChanges): string {
  const entries = Object.entries(changes).filter(([, value]) => value !== undefined);
  return JSON.stringify(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** What a save from the popup's form is about: the new tracker of its draft, or the one tracker. */
export function formSubject(advertiserId: number, trackerId: number | null): string {
  return trackerId === null ? formDraftKey(advertiserId, null) : trackerSubject(trackerId);
}

/** What a change or the deletion of a tracker is about. */
export function trackerSubject(trackerId: number): string {
  return `tracker:${trackerId}`;
}
