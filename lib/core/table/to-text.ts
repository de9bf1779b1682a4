import { plainText, type SheetCell } from './cells';
import { quoted } from './csv';

type Rows = readonly (readonly SheetCell[])[];

/**
 * Rows as spreadsheets take them from the clipboard: tabs between cells, CRLF between rows. A cell
 * that holds either, or a quotation mark, stands in quotation marks with its own doubled.
 */
export function toTsv(rows: Rows): string {
  return rows.map((row) => row.map(tsvCell).join('\t')).join('\r\n');
}

function tsvCell(cell: SheetCell): string {
  const text = plainText(cell);
  return /["\t\r\n]/.test(text) ? quoted(text) : text;
}

/**
 * Rows as an HTML table, which Excel and Sheets prefer to text. Excel needs to be told that a line
 * break stays in its cell and that a cell is text, whatever it looks like.
 */
export function toHtmlTable(rows: Rows, headerRow: number): string {
  const lines = rows.map((row, index) => {
    const tag = index === headerRow ? 'th' : 'td';
    return `<tr>${row.map((cell) => htmlCell(cell, tag)).join('')}</tr>`;
  });
  return `<table>${lines.join('')}</table>`;
}

const TEXT_CELL = ` style="mso-number-format:'\\@';white-space:pre-wrap"`;
const LINE_BREAK = '<br style="mso-data-placement:same-cell">';

function htmlCell(cell: SheetCell, tag: 'th' | 'td'): string {
  const style = typeof cell === 'string' && tag === 'td' ? TEXT_CELL : '';
  return `<${tag}${style}>${escapeHtml(plainText(cell))}</${tag}>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/\r\n?|\n/g, LINE_BREAK);
}
