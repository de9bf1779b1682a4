import { z } from '../../core/base/schema';
import type { Messages } from '../wire/message';

/** The way to the one full page. */
export const workspaceContract = {
  /** Shows the workspace at an address of its own (`#/tag-sheets`), in the tab where it is open if it is. */
  'workspace.open': {
    from: ['page'],
    request: z.object({ address: z.string().check(z.regex(/^#\/[\w/-]{0,200}$/)) }),
    reply: z.null(),
  },
} as const satisfies Messages;
