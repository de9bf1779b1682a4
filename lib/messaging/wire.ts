import { AppError, ERROR_CODES, type Failure, fromFailure, toFailure } from '../core/errors';
import { z } from '../core/schema';
import { contract, type MessageName, type ReplyOf, type RequestOf, type Sender } from './contract';

/** The envelope of a message; anything else on the channel is not ours. */
const PacketSchema = z.object({ piggyback: z.string(), data: z.unknown() });

const FailureSchema = z.object({
  code: z.enum(ERROR_CODES),
  detail: z.nullable(z.string()),
  retryAfterSeconds: z.nullable(z.number()),
});

const AnswerSchema = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), failure: FailureSchema }),
]);

export type Answer = { ok: true; value: unknown } | { ok: false; failure: Failure };

/** Carries one packet to the background and brings its answer back. */
export type Transport = (packet: unknown) => Promise<unknown>;

export type Send = <N extends MessageName>(name: N, data: RequestOf<N>) => Promise<ReplyOf<N>>;

/** A sender over a transport. Replies are read by the contract; failures are thrown again. */
export function createSend(transport: Transport): Send {
  return async (name, data) => {
    const answer = AnswerSchema.safeParse(await transport({ piggyback: name, data }));
    if (!answer.success) throw new AppError('unexpected', { detail: `no answer to ${name}` });
    if (!answer.data.ok) throw fromFailure(answer.data.failure);
    return readReply(name, answer.data.value);
  };
}

export type Handlers = {
  readonly [N in MessageName]: (data: RequestOf<N>, context: HandlerContext) => Promise<ReplyOf<N>>;
};

export interface HandlerContext {
  /** Tab and frame of a content script. */
  readonly tabId: number | null;
  readonly frameId: number | null;
  readonly url: string;
  /** Address of the tab's top document, where we may see it. */
  readonly pageUrl: string | null;
}

/**
 * Answers a packet: `null` when it is not for us, else a promise that never rejects. A sender that
 * may not send this message, or data that does not fit, is refused.
 */
export function answerPacket(
  handlers: Handlers,
  packet: unknown,
  sender: Sender | null,
  context: HandlerContext,
): Promise<Answer> | null {
  const parsed = PacketSchema.safeParse(packet);
  if (!parsed.success || !isName(parsed.data.piggyback)) return null;
  const { piggyback: name, data } = parsed.data;
  return run(handlers, name, data, sender, context).then(
    (value) => ({ ok: true as const, value }),
    (error: unknown) => ({ ok: false as const, failure: toFailure(error) }),
  );
}

async function run<N extends MessageName>(
  handlers: Handlers,
  name: N,
  data: unknown,
  sender: Sender | null,
  context: HandlerContext,
): Promise<unknown> {
  const allowed: readonly Sender[] = contract[name].from;
  if (sender === null || !allowed.includes(sender)) {
    throw new AppError('unexpected', { detail: `${name} may not be sent from here` });
  }
  const handler: Handlers[N] = handlers[name];
  return handler(readRequest(name, data), context);
}

function isName(name: string): name is MessageName {
  return Object.hasOwn(contract, name);
}

// The two casts state what the contract's table says and TypeScript cannot follow through an index:
// a schema found by N yields the type found by N.
function readRequest<N extends MessageName>(name: N, data: unknown): RequestOf<N> {
  const parsed = contract[name].request.safeParse(data);
  if (!parsed.success) throw new AppError('unexpected', { detail: `${name}: unreadable request` });
  return parsed.data as RequestOf<N>;
}

function readReply<N extends MessageName>(name: N, value: unknown): ReplyOf<N> {
  const parsed = contract[name].reply.safeParse(value);
  if (!parsed.success) throw new AppError('unexpected', { detail: `${name}: unreadable reply` });
  return parsed.data as ReplyOf<N>;
}
