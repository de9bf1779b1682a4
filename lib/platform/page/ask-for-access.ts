import { browser } from 'wxt/browser';

import { type AccessAnswer, unasked } from '../../core/recording/access-answer';
import type { AccessAsked } from '../../core/recording/access-asked';
import { REHEARSAL_GRANTS } from '../../core/rehearsal/grants';
import { requestSites } from '../background/access';

/** Asks the browser for what something needs. Must be called in the person's own click, before anything is awaited. */
export function askForAccess(asked: AccessAsked): Promise<AccessAnswer> {
  return asked.for === 'sites' ? requestSites(asked.sites) : requestRehearsal();
}

async function requestRehearsal(): Promise<AccessAnswer> {
  const { permissions, origins } = REHEARSAL_GRANTS;
  try {
    const isAllowed = await browser.permissions.request({
      permissions: [...permissions],
      origins: [...origins],
    });
    return { answer: isAllowed ? 'allowed' : 'refused', detail: null };
  } catch (error) {
    return unasked(error instanceof Error ? error.message : String(error));
  }
}
