import { SheetFileError } from '../core/table/file-problem';

/** How the text of a file is written. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * The text of a file. Excel saves CSV in the system's old code page unless told otherwise, and "Unicode text"
 * as UTF-16. The mark of the encoding at its beginning is left out unless it is to be kept. Fails with
 * `SheetFileError` where it is no text.
 */
export function decodeText(
  bytes: Uint8Array<ArrayBuffer>,
  { keepMark = false }: { readonly keepMark?: boolean } = {},
): string {
  return decodeFile(bytes, { keepMark }).text;
}

/** The same, and how it is written. */
export function decodeFile(
  bytes: Uint8Array<ArrayBuffer>,
  { keepMark }: { readonly keepMark: boolean },
): { readonly text: string; readonly encoding: TextEncoding } {
  const options = { ignoreBOM: keepMark };
  const marked = markedEncoding(bytes);
  if (marked !== 'utf-8') {
    return { text: new TextDecoder(marked, options).decode(bytes), encoding: marked };
  }
  const utf8 = decodeUtf8(bytes, options);
  const text = utf8 ?? new TextDecoder('windows-1252').decode(bytes);
  if (text.includes('\0')) throw new SheetFileError('unreadable');
  return { text, encoding: utf8 === null ? 'windows-1252' : 'utf-8' };
}

/** How a text is written that begins with these bytes, by its mark; UTF-8 where it has none. */
export function markedEncoding([first, second]: Uint8Array): Exclude<TextEncoding, 'windows-1252'> {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function decodeUtf8(bytes: Uint8Array<ArrayBuffer>, options: TextDecoderOptions): string | null {
  try {
    return new TextDecoder('utf-8', { ...options, fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
