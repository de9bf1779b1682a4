import { z } from '../../core/base/schema';
import { CapturedSchema } from '../../core/recording/picture';
import { SitesSchema } from '../../core/recording/sites-to-allow';
import type { Messages } from '../wire/message';

const site = z.string().check(z.maxLength(300));

/** What the panel asks of the browser by way of the background: DevTools has no say in permissions. */
export const recordingContract = {
  /** A picture of what is seen of a tab, small enough to be sent on; or why there is none. */
  'recording.capture': {
    from: ['page'],
    request: z.object({ tabId: z.number() }),
    reply: CapturedSchema,
  },
  /**
   * Which of these sites are allowed; whether the browser has to be started anew before it tells of any, and whether
   * asking for the first was put off.
   */
  'recording.readAccess': {
    from: ['page'],
    request: z.object({ sites: SitesSchema }),
    reply: z.object({
      allowed: z.array(z.string()),
      isWaiting: z.boolean(),
      isPutOff: z.boolean(),
    }),
  },
  /** Opens the page that asks for these sites. */
  'recording.askAccess': {
    from: ['page'],
    request: z.object({ sites: SitesSchema }),
    reply: z.null(),
  },
  /** The person does not want to be asked for this site. */
  'recording.putOffAccess': {
    from: ['page'],
    request: z.object({ site }),
    reply: z.null(),
  },
} as const satisfies Messages;
