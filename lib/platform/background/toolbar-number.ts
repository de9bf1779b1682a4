import { browser } from 'wxt/browser';

import type { PageCount } from '../../core/verification/page-count';
import { rehearsalStore } from '../storage/rehearsals';

/** How a number is written. */
export interface NumberWords {
  readonly text: (count: PageCount) => string;
  readonly title: (count: PageCount) => string;
}

const CALM = '#5a5a66';
const RED = '#b3261e';

/**
 * Shows at the toolbar's button what was recorded on the page in a tab, until another page is loaded there. While a tab is
 * rehearsed its mark stays: the page could take it away by firing.
 */
export function createShowCount(words: NumberWords) {
  return async (tabId: number, count: PageCount): Promise<void> => {
    const { action } = browser;
    const leases = await rehearsalStore.read();
    if (leases.some((lease) => lease.isOn && lease.tabId === tabId)) {
      return action.setTitle({ tabId, title: words.title(count) });
    }
    await Promise.all([
      action.setBadgeText({ tabId, text: words.text(count) }),
      action.setBadgeBackgroundColor({ tabId, color: count.errors > 0 ? RED : CALM }),
      action.setBadgeTextColor({ tabId, color: '#ffffff' }),
      action.setTitle({ tabId, title: words.title(count) }),
    ]);
  };
}
