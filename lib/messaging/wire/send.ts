import { AppError, fromFailure } from '../../core/base/errors';
import type { Messages, ReplyIn, RequestIn, Sender, SentBy } from './message';
import { AnswerSchema } from './packet';

/** Carries one packet to the background and brings its answer back. */
export type Transport = (packet: unknown) => Promise<unknown>;

/** Sends what this sender may send of a contract. */
export type Send<C extends Messages, S extends Sender = Sender> = <N extends SentBy<C, S>>(
  name: N,
  data: RequestIn<C, N>,
) => Promise<ReplyIn<C, N>>;

/**
 * A sender of the messages of a contract. Replies are read by it; failures are thrown again as
 * `AppError`.
 */
export function createSend<C extends Messages>(contract: C, transport: Transport): Send<C> {
  return async (name, data) => {
    const answer = AnswerSchema.safeParse(await transport({ piggyback: name, data }));
    if (!answer.success) throw new AppError('unexpected', { detail: `no answer to ${name}` });
    if (!answer.data.ok) throw fromFailure(answer.data.failure);
    return readReply(contract, name, answer.data.value);
  };
}

// The cast states what the contract's table says and TypeScript cannot follow through an index: a
// schema found by N yields the type found by N.
function readReply<C extends Messages, N extends keyof C & string>(
  contract: C,
  name: N,
  value: unknown,
): ReplyIn<C, N> {
  const parsed = contract[name]?.reply.safeParse(value);
  if (!parsed?.success) throw new AppError('unexpected', { detail: `${name}: unreadable reply` });
  return parsed.data as ReplyIn<C, N>;
}
