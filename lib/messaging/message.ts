import type { z } from '../core/base/schema';

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
