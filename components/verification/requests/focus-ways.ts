import { batch, type Signal, signal } from '@preact/signals';

/**
 * The ways between the list of requests and the details of one. These go along with the current row until they are put
 * away; then they stay away until they are asked for.
 */
export function createFocusWays(selectedKey: Signal<string | null>) {
  /** Rises each time that the focus is to go there. */
  const toRow = signal(0);
  const toDetails = signal(0);
  let taken = 0;
  let goAlong = true;
  return {
    toRow,
    toDetails,
    select: (key: string) => {
      goAlong = true;
      selectedKey.value = key;
    },
    /** Another row is the current one. */
    follow: (key: string) => {
      if (goAlong) selectedKey.value = key;
    },
    openDetails: (key: string) =>
      batch(() => {
        goAlong = true;
        selectedKey.value = key;
        toDetails.value += 1;
      }),
    /** Whether the focus is to go to the details now: said once each time. */
    takeDetailsTurn: (): boolean => {
      const isAsked = toDetails.value > taken;
      taken = toDetails.value;
      return isAsked;
    },
    backToRow: () => {
      toRow.value += 1;
    },
    /** Says whether there were any. */
    closeDetails: (): boolean => {
      if (selectedKey.value === null) return false;
      goAlong = false;
      batch(() => {
        toRow.value += 1;
        selectedKey.value = null;
      });
      return true;
    },
  };
}
