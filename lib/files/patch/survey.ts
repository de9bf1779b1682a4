import { readText } from '../../core/table/cells';
import type { FillTarget } from '../../core/table/filled-cell';
import { isOwnTitle } from '../../core/table/own-titles';
import type { TakeRow } from '../../core/table/raw-row';

/** Takes the rows of a sheet and keeps of them the titles, and where something stands under those of ours. */
export function createSurvey(headerRow: number) {
  let titles: ReadonlyMap<number, string> = new Map();
  let own: ReadonlySet<number> = new Set();
  const filled: { row: number; column: number }[] = [];

  const take: TakeRow = ({ row, columns, values }) => {
    if (row === headerRow) {
      titles = new Map(columns.map((column, at) => [column, readText(values[at]).trim()]));
      own = new Set([...titles].flatMap(([column, title]) => (isOwnTitle(title) ? [column] : [])));
    }
    if (row <= headerRow || own.size === 0) return true;
    for (const column of columns) if (own.has(column)) filled.push({ row, column });
    return true;
  };

  return {
    take,
    finish: (): Omit<FillTarget, 'isTaken'> => ({ titles, filled }),
  };
}
