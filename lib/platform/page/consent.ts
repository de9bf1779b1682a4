import { browser } from 'wxt/browser';

import { REHEARSAL_GRANTS } from '../../core/rehearsal/grants';

const GRANTS = { rehearsal: REHEARSAL_GRANTS } as const;
type Name = keyof typeof GRANTS;

/** What the page was opened to ask for; `null` where nothing is known by that name. */
export function consentAsked(): Name | null {
  const name = location.hash.slice(1);
  return name === 'rehearsal' ? name : null;
}

/** Asks the browser for what something needs. Must be called in the person's own click. */
export async function askFor(name: Name): Promise<boolean> {
  const { permissions, origins } = GRANTS[name];
  const asked = { permissions: [...permissions], origins: [...origins] };
  // A policy that forbids it is a refusal, too.
  return browser.permissions.request(asked).catch(() => false);
}
