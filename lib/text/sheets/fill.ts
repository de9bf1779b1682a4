import { columnLetters } from '../../core/table/cells';
import type { FillNote } from '../../core/table/filled-cell';
import type { FillProblem } from '../../core/table/fill-problem';
import { REMARK_NAMES } from '../../core/table/own-titles';
import type { PlacedColumn } from '../../core/table/plan-fill';
import type { CheckedFillWords } from '../../core/tag-sheet/fill-checked';
import type { TrackerFillWords } from '../../core/tracker-sheet/fill';
import { findingSentence } from '../findings';
import { plural } from '../ui';
import { verdictText } from './page';

/** Words of what is filled into somebody's own sheet. */
export const fillText = {
  fill: 'Fill in your file',
  hint: 'Adds what was found to a copy of your file, in columns to the right. Everything else in it stays as it is.',
  filling: 'Filling in the file…',
  saved: (name: string, placed: readonly PlacedColumn[]) => `Saved ${name}. ${placedText(placed)}`,
};

function placedText(placed: readonly PlacedColumn[]): string {
  const list = (some: readonly PlacedColumn[]) =>
    some.map(({ title, column }) => `${columnLetters(column)} “${title}”`).join(', ');
  const added = placed.filter(({ isNew }) => isNew);
  const again = placed.filter(({ isNew }) => !isNew);
  return [
    ...(added.length > 0 ? [`Added: ${list(added)}.`] : []),
    ...(again.length > 0 ? [`Brought up to date: ${list(again)}.`] : []),
  ].join(' ');
}

/** Titles and sentences of what is added to a sheet that was checked. */
export const checkedFillWords: CheckedFillWords = {
  ...REMARK_NAMES,
  tag: 'Tag',
  verdict: (verdict) => verdictText[verdict],
  say: findingSentence,
  more: (count) => `and ${plural(count, 'more finding', 'more findings')}`,
};

/** Titles of what is added to a sheet of trackers. */
export const trackerFillWords: TrackerFillWords = {
  trackerId: 'Tracker ID',
  tagFor: (adServer) => `Tag for ${adServer}`,
  result: REMARK_NAMES.result,
};

export const fillNoteText: Record<FillNote, string> = {
  signed:
    'The file is digitally signed. With cells filled in the signature is no longer valid: programs will say so, and its owner has to sign it again.',
  protected:
    'The sheet is protected against changes. It still is; the columns were added all the same.',
  unmarked:
    'The file does not say how its text is written, and had only plain letters so far. What was added has others, as UTF-8: a spreadsheet may show them wrong until you say so as you import it.',
};

/** Why nothing was filled in. `where` is the cell, or what else there is to name. */
export const fillProblemText: Record<
  FillProblem,
  (where: string) => { readonly sentence: string; readonly next: string }
> = {
  'no-titles': () => ({
    sentence:
      'No row of this sheet names its columns, so there is no place for the titles of new ones.',
    next: 'Put a row with titles above the first row with a tag, save the file and check it again.',
  }),
  'no-room': () => ({
    sentence: 'Right of the table there are no free columns side by side.',
    next: 'Delete empty columns or move what stands to the right, save the file and check it again.',
  }),
  'no-sheet': (where) => ({
    sentence: `The file has no sheet “${where}” of its own, or several.`,
    next: 'Open it in Excel or Sheets, save it as .xlsx and check that.',
  }),
  taken: (where) => ({
    sentence: `Cell ${where} holds something already, which is not written over.`,
    next: 'Empty the cell or move what is in it, save the file and check it again.',
  }),
  formula: (where) => ({
    sentence: `Cell ${where} is a formula or is filled by one. A formula is not written over.`,
    next: 'Take the formula out of the columns whose titles end with “(Piggyback)”, save the file and check it again.',
  }),
  merged: (where) => ({
    sentence: `Cell ${where} is merged with others and would not be seen.`,
    next: 'Unmerge the cells in the columns whose titles end with “(Piggyback)”, save the file and check it again.',
  }),
  'odd-order': () => ({
    sentence:
      'The rows or cells of this sheet do not stand in order in the file, so that nothing can be put in between.',
    next: 'Open it in Excel or Sheets, save it as .xlsx and check that.',
  }),
  'odd-archive': () => ({
    sentence:
      'This file is packed in a way that spreadsheets are not, and could not be put together again as it was.',
    next: 'Open it in Excel or Sheets, save it as .xlsx and check that.',
  }),
  encoding: () => ({
    sentence:
      'The text of this sheet is written in a way that could not be written back letter for letter.',
    next: 'Open it in Excel or Sheets, save it as .xlsx and check that.',
  }),
  sign: (where) => ({
    sentence: `This CSV is in an old Windows encoding, which has no ${where}.`,
    next: 'Save it as “CSV UTF-8” or as .xlsx and check that.',
  }),
  unclosed: (where) => ({
    sentence: `In the row of ${where} a quotation mark is not closed, so that nothing can be added behind it.`,
    next: 'Close it, save the file and check it again.',
  }),
  'too-long': (where) => ({
    sentence: `What belongs into cell ${where} is longer than the 32,767 characters that a cell holds.`,
    next: 'Copy it from the row’s details instead.',
  }),
};
