/** What two sources may tell of one request: when it began, and what is alike in both then. */
export interface Pairable {
  /** Milliseconds, on a clock that both lists share. */
  readonly at: number;
  /** What must be alike, from the strictest reading to the laxest. */
  readonly marks: readonly string[];
}

/**
 * Puts each of one list with at most one of another, at most `reach` milliseconds apart: as many
 * pairs as there can be, those first that are alike in more. Both lists run by time.
 */
export function pairUp<L extends Pairable, R extends Pairable>(
  left: readonly L[],
  right: readonly R[],
  reach: (left: L, right: R) => number,
  mayPair: (left: L, right: R) => boolean,
): ReadonlyMap<R, L> {
  const pairs = new Map<R, L>();
  const taken = new Set<L>();
  const within = (l: L, r: R) => Math.abs(l.at - r.at) <= reach(l, r);
  const marks = right[0]?.marks.length ?? 0;
  for (let mark = 0; mark < marks; mark += 1) {
    const free = groupBy(
      left.filter((l) => !taken.has(l)),
      (l) => l.marks[mark] ?? '',
    );
    const open = groupBy(
      right.filter((r) => !pairs.has(r)),
      (r) => r.marks[mark] ?? '',
    );
    for (const [name, rights] of open) inOrder(free.get(name) ?? [], rights);
  }
  const lefts = left.filter((l) => !taken.has(l));
  for (const r of right) {
    if (pairs.has(r)) continue;
    const l = lefts.find((one) => !taken.has(one) && within(one, r) && mayPair(one, r));
    if (l) put(l, r);
  }
  return pairs;

  function put(l: L, r: R): void {
    pairs.set(r, l);
    taken.add(l);
  }

  // The earliest with the earliest gives the most pairs; one is passed over for a nearer one only
  // where nobody else could have that.
  function inOrder(lefts: readonly L[], rights: readonly R[]): void {
    let at = 0;
    let over = 0;
    for (;;) {
      const l = lefts[at];
      const r = rights[over];
      if (!l || !r) return;
      const nextL = lefts[at + 1];
      const nextR = rights[over + 1];
      if (!within(l, r)) {
        if (l.at < r.at) at += 1;
        else over += 1;
      } else if (nextL && nearer(nextL, l, r) && !(nextR && within(nextL, nextR))) at += 1;
      else if (nextR && nearer(nextR, r, l) && !(nextL && within(nextL, nextR))) over += 1;
      else {
        put(l, r);
        at += 1;
        over += 1;
      }
    }
  }
}

function nearer(one: Pairable, other: Pairable, to: Pairable): boolean {
  return Math.abs(one.at - to.at) < Math.abs(other.at - to.at);
}

/** Lists by a name that their members share, each in the order in which they came. */
export function groupBy<T, N extends string>(
  items: readonly T[],
  nameOf: (item: T) => N,
): ReadonlyMap<N, T[]> {
  const groups = new Map<N, T[]>();
  for (const item of items) {
    const name = nameOf(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}
