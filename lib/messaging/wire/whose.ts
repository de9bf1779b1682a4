import { MAX_JOB_TEXT } from '../../core/base/limits';
import { z } from '../../core/base/schema';

/** An account, as messages name it. */
export const AccountSchema = z.string().check(z.maxLength(MAX_JOB_TEXT));

/** Whose data the page shows: for nobody else is anything done. */
export const WhoseSchema = z.exactOptional(AccountSchema);
