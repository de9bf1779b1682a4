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

/** Nothing fails, and yet the answer is not what was asked for. Several can hit one request. */
const QuirkFault = z.discriminatedUnion('kind', [
  /** These parameters are taken for not sent; without its `sort` a list comes by its last changes. */
  z.strictObject({
    kind: z.literal('ignore'),
    parameters: z.array(z.string().min(1)).min(1),
    ...scope,
  }),
  /** Trackers are listed and counted, or only counted, as they were at the first request it hit. */
  z.strictObject({
    kind: z.literal('lag'),
    of: z.enum(['lists', 'counts']).default('lists'),
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

const FaultSchema = z.union([ApiFault, QuirkFault, PixelFault]);

/** A fault as it is kept, with its defaults filled in. */
export type Fault = z.output<typeof FaultSchema>;
export type ApiFault = z.output<typeof ApiFault>;
export type QuirkFault = z.output<typeof QuirkFault>;
export type PixelFault = z.output<typeof PixelFault>;
/** A fault as a caller writes it: `{ kind: 'slow' }` is enough. */
export type FaultInput = z.input<typeof FaultSchema>;

/** True for the faults of the pixel endpoint; the others are the API's. */
export function isPixelFault(fault: Fault): fault is PixelFault {
  return fault.kind.startsWith('pixel-');
}

export function isQuirk(fault: Fault): fault is QuirkFault {
  return fault.kind === 'ignore' || fault.kind === 'lag';
}

export function isApiFault(fault: Fault): fault is ApiFault {
  return !isPixelFault(fault) && !isQuirk(fault);
}

/** Reads one fault or a list of them from outside; throws a ZodError at anything else. */
export function readFaults(input: unknown): Fault[] {
  return z.array(FaultSchema).parse(Array.isArray(input) ? input : [input]);
}
