/** What stands in the rows: pages, with words in their cells, or trackers, with signs. */
export type Look = 'pages' | 'trackers';

/** In pixels. The heads of rows are so wide at least; how a visit ended stands beside a page. */
export const LOOKS = {
  pages: {
    sizes: { rowHeight: 32, headHeight: 28 },
    head: 'minmax(140px, 1fr)',
    headLeast: 140,
    column: 120,
    /** A page as a whole can be chosen, too. */
    isPageShown: true,
  },
  trackers: {
    sizes: { rowHeight: 28, headHeight: 24 },
    head: 'minmax(110px, 240px)',
    headLeast: 110,
    column: 28,
    isPageShown: false,
  },
} as const;

const VISIT_LEAST = 130;
/** Below it there is no room for how each visit ended. */
export const NARROW_BELOW = 500;

/** The columns of the grid, as a style: each row is a grid of its own, all alike. */
export function tracksOf(look: Look, columns: number, withVisit: boolean) {
  const { head, headLeast, column } = LOOKS[look];
  const visit = withVisit ? `minmax(${VISIT_LEAST}px, 1fr) ` : '';
  return {
    gridTemplateColumns: `${head} ${visit}repeat(${columns}, ${column}px)`,
    minWidth: `${headLeast + (withVisit ? VISIT_LEAST : 0) + columns * column}px`,
  };
}
