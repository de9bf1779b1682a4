import { z } from '../core/base/schema';
import { SessionInfoSchema } from '../core/account/session';
import { TrackerChangesSchema } from '../core/tracker/draft';
import { RefSchema, TrackerSchema } from '../core/tracker/tracker';
import type { Messages } from './message';

const PickerQuerySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('advertiser') }),
  z.object({ kind: z.literal('publisher') }),
  z.object({ kind: z.literal('line-item'), advertiserId: z.number() }),
  z.object({ kind: z.literal('placement'), publisherId: z.number() }),
  z.object({ kind: z.literal('payment-rule'), publisherId: z.number() }),
]);

const none = z.null();

/** What the extension's own pages may ask of the background. */
export const pageContract = {
  'session.signIn': {
    from: ['page'],
    request: z.object({
      username: z.string(),
      password: z.string(),
      baseUrl: z.string(),
      confirmed: z.boolean(),
    }),
    reply: SessionInfoSchema,
  },
  /** What was recorded is kept, unless the person says otherwise. */
  'session.signOut': {
    from: ['page'],
    request: z.object({ recordings: z.enum(['keep', 'delete']) }),
    reply: none,
  },
  'trackers.sync': {
    from: ['page'],
    request: z.object({ advertiserId: z.number(), whole: z.boolean() }),
    // `unread` are there besides, and cannot be read.
    reply: z.object({ count: z.number(), unread: z.optional(z.number()) }),
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
  /**
   * The tracker that is being saved from this form, once it is; `null` where none is. Fails as the last
   * save did, where the form's person may not have heard of it.
   */
  'trackers.saving': {
    from: ['page'],
    request: z.object({ id: z.nullable(z.number()), advertiserId: z.number() }),
    reply: z.nullable(TrackerSchema),
  },
  'trackers.delete': { from: ['page'], request: z.object({ id: z.number() }), reply: none },
  'trackers.open': { from: ['page'], request: z.object({ id: z.number() }), reply: TrackerSchema },
  'objects.search': {
    from: ['page'],
    request: z.object({ query: PickerQuerySchema, text: z.string() }),
    reply: z.array(RefSchema),
  },
  /** Opens the builder at the field of this tab that has the focus. */
  'builder.openIn': { from: ['page'], request: z.object({ tabId: z.number() }), reply: none },
  /** Shows the workspace at an address of its own (`#/tag-sheets`), in the tab where it is open if it is. */
  'workspace.open': {
    from: ['page'],
    request: z.object({ address: z.string().check(z.regex(/^#\/[\w/-]{0,200}$/)) }),
    reply: none,
  },
  'consoles.enable': { from: ['page'], request: z.object({ origin: z.string() }), reply: none },
  'consoles.disable': { from: ['page'], request: z.object({ origin: z.string() }), reply: none },
} as const satisfies Messages;
