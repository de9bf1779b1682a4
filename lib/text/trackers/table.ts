import type { TrackerTableColumn } from '../../core/tracker/sort-trackers';
import { formatCount } from '../ui';

/** The heads of the table of trackers. */
export const trackerTableColumnText: Record<TrackerTableColumn, string> = {
  id: 'Id',
  name: 'Name',
  code: 'Code',
  state: 'State',
  publisher: 'Publisher',
  placement: 'Placement',
  'line-item': 'Line item',
  'payment-rule': 'Payment rule',
  advertiser: 'Advertiser',
  modified: 'Modified',
};

/** Words of the table of trackers, and of choosing many in it. */
export const trackerTableText = {
  sortBy: (column: string) => `Sorts by ${column}: upwards, downwards, newest first.`,
  passportOf: (name: string) => `Passport of ${name}`,
  selectAll: (count: number) => `Select all ${formatCount(count)} shown`,
  selectNone: 'Select none of those shown',
  select: 'Select (Space)',
  selection: 'What is selected',
  /** Before anything is: how it is done. */
  none: 'None selected. Space selects, Shift with arrow keys a range, Ctrl+A all.',
  noneShort: 'None selected',
  selected: (count: number, notShown: number) =>
    notShown === 0
      ? `${formatCount(count)} selected`
      : `${formatCount(count)} selected, ${formatCount(notShown)} not shown`,
  clear: 'Clear',
  clearWhy: 'Selects nothing (Escape in the table).',
  activate: 'Activate…',
  deactivate: 'Deactivate…',
  copyTags: 'Copy tags…',
  tagSheet: 'Tag sheet…',
  verify: 'Verify…',
  export: 'Export…',
};
