import { LAST_COLUMN } from '../base/limits';
import { z } from '../base/schema';
import type { ColumnTitle } from './column-titles';

/** A column's meaning and where it is, by a person’s word; `null`: there is no such column. */
export type ChosenColumn<Column extends string> = [Column, number | null];

/** Which columns are which, by a person’s word, among columns of these meanings. */
export function chosenColumnsSchema<Column extends string>(
  columns: readonly [Column, ...Column[]],
) {
  return z
    .array(z.tuple([z.enum(columns), z.nullable(z.int().check(z.gte(0), z.lte(LAST_COLUMN - 1)))]))
    .check(z.maxLength(columns.length));
}

/** The choice with another column for one of the meanings; `null` where there is none. */
export function chooseColumn<Column extends string>(
  choice: readonly ChosenColumn<Column>[] | null,
  column: Column,
  at: number | null,
): ChosenColumn<Column>[] {
  return [...(choice ?? []).filter(([it]) => it !== column), [column, at]];
}

/**
 * The columns as a person chose them. One that is not there any more is as if it had not been chosen; one
 * that is chosen for something is not what it was recognised as.
 */
export function withChosen<Column extends string>(
  recognised: readonly (readonly [Column, number])[],
  choice: readonly ChosenColumn<Column>[],
  titles: readonly ColumnTitle[],
): readonly (readonly [Column, number])[] {
  const said = choice.filter(([, at]) => at === null || titles.some(({ index }) => index === at));
  const taken = new Set(said.map(([, at]) => at));
  const kinds = new Set(said.map(([column]) => column));
  return [
    ...recognised.filter(([column, at]) => !taken.has(at) && !kinds.has(column)),
    ...said.flatMap(([column, at]): (readonly [Column, number])[] =>
      at === null ? [] : [[column, at]],
    ),
  ];
}
