import { MAX_CELL_CHARS, MAX_CELLS } from '../core/base/limits';
import { SheetFileError } from '../core/table/file-problem';
import type { XmlReader } from './xml';
import { fromXlsxText } from './xlsx-text';

/** The texts that the cells of a workbook refer to, by their number. */
export function createSharedStrings(): { readonly texts: readonly string[]; reader: XmlReader } {
  const texts: string[] = [];
  const item = createTextReader();
  const reader: XmlReader = {
    open(name) {
      if (name === 'si') item.begin();
      else item.open(name);
    },
    close(name) {
      item.close(name);
      if (name !== 'si') return;
      if (texts.length === MAX_CELLS) throw new SheetFileError('too-much');
      texts.push(item.text());
    },
    text: item.add,
  };
  return { texts, reader };
}

/**
 * Reads one text: plain, or in runs of different looks. How it is pronounced (`rPh`) is no part of
 * it. Fails with `SheetFileError` where it is longer than a cell may be.
 */
export function createTextReader() {
  let result = '';
  let isText = false;
  let isSpoken = false;
  return {
    begin(): void {
      result = '';
      isText = false;
      isSpoken = false;
    },
    open(name: string): void {
      if (name === 'rPh') isSpoken = true;
      if (name === 't') isText = !isSpoken;
    },
    close(name: string): void {
      if (name === 'rPh') isSpoken = false;
      if (name === 't') isText = false;
    },
    add(text: string): void {
      if (!isText) return;
      result += text;
      // Written out, a character may take seven.
      if (result.length > MAX_CELL_CHARS * 7) throw new SheetFileError('cell-too-long');
    },
    text(): string {
      const text = fromXlsxText(result);
      if (text.length > MAX_CELL_CHARS) throw new SheetFileError('cell-too-long');
      return text;
    },
  };
}
