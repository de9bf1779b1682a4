import type { openingContract } from '../../messaging/builder/opening-contract';
import type { HandlersOf } from '../../messaging/wire/answer';
import { frameOf } from '../frame-of';
import type { Builders } from './builders';

/** Opens builders, and hears from the page round one what became of it. */
export function createOpeningHandlers({
  builders,
}: {
  readonly builders: Builders;
}): HandlersOf<typeof openingContract> {
  return {
    'builder.openIn': async ({ tabId }) => {
      await builders.open(tabId, null, 'focus');
      return null;
    },
    'builder.open': async (_, context) => {
      const { tabId, frameId } = frameOf(context);
      await builders.open(tabId, frameId, 'press');
      return null;
    },
    'builder.left': async ({ token }, context) => {
      const { tabId, frameId } = frameOf(context);
      await builders.left(token, tabId, frameId);
      return null;
    },
    'builder.failed': async ({ token }, context) => {
      const { tabId, frameId } = frameOf(context);
      await builders.failed(token, tabId, frameId);
      return null;
    },
  };
}
