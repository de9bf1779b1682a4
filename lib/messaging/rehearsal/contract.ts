import { z } from '../../core/base/schema';
import type { Messages } from '../wire/message';

const ofTab = z.object({ tabId: z.number().check(z.int(), z.nonnegative()) });

/**
 * Why no rehearsal began: this browser cannot; something is not granted; the tab shows no web page; there are too many;
 * the trial address was not answered by the rules.
 */
const REFUSALS = ['browser', 'not-granted', 'no-page', 'too-many', 'not-answered'] as const;
export type Refusal = (typeof REFUSALS)[number];

const StartedSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('on') }),
  z.object({
    state: z.literal('refused'),
    why: z.enum(REFUSALS),
    /** What is not granted, in the words of the manifest. */
    missing: z.array(z.string()),
  }),
]);
export type Started = z.infer<typeof StartedSchema>;

/** Rehearsing in a tab, which the panel in its DevTools switches and keeps going. */
export const rehearsalContract = {
  /** Answers once the trial address was answered by the rules; where it was not, nothing is left on. */
  'rehearsal.start': { from: ['page'], request: ofTab, reply: StartedSchema },
  /** The panel is still there. `isOn` is false where it has ended. */
  'rehearsal.renew': { from: ['page'], request: ofTab, reply: z.object({ isOn: z.boolean() }) },
  /** Ends it at once. */
  'rehearsal.stop': { from: ['page'], request: ofTab, reply: z.null() },
  /** Opens the page that says what it needs, and asks for it. */
  'rehearsal.askAccess': { from: ['page'], request: z.null(), reply: z.null() },
} as const satisfies Messages;
