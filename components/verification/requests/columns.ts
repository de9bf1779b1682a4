import { mostOf } from '@/lib/core/base/long-lists';
import {
  LIST_COLUMNS,
  type ListColumn,
  type ListLayout,
} from '@/lib/core/verification/list-layout';

interface ColumnTraits {
  /** The least width at which it says something, in CSS pixels. */
  readonly least: number;
  /** Its part of the room that is left; 0 where it needs no more. */
  readonly grow: number;
  /** Where there is no room for all, those with the highest go first. */
  readonly rank: number;
}

const TRAITS: Readonly<Record<ListColumn, ColumnTraits>> = {
  time: { least: 92, grow: 0, rank: 5 },
  id: { least: 56, grow: 0.2, rank: 3 },
  tracker: { least: 92, grow: 1.2, rank: 2 },
  type: { least: 66, grow: 0, rank: 6 },
  parameters: { least: 90, grow: 1, rank: 8 },
  status: { least: 64, grow: 0.6, rank: 4 },
  page: { least: 90, grow: 0.8, rank: 9 },
  frame: { least: 80, grow: 0.8, rank: 7 },
  cachebuster: { least: 84, grow: 0.5, rank: 10 },
  redirect: { least: 84, grow: 0.8, rank: 11 },
  duration: { least: 66, grow: 0, rank: 12 },
  findings: { least: 120, grow: 2.6, rank: 1 },
};

const GAP = 8;
const PADDING = 16;

/** How the columns of a list stand that is so wide. */
export interface ColumnPlan {
  /** Those that are shown, in their order. */
  readonly columns: readonly ListColumn[];
  /** Those that were chosen and have no room. */
  readonly left: readonly ListColumn[];
  /** For `grid-template-columns`. */
  readonly template: string;
  /** The least width of a row, in CSS pixels: what is wider is scrolled. */
  readonly least: number;
}

/** The columns that a list of this width has room for; all of them where the width is not known (0). */
export function planColumns({ columns: chosen, widths }: ListLayout, width: number): ColumnPlan {
  const leastOf = (list: readonly ListColumn[]) =>
    list.reduce((sum, name) => sum + TRAITS[name].least, PADDING + GAP * (list.length - 1));
  let columns = chosen;
  const hasRoom = () => width === 0 || columns.length === 1 || leastOf(columns) <= width;
  while (!hasRoom()) {
    const worst = mostOf(columns.map((name) => TRAITS[name].rank));
    columns = columns.filter((name) => TRAITS[name].rank !== worst);
  }
  const own = columns.map((name) => widths[name] ?? TRAITS[name].least);
  return {
    columns,
    left: LIST_COLUMNS.filter((name) => chosen.includes(name) && !columns.includes(name)),
    template: columns.map((name) => trackOf(name, widths[name])).join(' '),
    least: own.reduce((sum, one) => sum + one, PADDING + GAP * (columns.length - 1)),
  };
}

/** What a column has where nobody has made it wider or narrower, in CSS pixels. */
export const leastWidth = (column: ListColumn): number => TRAITS[column].least;

function trackOf(column: ListColumn, width: number | undefined): string {
  if (width !== undefined) return `${width}px`;
  const { least, grow } = TRAITS[column];
  return grow === 0 ? `${least}px` : `minmax(${least}px, ${grow}fr)`;
}
