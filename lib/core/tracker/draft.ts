import { z } from '../base/schema';
import { type Ref, RefSchema, type Tracker, TrackerStateSchema } from './tracker';

/** What a person has typed into the tracker form, valid or not. */
export const TrackerDraftSchema = z.object({
  name: z.string(),
  code: z.string(),
  state: TrackerStateSchema,
  lineItem: z.nullable(RefSchema),
  publisher: z.nullable(RefSchema),
  placement: z.nullable(RefSchema),
  paymentRule: z.nullable(RefSchema),
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

/** The draft with another publisher. Placement and payment rule belong to a publisher, so they go. */
export function withPublisher(draft: TrackerDraft, publisher: Ref | null): TrackerDraft {
  if (publisher?.id === draft.publisher?.id) return { ...draft, publisher };
  return { ...draft, publisher, placement: null, paymentRule: null };
}

// Lengths are those of the sibling services (line item name 255, code 100; api.md 3.3); the
// tracker's own are not documented.
export const NAME_MAX = 255;
export const CODE_MAX = 100;

/** What keeps a draft from being saved, by field. Name, line item and publisher are required (seed). */
export function checkDraft(draft: TrackerDraft): Partial<Record<DraftField, DraftProblem>> {
  const problems: Partial<Record<DraftField, DraftProblem>> = {};
  if (draft.name.trim() === '') problems.name = 'name-missing';
  else if (draft.name.trim().length > NAME_MAX) problems.name = 'name-too-long';
  if (draft.code.trim().length > CODE_MAX) problems.code = 'code-too-long';
  if (draft.lineItem === null) problems.lineItem = 'line-item-missing';
  if (draft.publisher === null) problems.publisher = 'publisher-missing';
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
