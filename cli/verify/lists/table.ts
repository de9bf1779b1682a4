import { SheetFileError } from '@/lib/core/table/file-problem';
import type { Titles } from '@/lib/core/table/titled-rows';
import { type ListFile, readListFile } from '@/lib/files/read-list';

import { CommandError } from '../../shared/command-error';
import type { Input } from '../../shared/read-input';

/** A list that was given, as its file has it. Fails with `CommandError`. */
export function readList<Name extends string>(
  { bytes, name }: Input,
  titles: Titles<Name>,
  mostRows: number,
): ListFile {
  try {
    return readListFile(bytes, titles, mostRows);
  } catch (error) {
    if (error instanceof SheetFileError) throw new CommandError('list-unreadable', name);
    throw error;
  }
}
