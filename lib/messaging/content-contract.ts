import { AdServerSchema } from '../core/ad-server/ad-server-schema';
import { ConsoleChoicesSchema } from '../core/ad-server/console-memory';
import { DISMISS_SCOPES } from '../core/dismissals';
import { z } from '../core/schema';
import { TagChoicesSchema } from '../core/tag/tag-choices-schema';
import { FieldReportSchema } from '../core/tag/field-report';
import { FieldPutSchema, FieldReadSchema, PutOutcomeSchema } from '../core/tag/field-transfer';
import { TagViewSchema } from '../core/tag/tag-view';
import { TrackerChangesSchema, TrackerDraftSchema } from '../core/tracker/draft';
import { RefSchema } from '../core/tracker/tracker';
import type { Messages } from './message';

/** What the widget in a console may know: no token, no tracker but its id and name. */
const BuilderContextSchema = z.object({
  signedIn: z.boolean(),
  canWrite: z.boolean(),
  advertiserName: z.nullable(z.string()),
  choices: z.nullable(TagChoicesSchema),
  /** Every ad server to choose from: the catalogue need not be injected. */
  servers: z.array(AdServerSchema),
  /** The ad server whose console this is, by its host. */
  adServerId: z.nullable(z.string()),
  /** What was last used in this account of the console. */
  remembered: z.nullable(ConsoleChoicesSchema),
  /** Trackers of the chosen advertiser whose tags were used last, newest first. */
  recent: z.array(RefSchema),
});

const none = z.null();

/**
 * What our scripts in other people's pages may ask of the background. Apart from the pages' contract,
 * so that what is injected carries no schema it never uses.
 */
export const contentContract = {
  'builder.open': { from: ['content'], request: none, reply: none },
  'builder.context': { from: ['content'], request: none, reply: BuilderContextSchema },
  /** Without words: those used last, then the newest. */
  'builder.searchTrackers': {
    from: ['content'],
    request: z.object({ text: z.string() }),
    reply: z.array(RefSchema),
  },
  /** The tag that these choices make: the rules need not be injected either. */
  'builder.write': {
    from: ['content'],
    request: z.object({
      tracker: RefSchema,
      choices: TagChoicesSchema,
      field: z.enum(['url', 'any']),
    }),
    reply: TagViewSchema,
  },
  /** What the field holds, read and judged for an ad server. */
  'builder.reportField': {
    from: ['content'],
    request: z.object({
      text: z.string(),
      adServerId: z.nullable(z.string()),
      field: z.enum(['url', 'any']),
      costIsPerImpression: z.boolean(),
    }),
    reply: FieldReportSchema,
  },
  /** For the form of a new tracker; line items are those of the chosen advertiser. */
  'builder.searchObjects': {
    from: ['content'],
    request: z.object({
      kind: z.enum(['line-item', 'publisher', 'placement', 'payment-rule']),
      publisherId: z.nullable(z.number()),
      text: z.string(),
    }),
    reply: z.array(RefSchema),
  },
  'builder.createTracker': { from: ['content'], request: TrackerChangesSchema, reply: RefSchema },
  'builder.readDraft': { from: ['content'], request: none, reply: z.nullable(TrackerDraftSchema) },
  /** Keeps what is typed into that form; `null` forgets it. */
  'builder.keepDraft': {
    from: ['content'],
    request: z.nullable(TrackerDraftSchema),
    reply: none,
  },
  /** This tracker's tag was put somewhere. */
  'builder.noteUse': { from: ['content'], request: RefSchema, reply: none },
  /** The small button is not wanted: at a field, on its site, or at all. */
  'field.dismiss': {
    from: ['content'],
    request: z.object({
      scope: z.enum(DISMISS_SCOPES),
      field: z.object({ host: z.string(), key: z.string(), label: z.string() }),
    }),
    reply: none,
  },
  /** The sending frame has a pixel field: bring the script that shows the small button. */
  'field.needButton': { from: ['content'], request: none, reply: none },
  /** A field in another frame of the same tab, where the builder stands in the top frame. */
  'field.read': { from: ['content'], request: FieldReadSchema, reply: z.string() },
  'field.put': { from: ['content'], request: FieldPutSchema, reply: PutOutcomeSchema },
  /** Lets the sending frame read the whole text of its code editors. */
  'builder.addModelReader': { from: ['content'], request: none, reply: none },
  'builder.keepChoices': { from: ['content'], request: TagChoicesSchema, reply: none },
  /** Where the small button does not come up at this host; its script reads the reply by hand. */
  'field.readDismissals': { from: ['content'], request: z.string(), reply: z.unknown() },
} as const satisfies Messages;
