import { PixelRequestSchema } from './pixel-request';
import { z } from '../base/schema';
import { PageViewSchema } from './page-views';

/** What the recorder and the panel tell each other; they live in two documents. */
export const RecorderMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('started'), verificationId: z.string(), tabId: z.number() }),
  z.object({
    /** Requests that are new, or of which more is known. */
    kind: z.literal('requests-changed'),
    verificationId: z.string(),
    requests: z.array(PixelRequestSchema),
  }),
  z.object({
    kind: z.literal('page-viewed'),
    verificationId: z.string(),
    pageView: PageViewSchema,
  }),
  /** It has as many requests as one keeps: what begins from now on is not among them. */
  z.object({ kind: z.literal('full'), verificationId: z.string() }),
  /** The recorder could not keep what it saw. */
  z.object({ kind: z.literal('write-failed'), verificationId: z.string(), detail: z.string() }),
  /** The panel asks to have the sources asked for what they did not tell. */
  z.object({ kind: z.literal('check-again'), verificationId: z.string() }),
  z.object({ kind: z.literal('checked'), verificationId: z.string() }),
  z.object({ kind: z.literal('cleared'), verificationId: z.string(), at: z.number() }),
  /** Nothing that begins after this moment is recorded in it. */
  z.object({ kind: z.literal('stopped'), verificationId: z.string(), at: z.number() }),
  /** The recorder of this tab is to do it again: in a new one, with the same name, expectations and baseline. */
  z.object({ kind: z.literal('repeat'), verificationId: z.string(), tabId: z.number() }),
  /** The person has deleted it, with all it recorded. */
  z.object({ kind: z.literal('deleted'), verificationId: z.string() }),
]);
export type RecorderMessage = z.infer<typeof RecorderMessageSchema>;
