import type { z } from '../../core/base/schema';

/**
 * Who may send a message: a page of the extension by itself; the builder's page, which may stand in a
 * frame in somebody else's; or a content script in a tab.
 */
export type Sender = 'page' | 'builder' | 'content';

/** One message: who may send it, and what crosses there and back. */
export interface Message {
  readonly from: readonly Sender[];
  readonly request: z.ZodMiniType;
  readonly reply: z.ZodMiniType;
}

export type Messages = Readonly<Record<string, Message>>;

/** The messages of a contract that this sender may send. */
export type SentBy<C extends Messages, S extends Sender> = {
  [N in keyof C & string]: S extends C[N]['from'][number] ? N : never;
}[keyof C & string];

export type RequestIn<C extends Messages, N extends keyof C> = z.infer<C[N]['request']>;
export type ReplyIn<C extends Messages, N extends keyof C> = z.infer<C[N]['reply']>;
