import { z } from '../base/schema';
import { TRIAL_LIMITS } from './limits';

/** A tag that one page hands to the page in which it is tried, under a key that is good once. */
export const HandedTagSchema = z.object({
  key: z.string().check(z.maxLength(40)),
  text: z.string().check(z.maxLength(TRIAL_LIMITS.text)),
  /** The ad server of the catalogue or of a person's own that will serve it; `null` where nobody said. */
  serverId: z.nullable(z.string().check(z.maxLength(200))),
});
export type HandedTag = z.infer<typeof HandedTagSchema>;
