import { cellAddress } from '../../core/table/cells';
import { FillError } from '../../core/table/fill-problem';
import type { FilledCell } from '../../core/table/filled-cell';
import { harmless } from '../../core/table/formulas';
import { CELL_LIMIT, escaped } from '../xlsx-text';

/**
 * A filled cell as a sheet's XML has it, with its text within, so that the table of shared texts stays as it is. `prefix` is
 * that of the sheet's elements, `x:`; `style` the number of its look.
 */
export function cellXml(
  { row, column, value }: FilledCell,
  style: string | null,
  prefix: string,
): string {
  const address = cellAddress(row, column);
  const begin = `<${prefix}c r="${address}"${style === null ? '' : ` s="${style}"`}`;
  if (value === null) return `${begin}/>`;
  if (typeof value === 'number') return `${begin}><${prefix}v>${value}</${prefix}v></${prefix}c>`;
  const text = textXml(value, address);
  const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
  return `${begin} t="inlineStr"><${prefix}is><${prefix}t${space}>${text}</${prefix}t></${prefix}is></${prefix}c>`;
}

/** What stands before the colon of an element's name, with it. */
export function prefixOf(raw: string): string {
  return raw.slice(0, raw.indexOf(':') + 1);
}

function textXml(value: string, address: string): string {
  const text = harmless(value);
  if (text.length > CELL_LIMIT) throw new FillError('too-long', address);
  return escaped(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
