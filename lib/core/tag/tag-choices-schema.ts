import { z } from '../base/schema';
import type { TagChoices } from './write/build-tag';
import { TAG_TYPES } from './tag-spec';

/** Reads choices that were kept or sent. Apart from their type: the embedded builder has no zod. */
export const TagChoicesSchema: z.ZodMiniType<TagChoices> = z.object({
  type: z.enum(TAG_TYPES),
  loadedBy: z.enum(['image', 'javascript']),
  adServerId: z.nullable(z.string()),
  cachebuster: z.string(),
  withCost: z.boolean(),
  cost: z.string(),
  costIsPerImpression: z.boolean(),
  withConsent: z.boolean(),
  redir: z.string(),
  comments: z.boolean(),
  ampersands: z.enum(['raw', 'escaped']),
});
