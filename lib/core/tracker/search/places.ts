/** Where in a list the trackers stand that are found, in its order. */
export type Places = Uint32Array;

/** Whether the tracker at this place of the list is one that is asked for. */
export type Test = (index: number) => boolean;

/**
 * Those of `among` that pass, or of the first `count`. They are written over those among which they were: what was
 * found before is asked for no more.
 */
export function where(count: number, among: Places | null, test: Test): Places {
  const found = among ?? new Uint32Array(count);
  let kept = 0;
  for (let at = 0; at < found.length; at += 1) {
    const index = among === null ? at : (among[at] ?? 0);
    if (test(index)) found[kept++] = index;
  }
  return found.subarray(0, kept);
}
