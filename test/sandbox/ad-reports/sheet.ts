import writeXlsxFile from 'write-excel-file/node';

/** A cell as an ad server writes it: what stands in a CSV, and what in a workbook where that is not the same. */
export type AdCell = string | number | { readonly text: string; readonly value: number | Date };

/** An ad server's file before it is one. */
export interface AdSheet {
  readonly rows: readonly (readonly AdCell[])[];
  readonly lineEnd: '\n' | '\r\n';
}

/** The sheet as CSV text. */
export function toCsv({ rows, lineEnd }: AdSheet): string {
  return rows.map((row) => row.map(csvCell).join(',') + lineEnd).join('');
}

/** The sheet as the bytes of a workbook. */
export async function toXlsx({ rows }: AdSheet): Promise<Uint8Array> {
  const data = rows.map((row) => row.map(xlsxCell));
  return new Uint8Array(await writeXlsxFile([{ data }]).toBuffer());
}

function csvCell(cell: AdCell): string {
  const text = typeof cell === 'object' ? cell.text : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function xlsxCell(cell: AdCell) {
  const value = typeof cell === 'object' ? cell.value : cell;
  return value instanceof Date ? { value, format: 'm/d/yy' } : { value };
}
