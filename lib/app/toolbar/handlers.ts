import type { PageCount } from '../../core/verification/page-count';
import type { toolbarContract } from '../../messaging/toolbar/contract';
import type { HandlersOf } from '../../messaging/wire/answer';

export interface ToolbarDeps {
  /** Shows it at the button while this page is in the tab. */
  readonly showCount: (tabId: number, count: PageCount) => Promise<void>;
}

/** Puts numbers at the button in the toolbar. */
export function createToolbarHandlers({
  showCount,
}: ToolbarDeps): HandlersOf<typeof toolbarContract> {
  return {
    'toolbar.count': async ({ tabId, ...count }) => {
      // A tab that is gone by now has no button.
      await showCount(tabId, count).catch(() => {});
      return null;
    },
  };
}
