import { DISMISS_SCOPES } from '../core/console/dismissals';
import { z } from '../core/base/schema';
import type { Messages } from './message';
import { TokenSchema } from './token';

const none = z.null();
const label = z.string().check(z.maxLength(1000));

/**
 * What our scripts in other people's pages may ask of the background, and no more: to open the builder
 * and to say what became of it. Names of trackers, the service and other frames are not for them.
 */
export const contentContract = {
  'builder.open': { from: ['content'], request: none, reply: none },
  /** The person has closed it from the page, or the page has taken it away. */
  'builder.left': { from: ['content'], request: z.object({ token: TokenSchema }), reply: none },
  /** Its frame has shown nothing. */
  'builder.failed': { from: ['content'], request: z.object({ token: TokenSchema }), reply: none },
  /** The small button is not wanted: at a field, on its site, or at all. */
  'field.dismiss': {
    from: ['content'],
    request: z.object({
      scope: z.enum(DISMISS_SCOPES),
      field: z.object({ host: label, key: label, label }),
    }),
    reply: none,
  },
  /** The sending frame has a pixel field: bring the script that shows the small button. */
  'field.needButton': { from: ['content'], request: none, reply: none },
  /** Lets the sending frame read the whole text of its code editors. */
  'field.addModelReader': { from: ['content'], request: none, reply: none },
  /** Where the small button does not come up at this host; its script reads the reply by hand. */
  'field.readDismissals': {
    from: ['content'],
    request: z.string().check(z.maxLength(1000)),
    reply: z.unknown(),
  },
} as const satisfies Messages;
