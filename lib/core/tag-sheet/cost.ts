import { type AdServer, costMacroOf } from '../ad-server/ad-server';
import type { SheetChoices } from './choices';
import type { SheetNote } from './notes';

export interface SheetCost {
  /** What goes into `ancost`, or `null`. */
  readonly value: string | null;
  readonly unit: string | null;
  readonly note: SheetNote | null;
}

/**
 * The cost for an ad server's rows. What was typed counts for all; else its own macro, but only
 * where that is money per impression or the person says so (ad-servers.md section 1, row 7).
 */
export function costFor(server: AdServer, choices: SheetChoices): SheetCost {
  if (!choices.withCost) return { value: null, unit: null, note: null };
  const own = costMacroOf(server);
  const typed = choices.cost.trim();
  if (typed !== '' && typed !== own?.macro) {
    return { value: typed, unit: null, note: { code: 'cost-overrides', unit: null } };
  }
  if (own === null) return { value: null, unit: null, note: { code: 'cost-unknown' } };
  const { macro, unit } = own;
  if (!choices.costIsPerImpression && !/per impression/i.test(unit ?? '')) {
    return { value: null, unit: null, note: { code: 'cost-left-out', macro, unit } };
  }
  return { value: macro, unit, note: { code: 'cost-overrides', unit } };
}
