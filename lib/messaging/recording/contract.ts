import { z } from '../../core/base/schema';
import { CapturedSchema } from '../../core/recording/picture';
import type { Messages } from '../wire/message';

/** What a recording asks of the browser that DevTools does not give. */
export const recordingContract = {
  /** A picture of what is seen of a tab, small enough to be sent on; or why there is none. */
  'recording.capture': {
    from: ['page'],
    request: z.object({ tabId: z.number() }),
    reply: CapturedSchema,
  },
} as const satisfies Messages;
