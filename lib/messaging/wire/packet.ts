import type { Failure } from '../../core/base/errors';
import { FailureSchema } from '../../core/base/failure-schema';
import { z } from '../../core/base/schema';

/** The envelope of a message; anything else on the channel is not ours. */
export const PacketSchema = z.object({ piggyback: z.string(), data: z.unknown() });

/** The envelope of an answer. */
export const AnswerSchema = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), failure: FailureSchema }),
]);

export type Answer = { ok: true; value: unknown } | { ok: false; failure: Failure };
