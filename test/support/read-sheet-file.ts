import type { OpenSheet } from '@/lib/core/tag-sheet/read/open-sheet';
import { createTagSheetReader } from '@/lib/core/tag-sheet/read/sheet-reader';
import { readTableFile } from '@/lib/files/read-file';

/** The tag sheet in a file, as the worker of the page reads it. */
export function readSheetFile(bytes: ArrayBuffer): OpenSheet {
  const reader = createTagSheetReader();
  readTableFile(bytes, reader);
  return reader.finish();
}
