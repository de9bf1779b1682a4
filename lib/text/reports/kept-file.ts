import { formatMoment } from '../ui';
import { spanText } from './periods';

/** Words of an ad server's report that is kept beside one of Monetize. */
export const keptFileText = {
  /** What the file is of, and when it was read. */
  facts: (
    span: Parameters<typeof spanText>[0],
    zone: string | null,
    readAt: number | null,
  ): string =>
    [
      spanText(span),
      zone ?? 'time zone not told',
      ...(readAt === null ? [] : [`read on ${formatMoment(readAt)}`]),
    ].join(' · '),
  loading: 'Reading the file that is kept…',
  remove: 'Remove file',
  removeTitle: 'Remove this file from the report?',
  removeWhat: (name: string) =>
    `${name} is no longer kept in this browser, nor compared. The file itself stays where it is, and to which trackers its placements belong is remembered.`,
  removeIt: 'Remove',
  keepIt: 'Keep it',

  columnsKept:
    'The file itself is not kept. Give it once more to choose other columns, or how its dates are written.',
  dates: { dmy: 'Day first', mdy: 'Month first' },
  datesName: 'Dates',

  notKept: 'This file is not kept.',
  tooLarge: 'It is larger than what is kept. It is compared until you close this page.',
  reportGone:
    'The report beside it is no longer kept in this browser. Both are here until you close this page.',
  stillKept: (name: string) => `${name}, which was read before, is still kept.`,
  again: 'Keep it',
  unreadable: 'The file that was kept beside this report cannot be read.',
  unreadableNext: 'Give it once more.',

  elsewhere: (name: string, readAt: number) =>
    `Another window read ${name} on ${formatMoment(readAt)}, and that is kept now.`,
  removedElsewhere:
    'This file was removed in another window. Here it is until you close this page.',
  show: (name: string) => `Show ${name}`,
  back: (name: string) => `Back to ${name}`,
  keepThis: 'Keep this one',
};
