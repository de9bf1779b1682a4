import { z } from '../core/base/schema';

/** What the background tells all open pages while it works. */
export const NoticeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('sync-progress'),
    advertiserId: z.number(),
    loaded: z.number(),
    total: z.number(),
  }),
  /** The service's rate limit makes a request wait. */
  z.object({ kind: z.literal('waiting'), seconds: z.number() }),
]);
export type Notice = z.infer<typeof NoticeSchema>;
