import type { DraftProblem } from '../../core/tracker/draft';

/** Words of the tracker form, in the popup and in a console. */
export const formText = {
  newTitle: 'New tracker',
  editTitle: (id: number) => `Tracker ${id}`,
  back: 'Back to the list',
  name: 'Name',
  code: 'Code',
  codeHint: 'Your own code for it, if you use one.',
  state: 'State',
  active: 'Active',
  inactive: 'Inactive',
  lineItem: 'Line item',
  publisher: 'Publisher',
  placement: 'Placement',
  noPlacement: 'All placements',
  none: 'None',
  paymentRule: 'Payment rule',
  needsPublisher: 'Choose the publisher first.',
  save: 'Save',
  saving: 'Saving…',
  /** Before the form is there: what is being saved from it is waited for. */
  loading: 'Opening the form, or waiting for what is being saved from it…',
  otherAdvertiser: (id: number) =>
    `It belongs to advertiser ${id}, not to the one that is chosen; so do the line items offered.`,
  nothingChanged: 'Nothing has changed.',
  discard: 'Discard changes',
  restored: 'Your unsaved changes are back.',
};

export const draftProblemText: Record<DraftProblem, string> = {
  'name-missing': 'Give the tracker a name.',
  'name-too-long': 'At most 255 characters.',
  'code-too-long': 'At most 100 characters.',
  'line-item-missing': 'Choose the line item it belongs to.',
  'publisher-missing': 'Choose the publisher it belongs to.',
};
