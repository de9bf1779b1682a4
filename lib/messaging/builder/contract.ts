import { ConsoleChoicesSchema } from '../../core/console/console-memory';
import { ProfileRowSchema } from '../../core/ad-server/profiles';
import { MAX_FIELD_TEXT } from '../../core/base/limits';
import { z } from '../../core/base/schema';
import { BuilderStateSchema, WINDOW_REASONS } from '../../core/console/builder-state';
import {
  ActOutcomeSchema,
  FieldCluesSchema,
  FieldReadingSchema,
  PutOutcomeSchema,
  UndoOutcomeSchema,
} from '../../core/console/field-transfer';
import { PUT_WHERE } from '../../core/console/put-where';
import { TagChoicesSchema } from '../../core/tag/tag-choices-schema';
import { TrackerChangesSchema, TrackerDraftSchema } from '../../core/tracker/draft';
import { TrackerOptionSchema } from '../../core/tracker/option';
import { FoundObjectSchema } from '../../core/tracker/found-object';
import { SameInReportsSchema } from '../../core/tracker/same-found';
import type { Messages } from '../wire/message';
import { ActIdSchema, TokenSchema } from './token';

/** What the builder's page begins with. */
const BuilderStartSchema = z.object({
  signedIn: z.boolean(),
  canWrite: z.boolean(),
  /** Whether the member has trackers at all. */
  trackersEnabled: z.boolean(),
  advertiserName: z.nullable(z.string()),
  /** The member whose trackers these are, and the environment where it is not production. */
  whose: z.exactOptional(z.string()),
  /** What was last chosen anywhere. */
  choices: z.nullable(TagChoicesSchema),
  profiles: z.object({ managed: z.array(ProfileRowSchema), own: z.array(ProfileRowSchema) }),
  /** Hosts at which the person's own names lead to the service. */
  ownHosts: z.array(z.string()),
  /** The ad server whose console this is, by its host. */
  adServerId: z.nullable(z.string()),
  /** What was last inserted in this account of the console. */
  inserted: z.nullable(ConsoleChoicesSchema),
  /** Trackers of the chosen advertiser whose tags were used last, newest first. */
  recent: z.array(TrackerOptionSchema),
  /** What the field says of itself; `null` where the builder was opened at none. */
  field: z.nullable(FieldCluesSchema),
  /** What was chosen at the field before, or in the frame that became this window. */
  state: z.nullable(BuilderStateSchema),
  /** Whether the state is to be gone on with as it is; else only its tracker. */
  isResumed: z.boolean(),
  /** Why this is a window; `null` in a frame. */
  window: z.nullable(z.enum(WINDOW_REASONS)),
  /** What the page round the builder says of its own look. */
  scheme: z.nullable(z.enum(['light', 'dark'])),
});
export type BuilderStart = z.infer<typeof BuilderStartSchema>;

const none = z.null();
const PickerSchema = z.enum(['line-item', 'publisher', 'placement', 'payment-rule']);
const searched = z.string().check(z.maxLength(1000));
const fieldText = z.string().check(z.maxLength(MAX_FIELD_TEXT));

/** A message of a builder: its token says which one, and so which field. */
function ofBuilder<S extends z.core.$ZodLooseShape, R extends z.ZodMiniType>(shape: S, reply: R) {
  return { from: ['builder'] as const, request: z.object({ token: TokenSchema, ...shape }), reply };
}

/**
 * What the builder's page may ask of the background. Each message is checked for the one page that
 * has begun with its token (`lib/app/builder/sessions.ts`).
 */
export const builderContract = {
  'builder.start': ofBuilder({}, BuilderStartSchema),
  /** Without words: those used last, then the newest. */
  'builder.searchTrackers': ofBuilder({ text: searched }, z.array(TrackerOptionSchema)),
  /** What is known of trackers with these ids; those that are not cached are left out. */
  'builder.lookUp': ofBuilder(
    { ids: z.array(z.number()).check(z.maxLength(1000)) },
    z.array(TrackerOptionSchema),
  ),
  /** For the form of a new tracker; line items are those of the chosen advertiser. */
  'builder.searchObjects': ofBuilder(
    {
      kind: PickerSchema,
      publisherId: z.nullable(z.number()),
      text: searched,
    },
    z.array(FoundObjectSchema),
  ),
  /** It was chosen in that form: it is offered first the next time. */
  'builder.noteChosen': ofBuilder(
    { kind: PickerSchema, publisherId: z.nullable(z.number()), id: z.number() },
    none,
  ),
  /** Trackers that reports could not tell from one with these; `isWhole` where all of the advertiser's are known. */
  'builder.sameInReports': ofBuilder(
    {
      lineItemId: z.number(),
      publisherId: z.number(),
      placementId: z.nullable(z.number()),
      paymentRuleId: z.nullable(z.number()),
    },
    SameInReportsSchema,
  ),
  'builder.createTracker': ofBuilder({ changes: TrackerChangesSchema }, TrackerOptionSchema),
  'builder.readDraft': ofBuilder({}, z.nullable(TrackerDraftSchema)),
  /** Keeps what is typed into that form; `null` forgets it. */
  'builder.keepDraft': ofBuilder({ draft: z.nullable(TrackerDraftSchema) }, none),
  'builder.keepChoices': ofBuilder({ choices: TagChoicesSchema }, none),
  /** What is chosen just now, for when the builder moves to another field or window. */
  'builder.noteState': ofBuilder({ state: BuilderStateSchema }, none),
  /** This tracker's tag was put somewhere, or copied to be. */
  'builder.noteUse': ofBuilder(
    { tracker: TrackerOptionSchema, isCopied: z.exactOptional(z.boolean()) },
    none,
  ),
  /** A tag of these choices was inserted here: so the console is one of this ad server. */
  'builder.noteInserted': ofBuilder(
    { choices: TagChoicesSchema, trackerId: z.exactOptional(z.number()) },
    none,
  ),
  'builder.readField': ofBuilder({}, FieldReadingSchema),
  'builder.put': ofBuilder(
    { id: ActIdSchema, text: fieldText, where: z.enum(PUT_WHERE) },
    z.object({ outcome: PutOutcomeSchema }),
  ),
  'builder.undo': ofBuilder({ id: ActIdSchema }, z.object({ outcome: UndoOutcomeSchema })),
  /** What came of one of these two, whose answer was lost. One that has not been done is not done any more. */
  'builder.outcome': ofBuilder({ id: ActIdSchema }, z.object({ outcome: ActOutcomeSchema })),
  /** Its content is so high, in CSS pixels. */
  'builder.size': ofBuilder({ height: z.number() }, none),
  /** Moves the frame by so much, in CSS pixels. */
  'builder.move': ofBuilder({ dx: z.number(), dy: z.number() }, none),
  /** Goes on in a small window. */
  'builder.toWindow': ofBuilder(
    { state: BuilderStateSchema, reason: z.enum(WINDOW_REASONS) },
    none,
  ),
  /** Shows what there is to read about a rule, in a tab of the extension. */
  'builder.openRule': ofBuilder({ code: z.string().check(z.regex(/^[a-z-]{1,80}$/)) }, none),
  'builder.close': ofBuilder({}, none),
} as const satisfies Messages;
