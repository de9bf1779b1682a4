import type { SQLOutputValue } from 'node:sqlite';

import type { OrderFields } from './body.ts';
import { COLUMNS } from './columns.ts';

/** How the rows of a report become text: what comes first, each row, what comes last. */
export interface Format {
  readonly head: string;
  readonly row: (cells: readonly string[]) => string;
  readonly foot: string;
}

type FormatFields = Pick<
  OrderFields,
  'columns' | 'format' | 'escape_fields' | 'reporting_decimal_type'
>;

/** The text formats: `csv`, `excel` (tab-separated) and `html`. The first line is the columns' names. */
export function textFormat(fields: FormatFields): Format {
  if (fields.format === 'html') return HTML(fields.columns);
  const separator = fields.format === 'excel' ? '\t' : ',';
  const quote = (cell: string): string =>
    fields.escape_fields || new RegExp(`["\\r\\n${separator}]`).test(cell)
      ? `"${cell.replaceAll('"', '""')}"`
      : cell;
  const row = (cells: readonly string[]): string => `${cells.map(quote).join(separator)}\n`;
  return { head: row(fields.columns), row, foot: '' };
}

const HTML = (columns: readonly string[]): Format => {
  const row = (cells: readonly string[], tag = 'td'): string =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>\n`;
  return { head: `<table>\n${row(columns, 'th')}`, row: (cells) => row(cells), foot: '</table>\n' };
};

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** How a value is written: money with six decimals, as in the documents' examples. */
export function cellText(
  column: string,
  value: SQLOutputValue | undefined,
  decimal: OrderFields['reporting_decimal_type'],
): string {
  if (value === null || value === undefined) return '';
  if (COLUMNS.get(column)?.type !== 'money' || typeof value !== 'number') return String(value);
  // Of nothing lost there is no minus.
  const text = (value === 0 ? 0 : value).toFixed(6);
  return decimal === 'comma' ? text.replace('.', ',') : text;
}
