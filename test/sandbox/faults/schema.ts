import { z } from 'zod';

const scope = {
  /** How many requests it hits before it is over; without it, until it is cleared. */
  times: z.int().positive().optional(),
  /** Only paths that begin so. */
  path: z.string().startsWith('/').optional(),
  method: z.string().toUpperCase().optional(),
};
/** The work is done first and only the answer is lost: the hard case for a client that retries. */
const afterWork = z.boolean().default(false);

const ApiFault = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('slow'), ms: z.int().nonnegative().default(3000), ...scope }),
  z.strictObject({ kind: z.literal('429'), retryAfter: z.int().default(7), ...scope }),
  z.strictObject({
    kind: z.literal('503'),
    retryAfter: z.int().default(9),
    throttling: z.boolean().default(true),
    ...scope,
  }),
  z.strictObject({
    kind: z.literal('expired'),
    variant: z.enum(['noauth-200', 'noauth-401', 'syntax-200']).default('noauth-200'),
    ...scope,
  }),
  z.strictObject({ kind: z.literal('drop'), afterWork, ...scope }),
  z.strictObject({ kind: z.literal('malformed'), afterWork, ...scope }),
  /** This very answer, for what has been reported of the service and has no kind of its own. */
  z.strictObject({
    kind: z.literal('answer'),
    status: z.int().min(200).max(599).default(200),
    headers: z.record(z.string(), z.string()).default({}),
    /** What stands under `response`. */
    response: z.record(z.string(), z.json()),
    ...scope,
  }),
]);

const PixelFault = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('pixel-status'),
    status: z.int().min(200).max(599).default(500),
    ...scope,
  }),
  z.strictObject({ kind: z.literal('pixel-drop'), ...scope }),
  z.strictObject({ kind: z.literal('pixel-cacheable'), ...scope }),
]);

export const FaultSchema = z.union([ApiFault, PixelFault]);

/** A fault as it is kept, with its defaults filled in. */
export type Fault = z.output<typeof FaultSchema>;
export type ApiFault = z.output<typeof ApiFault>;
export type PixelFault = z.output<typeof PixelFault>;
/** A fault as a caller writes it: `{ kind: 'slow' }` is enough. */
export type FaultInput = z.input<typeof FaultSchema>;

/** True for the faults of the pixel endpoint; the others are the API's. */
export function isPixelFault(fault: Fault): fault is PixelFault {
  return fault.kind.startsWith('pixel-');
}

/** Reads one fault or a list of them from outside; throws a ZodError at anything else. */
export function readFaults(input: unknown): Fault[] {
  return z.array(FaultSchema).parse(Array.isArray(input) ? input : [input]);
}
