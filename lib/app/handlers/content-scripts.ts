import { dismiss, dismissalsAt } from '../../core/console/dismissals';
import { AppError } from '../../core/base/errors';
import type { HandlerContext, Handlers } from '../../messaging/answer';
import type { contentContract } from '../../messaging/content-contract';
import type { BackgroundDeps } from './deps';

/** What the background does for our scripts in other people's pages. */
export function createContentHandlers({
  builders,
  readDismissals,
  changeDismissals,
  addFieldButton,
  addModelReader,
}: BackgroundDeps): Pick<Handlers, keyof typeof contentContract> {
  return {
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
    'field.dismiss': async ({ scope, field }) => {
      await changeDismissals((before) => dismiss(before, scope, field));
      return null;
    },
    'field.needButton': async (_, context) => {
      const { tabId, frameId } = frameOf(context);
      await addFieldButton(tabId, frameId);
      return null;
    },
    'field.addModelReader': async (_, context) => {
      const { tabId, frameId } = frameOf(context);
      await addModelReader(tabId, frameId);
      return null;
    },
    'field.readDismissals': async (host) => dismissalsAt(await readDismissals(), host),
  };
}

function frameOf(context: HandlerContext): { tabId: number; frameId: number } {
  if (context.tabId === null) throw new AppError('unexpected', { detail: 'no tab' });
  return { tabId: context.tabId, frameId: context.frameId ?? 0 };
}
