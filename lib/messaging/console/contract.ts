import { DISMISS_SCOPES } from '../../core/console/dismissals';
import { z } from '../../core/base/schema';
import type { Messages } from '../wire/message';

const none = z.null();
const label = z.string().check(z.maxLength(1000));

/**
 * The consoles that are turned on, and what our scripts in them ask for. Names of trackers, the service
 * and other frames are not for those scripts: they may ask for what is here and to open the builder.
 */
export const consoleContract = {
  'consoles.enable': { from: ['page'], request: z.object({ origin: z.string() }), reply: none },
  'consoles.disable': { from: ['page'], request: z.object({ origin: z.string() }), reply: none },
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
