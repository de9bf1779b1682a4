import { SessionInfoSchema } from '../../core/account/session';
import { z } from '../../core/base/schema';
import type { Messages } from '../wire/message';

/** Signing in and out. */
export const accountContract = {
  'session.signIn': {
    from: ['page'],
    request: z.object({
      username: z.string(),
      password: z.string(),
      baseUrl: z.string(),
      confirmed: z.boolean(),
    }),
    reply: SessionInfoSchema,
  },
  /** What was recorded is kept, unless the person says otherwise. */
  'session.signOut': {
    from: ['page'],
    request: z.object({ recordings: z.enum(['keep', 'delete']) }),
    reply: z.null(),
  },
} as const satisfies Messages;
