import { z } from '../base/schema';
import { ACCEPTS, CONFIDENCES, TRAPS } from './ad-server';

const text = z.nullable(z.string());

/** A whole profile, as it crosses to the builder in a page. */
export const AdServerSchema = z.object({
  id: z.string(),
  name: z.string(),
  hosts: z.array(z.string()),
  cachebuster: text,
  cachebusterAliases: z.array(z.string()),
  cost: z.union([z.object({ macro: z.string(), unit: text }), z.literal('none'), z.null()]),
  click: text,
  clickEscaped: text,
  consent: z.record(z.string(), z.string()),
  ids: z.record(z.string(), z.string()),
  accepts: z.array(z.enum(ACCEPTS)),
  pasteWhere: text,
  httpsOnly: z.nullable(z.boolean()),
  maxLength: z.nullable(z.number()),
  confidence: z.enum(CONFIDENCES),
  traps: z.array(z.enum(TRAPS)),
});
