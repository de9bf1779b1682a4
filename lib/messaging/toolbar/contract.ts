import { z } from '../../core/base/schema';
import { PageCountSchema } from '../../core/verification/page-count';
import type { Messages } from '../wire/message';

/** What stands at the button in the toolbar. */
export const toolbarContract = {
  /** A recorder says what was recorded on the page in its tab. */
  'toolbar.count': {
    from: ['page'],
    request: z.extend(PageCountSchema, { tabId: z.number().check(z.int()) }),
    reply: z.null(),
  },
} as const satisfies Messages;
