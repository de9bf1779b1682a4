import { z } from '../../core/base/schema';
import { TrackerChangesSchema } from '../../core/tracker/draft';
import { FoundObjectSchema } from '../../core/tracker/found-object';
import { TrackerSchema, TrackerStateSchema } from '../../core/tracker/tracker';
import { VersionSchema } from '../../core/tracker/versions';
import type { Messages } from '../wire/message';
import { WhoseSchema } from '../wire/whose';
import { PickerQuerySchema } from './object-query';

/** As many as a page may ask for at once: ten pages of the service’s. */
export const MAX_LOOKED_UP = 1000;

const none = z.null();
const account = WhoseSchema;

/** What the service knows of trackers and of the objects they name. */
export const trackersContract = {
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
      /** The tracker as it was when its form was opened. */
      began: z.exactOptional(VersionSchema),
      account,
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
  /** Switches it on or off, in the order in which that was asked for; what is typed into its form stays. */
  'trackers.setState': {
    from: ['page'],
    request: z.object({ id: z.number(), state: TrackerStateSchema, account }),
    reply: TrackerSchema,
  },
  'trackers.delete': {
    from: ['page'],
    request: z.object({ id: z.number(), account }),
    reply: none,
  },
  /** Looks for trackers of whatever advertiser; `absent` are those of which the service shows none. */
  'trackers.lookUp': {
    from: ['page'],
    request: z.object({ ids: z.array(z.number()).check(z.maxLength(MAX_LOOKED_UP)) }),
    reply: z.object({ found: z.number(), absent: z.array(z.number()) }),
  },
  'trackers.open': { from: ['page'], request: z.object({ id: z.number() }), reply: TrackerSchema },
  'objects.search': {
    from: ['page'],
    request: z.object({ query: PickerQuerySchema, text: z.string() }),
    reply: z.array(FoundObjectSchema),
  },
  /** It was chosen in the form: it is offered first the next time. */
  'objects.noteChosen': {
    from: ['page'],
    request: z.object({ query: PickerQuerySchema, id: z.number() }),
    reply: none,
  },
} as const satisfies Messages;
