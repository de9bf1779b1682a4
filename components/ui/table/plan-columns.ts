import { mostOf } from '@/lib/core/base/long-lists';
import type { TableLayout } from '@/lib/core/base/table-layout';

interface ColumnTraits {
  /** The least width at which it says something, in CSS pixels. */
  readonly least: number;
  /** Its part of the room that is left; 0 where it needs no more. */
  readonly grow: number;
  /** Where there is no room for all, those with the highest go first. */
  readonly rank: number;
}

/** The columns of a table: which there are, how each stands, and what it is called. */
export interface TableColumns<C extends string> {
  /** In their order. */
  readonly all: readonly C[];
  readonly traits: Readonly<Record<C, ColumnTraits>>;
  readonly names: Readonly<Record<C, string>>;
  /** The width of what stands before the columns of each row, in CSS pixels; 0 where nothing does. */
  readonly lead: number;
}

const GAP = 8;
const PADDING = 16;

/** How the columns of a table stand that is so wide. */
export interface ColumnPlan<C extends string> {
  /** Those that are shown, in their order. */
  readonly columns: readonly C[];
  /** Those that were chosen and have no room. */
  readonly left: readonly C[];
  /** For `grid-template-columns`. */
  readonly template: string;
  /** The least width of a row, in CSS pixels: what is wider is scrolled. */
  readonly least: number;
}

/** The columns that a table of this width has room for; all of them where the width is not known (0). */
export function planColumns<C extends string>(
  { all, traits, lead }: Omit<TableColumns<C>, 'names'>,
  { columns: chosen, widths }: TableLayout<C>,
  width: number,
): ColumnPlan<C> {
  const before = PADDING + (lead > 0 ? lead + GAP : 0);
  const sumOf = (list: readonly number[]) =>
    list.reduce((sum, one) => sum + one, before + GAP * (list.length - 1));
  let columns = chosen;
  const hasRoom = () =>
    width === 0 ||
    columns.length === 1 ||
    sumOf(columns.map((name) => traits[name].least)) <= width;
  while (!hasRoom()) {
    const worst = mostOf(columns.map((name) => traits[name].rank));
    columns = columns.filter((name) => traits[name].rank !== worst);
  }
  const trackOf = (name: C) => {
    const own = widths[name];
    if (own !== undefined) return `${own}px`;
    const { least, grow } = traits[name];
    return grow === 0 ? `${least}px` : `minmax(${least}px, ${grow}fr)`;
  };
  const tracks = columns.map(trackOf);
  return {
    columns,
    left: all.filter((name) => chosen.includes(name) && !columns.includes(name)),
    template: (lead > 0 ? [`${lead}px`, ...tracks] : tracks).join(' '),
    least: sumOf(columns.map((name) => widths[name] ?? traits[name].least)),
  };
}
