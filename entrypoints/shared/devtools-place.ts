import type { VerificationActions } from '@/components/verification/verification-actions';
import { lookAtPage } from '@/lib/app/recording/look-at-page';
import { inspectedTabId, reloadInspected } from '@/lib/platform/devtools/devtools';
import { inspectedPagePorts } from '@/lib/platform/devtools/page-ports';

/** The tab that is beside a page of ours. */
export type Place = Pick<VerificationActions, 'tabId' | 'lookAtPage' | 'reloadPage'>;

/** The tab in which DevTools are open; none where this page is elsewhere. */
export function devtoolsPlace(): Place {
  const tabId = inspectedTabId();
  return {
    tabId,
    lookAtPage: tabId === null ? null : () => lookAtPage(inspectedPagePorts),
    reloadPage: reloadInspected,
  };
}
