// Says to people whose columns these are, and to Piggyback which ones it may write over.
const MARK = ' (Piggyback)';

/** What columns of remarks are called; by these names they are known when the sheet comes back. */
export const REMARK_NAMES = { result: 'Result', findings: 'Findings' } as const;
const MENDED = 'Mended: ';

/** What a column is called that has the tags of another one, mended. */
export function mendedName(column: string): string {
  return MENDED + column;
}

/** The title of a column that is filled into somebody's own sheet. */
export function ownTitle(name: string): string {
  return name.replace(/\s+/g, ' ').trim() + MARK;
}

/** Whether a title is one of these. */
export function isOwnTitle(title: string): boolean {
  return title.trim().endsWith(MARK);
}

/** Whether a column of ours says something of another one: an address in it is no tag of the row. */
export function isRemark(title: string): boolean {
  const own = title.trim();
  return REMARKS.has(own) || (isOwnTitle(own) && own.startsWith(MENDED));
}

const REMARKS = new Set(Object.values(REMARK_NAMES).map(ownTitle));

/** Names of which none is there twice: the second of one has a 2 behind it. */
export function toldApart(names: readonly string[]): readonly string[] {
  const count = new Map<string, number>();
  return names.map((name) => {
    const times = (count.get(name) ?? 0) + 1;
    count.set(name, times);
    return times === 1 ? name : `${name} ${times}`;
  });
}
