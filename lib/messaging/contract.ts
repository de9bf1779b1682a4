import { ConsoleChoicesSchema } from '../core/ad-server/console-memory';
import { ProfilesSchema } from '../core/ad-server/profiles';
import { DISMISS_SCOPES } from '../core/dismissals';
import { FieldPutSchema, FieldReadSchema, PutOutcomeSchema } from '../core/tag/field-transfer';
import { z } from '../core/schema';
import { SessionInfoSchema } from '../core/session';
import { TagChoicesSchema } from '../core/tag/build-tag';
import { TrackerChangesSchema } from '../core/tracker/draft';
import { RefSchema, TrackerSchema } from '../core/tracker/tracker';

/** Who may send a message: an extension page, or a content script in a tab. */
export type Sender = 'page' | 'content';

interface Message {
  readonly from: readonly Sender[];
  readonly request: z.ZodMiniType;
  readonly reply: z.ZodMiniType;
}

const PickerQuerySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('advertiser') }),
  z.object({ kind: z.literal('publisher') }),
  z.object({ kind: z.literal('line-item'), advertiserId: z.number() }),
  z.object({ kind: z.literal('placement'), publisherId: z.number() }),
  z.object({ kind: z.literal('payment-rule'), publisherId: z.number() }),
]);

/** What the widget in a console may know: no token, no tracker but its id and name. */
const BuilderContextSchema = z.object({
  signedIn: z.boolean(),
  advertiserName: z.nullable(z.string()),
  choices: z.nullable(TagChoicesSchema),
  /** Rows to merge into the catalogue (`mergeProfiles`); the catalogue itself does not cross. */
  servers: ProfilesSchema,
  /** The ad server whose console this is, by its host. */
  adServerId: z.nullable(z.string()),
  /** What was last used in this account of the console. */
  remembered: z.nullable(ConsoleChoicesSchema),
});
export type BuilderContext = z.infer<typeof BuilderContextSchema>;

const none = z.null();

/** Every message that crosses between the parts of the extension; all go to the background. */
export const contract = {
  'session.signIn': {
    from: ['page'],
    request: z.object({ username: z.string(), password: z.string(), baseUrl: z.string() }),
    reply: SessionInfoSchema,
  },
  'session.signOut': { from: ['page'], request: none, reply: none },
  'trackers.sync': {
    from: ['page'],
    request: z.object({ advertiserId: z.number(), whole: z.boolean() }),
    reply: z.object({ count: z.number() }),
  },
  'trackers.cancelSync': { from: ['page'], request: none, reply: none },
  'trackers.save': {
    from: ['page'],
    request: z.object({
      id: z.nullable(z.number()),
      advertiserId: z.number(),
      changes: TrackerChangesSchema,
    }),
    reply: TrackerSchema,
  },
  'trackers.delete': { from: ['page'], request: z.object({ id: z.number() }), reply: none },
  'trackers.open': { from: ['page'], request: z.object({ id: z.number() }), reply: TrackerSchema },
  'objects.search': {
    from: ['page'],
    request: z.object({ query: PickerQuerySchema, text: z.string() }),
    reply: z.array(RefSchema),
  },
  'consoles.enable': { from: ['page'], request: z.object({ origin: z.string() }), reply: none },
  'consoles.disable': { from: ['page'], request: z.object({ origin: z.string() }), reply: none },
  'builder.open': { from: ['content'], request: none, reply: none },
  'builder.context': { from: ['content'], request: none, reply: BuilderContextSchema },
  'builder.searchTrackers': {
    from: ['content'],
    request: z.object({ text: z.string() }),
    reply: z.array(RefSchema),
  },
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
} as const satisfies Record<string, Message>;

export type Contract = typeof contract;
export type MessageName = keyof Contract;
export type RequestOf<N extends MessageName> = z.infer<Contract[N]['request']>;
export type ReplyOf<N extends MessageName> = z.infer<Contract[N]['reply']>;
