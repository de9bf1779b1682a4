import { AppError } from '../core/base/errors';
import type { HandlerContext } from '../messaging/wire/answer';

/** The tab and frame that a content script's message came from. */
export function frameOf(context: HandlerContext): { tabId: number; frameId: number } {
  if (context.tabId === null) throw new AppError('unexpected', { detail: 'no tab' });
  return { tabId: context.tabId, frameId: context.frameId ?? 0 };
}
