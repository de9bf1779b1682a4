// Says to people whose columns these are, and to Piggyback which ones it may write over.
const MARK = ' (Piggyback)';

/** What columns of remarks are called; by these names they are known when the sheet comes back. */
export const REMARK_NAMES = { result: 'Result', findings: 'Findings' } as const;

/** The title of a column that is filled into somebody's own sheet. */
export function ownTitle(name: string): string {
  return name.replace(/\s+/g, ' ').trim() + MARK;
}

/** Whether a column of ours says something of a row: there may be an address in it, and it is no tag. */
export function isRemark(title: string): boolean {
  return REMARKS.has(title.trim());
}

/** Whether a title is one of these. */
export function isOwnTitle(title: string): boolean {
  return title.trim().endsWith(MARK);
}

const REMARKS = new Set(Object.values(REMARK_NAMES).map(ownTitle));
