import { MAX_OBJECTS } from '../../core/base/limits';
import { z } from '../../core/base/schema';
import { RunOrderSchema } from '../../core/tracker-sheet/run';
import type { Messages } from '../wire/message';
import { WhoseSchema } from '../wire/whose';
import { ObjectQuerySchema } from './object-query';

const ObjectSchema = z.object({
  id: z.number(),
  name: z.string(),
  code: z.nullable(z.string()),
  codes: z.exactOptional(z.array(z.string())),
});

const one = z.object({ id: z.string().check(z.maxLength(100)) });
const none = z.null();

/** Bulk changes of trackers. How far one is, and what came of its rows, pages read from the store themselves. */
export const bulkContract = {
  /** All objects of a list, as far as they can be read, by which a sheet is checked. */
  'bulk.listObjects': {
    from: ['page'],
    request: z.object({ query: ObjectQuerySchema }),
    reply: z.object({
      objects: z.array(ObjectSchema).check(z.maxLength(MAX_OBJECTS)),
      isWhole: z.boolean(),
    }),
  },
  /** Begins what a dry run has shown; gives the id of the run. Fails with `run-going` where another is not over. */
  'bulk.start': {
    from: ['page'],
    request: z.extend(RunOrderSchema, { account: WhoseSchema }),
    reply: one,
  },
  /** Has it wait once the row under way has ended. */
  'bulk.pause': { from: ['page'], request: one, reply: none },
  /** Goes on with one that waits for a person, or for what has passed. */
  'bulk.goOn': { from: ['page'], request: one, reply: none },
  /** After the first rows were looked at: does the rest. */
  'bulk.release': { from: ['page'], request: one, reply: none },
  /** Ends it for good, at once; what is on its way is looked for. */
  'bulk.cancel': { from: ['page'], request: one, reply: none },
} as const satisfies Messages;
