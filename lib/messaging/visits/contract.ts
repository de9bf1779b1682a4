import { z } from '../../core/base/schema';
import { VisitOrderSchema } from '../../core/verification/visited';
import type { Messages } from '../wire/message';

const one = z.object({ id: z.string().check(z.maxLength(100)) });
const none = z.null();

/** Runs over the pages of a list. How far one is stands with its verification, which pages read themselves. */
export const visitsContract = {
  /** Begins a run; gives the id of its verification. */
  'visits.start': { from: ['page'], request: VisitOrderSchema, reply: one },
  /** Has it wait once the page under way is visited. */
  'visits.pause': { from: ['page'], request: one, reply: none },
  'visits.goOn': { from: ['page'], request: one, reply: none },
  /** Ends it for good, at once. */
  'visits.stop': { from: ['page'], request: one, reply: none },
} as const satisfies Messages;
