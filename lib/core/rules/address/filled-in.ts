import { serverCodeIn } from '../../macro/suspects';
import type { AddressContext } from '../rule';

// Variables that differ from one view of an AMP page to the next (amp.dev, amp-pixel and its list of
// substitutions).
const AMP_VARIABLES = ['RANDOM', 'TIMESTAMP', 'PAGE_VIEW_ID', 'PAGE_VIEW_ID_64'];

/** AMP's own word for a random number. */
export const AMP_RANDOM = 'RANDOM';

/** Whether AMP itself puts a new value in the place of this one. */
export function isFilledByAmp({ isAmp }: AddressContext, value: string): boolean {
  return isAmp && AMP_VARIABLES.includes(value);
}

/**
 * Whether a program puts a value in the place of this one before the address is called: code that adds to
 * a string or fills a template, or a page's own server. An ad server runs no such program.
 */
export function isFilledByCode(context: AddressContext, value: string): boolean {
  if (context.phase === 'fired') return false;
  if (context.isComputed && (value === '' || value.includes('${'))) return true;
  return isPageCode(context) && serverCodeIn(value).length > 0;
}

/** Whether the tag may stand in a page's own code, which passes through no ad server. */
export function isPageCode({ server }: AddressContext): boolean {
  return server === null || server.traps.includes('never-expands');
}
