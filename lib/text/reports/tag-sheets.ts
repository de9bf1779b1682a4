import type { KeptSheet, SheetRefusal } from '../../core/report/reconcile/kept-sheets';
import { MAX_SHEET_PLACEMENTS } from '../../core/report/reconcile/sheet-placements';
import { fileProblemText } from '../sheets/page';
import { formatCount, formatMoment, plural } from '../ui';

/** Words of tag sheets beside an ad server's report: which placement is of which tracker. */
export const tagSheetsText = {
  summary: (sheets: number, placements: number) =>
    sheets === 0
      ? 'Tag sheets: none'
      : `${plural(sheets, 'tag sheet', 'tag sheets')}, ${plural(placements, 'placement', 'placements')}`,
  lead: 'A sheet that names the ad server’s placements, by id or name, with the trackers’ ids or tags: placements are then matched by it. What it says is kept for this advertiser in this browser.',
  adds: 'A sheet of the same name takes the place of the one before; others are added. Where two differ, several could be it.',
  dropNext: '.xlsx or .csv. You can also drop it here.',
  choose: 'Choose a tag sheet',
  reading: (name: string) => `Reading ${name}…`,
  cancel: 'Cancel',
  list: 'Tag sheets that are kept',
  readAt: (at: number, placements: number) =>
    `${plural(placements, 'placement', 'placements')}, read ${formatMoment(at)}`,
  others: (count: number) =>
    `${formatCount(count)} of them ${count === 1 ? 'is' : 'are'} of trackers that are not of this advertiser, and not matched.`,
  remove: 'Remove',
  removeOne: (name: string) => `Remove ${name}`,
  removed: (name: string) => `Removed ${name}.`,
  kept: (name: string) => `Placements are matched by ${name}.`,
  isTagSheet: {
    sentence: 'This looks like a tag sheet, and not like an ad server’s report.',
    next: 'Choose it under Tag sheets below, and the ad server’s report here.',
  },
};

/** Which rows of a sheet say nothing; `null` where all do. */
export function rowsLeftOutText({
  several,
  noTracker,
  noPlacement,
}: KeptSheet['leftOut']): string | null {
  const rows = (count: number, why: string) =>
    count === 0 ? [] : [`${plural(count, 'row', 'rows')} ${why}`];
  const parts = [
    ...rows(several, 'with several trackers'),
    ...rows(noTracker, 'without a tracker'),
    ...rows(noPlacement, 'without a placement'),
  ];
  return parts.length === 0 ? null : `Left out: ${parts.join(', ')}.`;
}

/** Why a file cannot be read as one, and what to do. */
export const tagSheetFileText = {
  ...fileProblemText,
  'too-large': {
    ...fileProblemText['too-large'],
    next: 'Split it into smaller files, and choose one after the other.',
  },
};

/** Why a tag sheet is not taken, and what to do. */
export const sheetRefusalText: Readonly<
  Record<SheetRefusal, { readonly sentence: string; readonly next: string }>
> = {
  report: {
    sentence: 'This is an ad server’s report, and names no trackers.',
    next: 'Choose it above as the ad server’s report, and the tag sheet here.',
  },
  'no-trackers': {
    sentence: 'No row of it has a placement and one tracker.',
    next: 'Choose a sheet with the trackers’ ids or their tags.',
  },
  'no-columns': {
    sentence: 'No row of it names a column of placements.',
    next: 'Choose a sheet with titles above its columns, “Placement” or “Placement ID” among them.',
  },
  'other-advertiser': {
    sentence: 'None of its trackers is one of this advertiser’s.',
    next: 'Choose this advertiser’s sheet, or refresh the list of trackers if they are new.',
  },
  'no-room': {
    sentence: `With it there would be more placements than are kept: ${formatCount(MAX_SHEET_PLACEMENTS)} in all.`,
    next: 'Remove a sheet that is no longer needed, or choose one with fewer rows.',
  },
};
