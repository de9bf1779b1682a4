import { MAX_CHANGED_IDS } from './limits';
import { z } from './schema';

const numbers = z.nullable(z.array(z.number()).check(z.maxLength(MAX_CHANGED_IDS)));
const texts = z.nullable(z.array(z.string()).check(z.maxLength(MAX_CHANGED_IDS)));

/**
 * What is stored is other than before: new, changed or gone. `ids` says which; `null` where it may be
 * any of them, and what is shown is read anew.
 */
export const ChangeSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('trackers'), ids: numbers }),
  /** What is noted of trackers, by their ids. */
  z.object({ what: z.literal('passports'), ids: numbers }),
  /** By their keys. */
  z.object({ what: z.literal('drafts'), ids: texts }),
  /** Recordings: what is expected of them, what they hold, whether they are there. */
  z.object({ what: z.literal('verifications'), ids: texts }),
  /** Kept reports, by their ids. */
  z.object({ what: z.literal('reports'), ids: texts }),
  /** Ad servers' reports that are kept beside them, by the same ids. */
  z.object({ what: z.literal('comparisons'), ids: texts }),
  /** Somebody has signed in or out, or the token has died. */
  z.object({ what: z.literal('account'), ids: z.null() }),
  /** The chosen advertiser (`advertiser`), or how tags are written (`choices`). */
  z.object({ what: z.literal('settings'), ids: texts }),
  /** What the browser allows: hosts, and what is asked for with them. */
  z.object({ what: z.literal('access'), ids: z.null() }),
]);
export type Change = z.infer<typeof ChangeSchema>;

/** Trackers that are other than before, by their ids. More than can be told one by one are told as all. */
export function changedTrackers(ids: readonly number[]): Change {
  return { what: 'trackers', ids: toldOneByOne(ids) };
}

/** The same of what is noted of them. */
export function changedPassports(ids: readonly number[]): Change {
  return { what: 'passports', ids: toldOneByOne(ids) };
}

/** The same of what has a key. */
export function changedKeys(
  what: 'drafts' | 'verifications' | 'reports' | 'comparisons' | 'settings',
  ids: readonly string[],
): Change {
  return { what, ids: toldOneByOne(ids) };
}

function toldOneByOne<T>(ids: readonly T[]): T[] | null {
  const different = new Set(ids);
  return different.size > MAX_CHANGED_IDS ? null : [...different];
}
