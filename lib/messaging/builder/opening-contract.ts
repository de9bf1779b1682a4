import { z } from '../../core/base/schema';
import type { Messages } from '../wire/message';
import { TokenSchema } from './token';

const none = z.null();
const ofToken = z.object({ token: TokenSchema });

/** How a builder is opened, and what became of its frame; what it says itself is in `contract.ts`. */
export const openingContract = {
  /** Opens the builder at the field of this tab that has the focus. */
  'builder.openIn': { from: ['page'], request: z.object({ tabId: z.number() }), reply: none },
  /** Opens it at the field of the sending frame. */
  'builder.open': { from: ['content'], request: none, reply: none },
  /** The person has closed it from the page, or the page has taken it away. */
  'builder.left': { from: ['content'], request: ofToken, reply: none },
  /** Its frame has shown nothing. */
  'builder.failed': { from: ['content'], request: ofToken, reply: none },
} as const satisfies Messages;
