import { ERROR_CODES } from './errors';
import { z } from './schema';

/** A failure as it comes back over a message or from the disk. */
export const FailureSchema = z.object({
  code: z.enum(ERROR_CODES),
  detail: z.nullable(z.string()),
  retryAfterSeconds: z.nullable(z.number()),
});
