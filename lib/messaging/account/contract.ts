import { SessionInfoSchema } from '../../core/account/session';
import { MAX_NAME_CHARS } from '../../core/base/limits';
import { z } from '../../core/base/schema';
import type { Messages } from '../wire/message';
import { AccountSchema, WhoseSchema } from '../wire/whose';

const account = AccountSchema;
const keyId = z.string().check(z.maxLength(MAX_NAME_CHARS));
/** Whether who is signed in stays so, to be switched back to; else the new one comes in their place. */
const beside = z.exactOptional(z.boolean());

/**
 * Signing in and out. No message carries a private key, and none has something signed: a page puts the key where
 * the background finds it.
 */
export const accountContract = {
  'session.signIn': {
    from: ['page'],
    request: z.object({
      username: z.string(),
      password: z.string(),
      baseUrl: z.string(),
      confirmed: z.boolean(),
      beside,
    }),
    reply: SessionInfoSchema,
  },
  /** By a key that is kept here; where and as whom stands beside it. */
  'session.signInByKey': {
    from: ['page'],
    request: z.object({ keyId, confirmed: z.boolean(), beside }),
    reply: SessionInfoSchema,
  },
  /** Another account that has signed in before; `null` where it has to sign in by hand. */
  'session.switch': {
    from: ['page'],
    request: z.object({ account }),
    reply: z.nullable(SessionInfoSchema),
  },
  /** The account that was here last, where its key signs it in; `null` where it cannot. */
  'session.resume': {
    from: ['page'],
    request: z.null(),
    reply: z.nullable(SessionInfoSchema),
  },
  /** Uses the token, so that it is not idle. */
  'session.stay': { from: ['page'], request: z.null(), reply: z.null() },
  /** Registers the public key of a key that is kept here for the user who is signed in. */
  'session.registerKey': { from: ['page'], request: z.object({ keyId }), reply: z.null() },
  /**
   * Forgets an account: its session, its key, and what is kept of its data unless that is to stay. Says whether
   * the service takes its key no more, where that was to be asked of it.
   */
  'session.forget': {
    from: ['page'],
    request: z.object({
      account,
      data: z.enum(['keep', 'delete']),
      deactivate: z.boolean(),
    }),
    reply: z.object({ isDeactivated: z.boolean() }),
  },
  /** What was recorded is kept, unless the person says otherwise. */
  'session.signOut': {
    from: ['page'],
    request: z.object({
      recordings: z.enum(['keep', 'delete']),
      account: WhoseSchema,
    }),
    reply: z.null(),
  },
} as const satisfies Messages;
