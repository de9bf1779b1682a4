import { z } from '@/lib/core/base/schema';

/** In which view of the trackers the person is; `null` is a new tracker. */
export const RouteSchema = z.discriminatedUnion('view', [
  z.object({ view: z.literal('list') }),
  z.object({ view: z.literal('form'), trackerId: z.nullable(z.number()) }),
  z.object({ view: z.literal('tag'), trackerId: z.number() }),
  /** Of the workspace alone. */
  z.object({ view: z.literal('passport'), trackerId: z.number() }),
]);
export type Route = z.infer<typeof RouteSchema>;
