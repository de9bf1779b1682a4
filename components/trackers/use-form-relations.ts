import { useMemo } from 'preact/hooks';

import type { Failure } from '@/lib/core/base/errors';
import { type Picker, queryFor } from '@/lib/core/tracker/picker';
import type { IdsInReports } from '@/lib/core/tracker/same-in-reports';

import type { TrackerActions } from './tracker-actions';

/** How a form finds what its tracker points to, among what is of its advertiser; a dead token leads to sign-in. */
export function useFormRelations(
  actions: Pick<TrackerActions, 'searchObjects' | 'noteChosen' | 'sameInReports'>,
  advertiserId: number,
  trackerId: number | null,
  fail: (error: unknown) => Failure,
) {
  return useMemo(
    () => ({
      search: async (kind: Picker, publisherId: number | null, words: string) => {
        try {
          return await actions.searchObjects(queryFor(kind, advertiserId, publisherId), words);
        } catch (error) {
          fail(error);
          throw error;
        }
      },
      noteChosen: (kind: Picker, publisherId: number | null, id: number) =>
        actions.noteChosen(queryFor(kind, advertiserId, publisherId), id),
      sameInReports: (ids: IdsInReports) => actions.sameInReports(advertiserId, ids, trackerId),
    }),
    [fail, actions, advertiserId, trackerId],
  );
}
