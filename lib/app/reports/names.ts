import type { Question } from '../../core/report/question';
import type { Ref } from '../../core/tracker/tracker';
import type { Database } from '../../store/database';
import { findTrackers, listTrackers } from '../../store/trackers';

/**
 * Gives names of what questions are about, as far as they are kept here: `null` where they are not. `advertiser` is the one that is
 * chosen.
 */
export function createNames(db: Database, account: string, advertiser: Ref | null) {
  const lists = new Map<number, ReturnType<typeof listTrackers>>();

  function listOf(advertiserId: number) {
    const known = lists.get(advertiserId) ?? listTrackers(db, account, advertiserId);
    lists.set(advertiserId, known);
    return known;
  }

  return async ({ about, advertiserId }: Question): Promise<string | null> => {
    if (about.kind === 'advertiser')
      return advertiser?.id === advertiserId ? advertiser.name : null;
    const { id } = about;
    if (about.kind === 'tracker') return (await findTrackers(db, account, [id]))[0]?.name ?? null;
    const { rows } = await listOf(advertiserId);
    const refs = rows.map(({ lineItem, publisher }) =>
      about.kind === 'line-item' ? lineItem : publisher,
    );
    return refs.find((ref) => ref?.id === id)?.name ?? null;
  };
}
