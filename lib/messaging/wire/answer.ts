import { AppError, toFailure } from '../../core/base/errors';
import { type Contract, contract, type MessageName, type RequestOf } from '../contract';
import type { Messages, ReplyIn, RequestIn, Sender } from './message';
import { type Answer, PacketSchema } from './packet';

/** What answers each message of a contract. */
export type HandlersOf<C extends Messages> = {
  readonly [N in keyof C]: (
    data: RequestIn<C, N>,
    context: HandlerContext,
  ) => Promise<ReplyIn<C, N>>;
};
export type Handlers = HandlersOf<Contract>;

export interface HandlerContext {
  /** Tab, frame and document of the sender; `null` where it is in no tab, or the browser does not tell. */
  readonly tabId: number | null;
  readonly frameId: number | null;
  readonly documentId: string | null;
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

// The cast states what the contract's table says and TypeScript cannot follow through an index:
// a schema found by N yields the type found by N.
function readRequest<N extends MessageName>(name: N, data: unknown): RequestOf<N> {
  const parsed = contract[name].request.safeParse(data);
  if (!parsed.success) throw new AppError('unexpected', { detail: `${name}: unreadable request` });
  return parsed.data as RequestOf<N>;
}
