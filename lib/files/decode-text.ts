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
  const [first, second] = bytes;
  const wide =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : null;
  if (wide) return { text: new TextDecoder(wide, options).decode(bytes), encoding: wide };
  const utf8 = decodeUtf8(bytes, options);
  const text = utf8 ?? new TextDecoder('windows-1252').decode(bytes);
  if (text.includes('\0')) throw new SheetFileError('unreadable');
  return { text, encoding: utf8 === null ? 'windows-1252' : 'utf-8' };
}

function decodeUtf8(bytes: Uint8Array<ArrayBuffer>, options: TextDecoderOptions): string | null {
  try {
    return new TextDecoder('utf-8', { ...options, fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
