import { SheetFileError } from '../core/table/file-problem';

/**
 * The text of a file. Excel saves CSV in the system's old code page unless told otherwise, and "Unicode text"
 * as UTF-16. The mark of the encoding at its beginning is left out unless it is to be kept. Fails with
 * `SheetFileError` where it is no text.
 */
export function decodeText(
  bytes: Uint8Array<ArrayBuffer>,
  { keepMark = false }: { readonly keepMark?: boolean } = {},
): string {
  const options = { ignoreBOM: keepMark };
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le', options).decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be', options).decode(bytes);
  const text = decodeUtf8(bytes, options) ?? new TextDecoder('windows-1252').decode(bytes);
  if (text.includes('\0')) throw new SheetFileError('unreadable');
  return text;
}

function decodeUtf8(bytes: Uint8Array<ArrayBuffer>, options: TextDecoderOptions): string | null {
  try {
    return new TextDecoder('utf-8', { ...options, fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
