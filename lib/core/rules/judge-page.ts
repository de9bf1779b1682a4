import type { Finding } from '../base/finding';
import { PAGE_RULES } from './index';
import type { PageContext } from './rule';

/** Why a tag on a page did not fire: the first reason, in the order of the rules. */
export function judgeOnPage(context: PageContext): Finding | null {
  for (const { code, severity, look } of PAGE_RULES) {
    const values = look(context);
    if (values) return { code, severity, place: null, values, repair: null };
  }
  return null;
}
