import { z } from '../base/schema';
import { type FoundObject, FoundObjectSchema } from './found-object';
import { type Tracker, TrackerStateSchema } from './tracker';

/** What a person has typed into the tracker form, valid or not. */
export const TrackerDraftSchema = z.object({
  name: z.string(),
  code: z.string(),
  state: TrackerStateSchema,
  lineItem: z.nullable(FoundObjectSchema),
  publisher: z.nullable(FoundObjectSchema),
  placement: z.nullable(FoundObjectSchema),
  paymentRule: z.nullable(FoundObjectSchema),
});
export type TrackerDraft = z.infer<typeof TrackerDraftSchema>;

/** The fields to send; a field that is absent stays as it is, `null` clears it. */
export const TrackerChangesSchema = z.object({
  name: z.optional(z.string()),
  code: z.optional(z.nullable(z.string())),
  state: z.optional(TrackerStateSchema),
  lineItemId: z.optional(z.number()),
  publisherId: z.optional(z.number()),
  placementId: z.optional(z.nullable(z.number())),
  paymentRuleId: z.optional(z.nullable(z.number())),
});
export type TrackerChanges = z.infer<typeof TrackerChangesSchema>;

export type DraftProblem =
  | 'name-missing'
  | 'name-too-long'
  | 'code-too-long'
  | 'line-item-missing'
  | 'publisher-missing';

export type DraftField = keyof TrackerDraft;

/** The form of a tracker that does not exist yet. */
export function emptyDraft(): TrackerDraft {
  return {
    name: '',
    code: '',
    state: 'active',
    lineItem: null,
    publisher: null,
    placement: null,
    paymentRule: null,
  };
}

/** The form filled with an existing tracker. */
export function draftOf(tracker: Tracker): TrackerDraft {
  return {
    name: tracker.name,
    code: tracker.code ?? '',
    state: tracker.state,
    lineItem: tracker.lineItem,
    publisher: tracker.publisher,
    placement: tracker.placement,
    paymentRule: tracker.paymentRule,
  };
}

/**
 * The draft with another publisher. Placement and payment rule belong to a publisher, so they go, unless they are
 * known to be this one's.
 */
export function withPublisher(draft: TrackerDraft, publisher: FoundObject | null): TrackerDraft {
  if (publisher?.id === draft.publisher?.id) return { ...draft, publisher };
  const ifItsOwn = (object: FoundObject | null) =>
    publisher !== null && object?.owner?.id === publisher.id ? object : null;
  const { placement, paymentRule } = draft;
  return {
    ...draft,
    publisher,
    placement: ifItsOwn(placement),
    paymentRule: ifItsOwn(paymentRule),
  };
}

// Lengths are those of the sibling services (line item name 255, code 100; api.md 3.3); the
// tracker's own are not documented.
export const NAME_MAX = 255;
export const CODE_MAX = 100;

/**
 * What keeps a draft from being saved, by field. Name, line item and publisher are required of a new tracker
 * (seed). Of one that is there (`saved`), nothing is wrong with what is left as it is: it is not sent.
 */
export function checkDraft(
  draft: TrackerDraft,
  saved: TrackerDraft | null = null,
): Partial<Record<DraftField, DraftProblem>> {
  const problems: Partial<Record<DraftField, DraftProblem>> = {};
  const name = draft.name.trim();
  const code = draft.code.trim();
  if (name !== saved?.name.trim()) {
    if (name === '') problems.name = 'name-missing';
    else if (name.length > NAME_MAX) problems.name = 'name-too-long';
  }
  if (code !== saved?.code.trim() && code.length > CODE_MAX) problems.code = 'code-too-long';
  if (draft.lineItem === null && saved?.lineItem !== null) problems.lineItem = 'line-item-missing';
  if (draft.publisher === null && saved?.publisher !== null) {
    problems.publisher = 'publisher-missing';
  }
  return problems;
}

/**
 * Only what differs between a tracker (or nothing, for a new one) and the draft. Blanks at the ends of
 * a name or code are no difference: some trackers have them, and nobody has typed them here.
 */
export function changesOf(original: TrackerDraft, draft: TrackerDraft): TrackerChanges {
  const changes: TrackerChanges = {};
  const code = draft.code.trim();
  if (draft.name.trim() !== original.name.trim()) changes.name = draft.name.trim();
  if (code !== original.code.trim()) changes.code = code === '' ? null : code;
  if (draft.state !== original.state) changes.state = draft.state;
  if (draft.lineItem && draft.lineItem.id !== original.lineItem?.id) {
    changes.lineItemId = draft.lineItem.id;
  }
  if (draft.publisher && draft.publisher.id !== original.publisher?.id) {
    changes.publisherId = draft.publisher.id;
  }
  if (draft.placement?.id !== original.placement?.id) {
    changes.placementId = draft.placement?.id ?? null;
  }
  if (draft.paymentRule?.id !== original.paymentRule?.id) {
    changes.paymentRuleId = draft.paymentRule?.id ?? null;
  }
  return changes;
}

/** Whether saving would change anything. */
export function isChanged(original: TrackerDraft, draft: TrackerDraft): boolean {
  return Object.keys(changesOf(original, draft)).length > 0;
}
