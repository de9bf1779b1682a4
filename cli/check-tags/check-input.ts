import path from 'node:path';

import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { MAX_FIELD_TEXT } from '@/lib/core/base/limits';
import { checkText, repairChecked } from '@/lib/core/judge/check-text';
import { SheetFileError } from '@/lib/core/table/file-problem';
import { sizeOf } from '@/lib/core/tag-sheet/read/header';
import type { OpenSheet } from '@/lib/core/tag-sheet/read/open-sheet';
import { createTagSheetReader } from '@/lib/core/tag-sheet/read/sheet-reader';
import { decodeText } from '@/lib/files/decode-text';
import { isArchive, readTableFile } from '@/lib/files/read-file';

import type { Arguments } from './arguments';
import { checkSheet } from './check-sheet';
import { CommandError } from '../shared/command-error';
import type { Input } from '../shared/read-input';
import { reportFinding, reportTag, type SheetReport, type TextReport } from './report';

/**
 * Checks what was given: a workbook and a file called `.csv` or `.tsv` as a sheet, and any text that is one
 * by its titles; all else as text. Fails with `CommandError`, or `SheetFileError` where a sheet is none.
 */
export function checkInput(input: Input, place: Arguments): TextReport | SheetReport {
  const isSheet =
    isArchive(input.bytes) || /^\.(?:csv|tsv|xls[xm]?)$/i.test(path.extname(place.file));
  if (isSheet) return checkSheet(openSheet(input), place);
  const text = textOf(input, place);
  const sheet = /^\s*[<{[]/.test(text) ? null : sheetIn(input);
  return sheet ? checkSheet(sheet, place) : checkPlainText(text, place);
}

function openSheet({ bytes }: Input): OpenSheet {
  const reader = createTagSheetReader();
  readTableFile(bytes.buffer, reader);
  return reader.finish();
}

// A text with commas in it is no table: a row of titles names two columns at least.
function sheetIn(input: Input): OpenSheet | null {
  try {
    const sheet = openSheet(input);
    return sheet.header.row >= 0 && sizeOf(sheet.header) > 1 ? sheet : null;
  } catch (error) {
    if (error instanceof SheetFileError) return null;
    throw error;
  }
}

// In a field every character counts; a file may begin with a mark of its encoding.
function textOf({ name, bytes }: Input, { field }: Arguments): string {
  let text: string;
  try {
    text = decodeText(bytes, { keepMark: field === 'url' });
  } catch {
    throw new CommandError('not-text', name);
  }
  if (text.length > MAX_FIELD_TEXT) throw new CommandError('text-too-long', name);
  return text;
}

function checkPlainText(
  text: string,
  { server, field, expectedTrackerId, ownHosts }: Arguments,
): TextReport {
  const place = {
    servers: AD_SERVERS,
    ownHosts,
    server,
    field,
    expectedTrackerId,
    costIsPerImpression: false,
  };
  const checked = checkText(text, place);
  const mended = repairChecked(checked, place).text;
  return {
    tags: checked.tags.map(reportTag),
    findings: checked.findings.map((finding) => reportFinding(finding, text.length)),
    mended: mended === text ? null : mended,
  };
}
