/** Words of deleting a tracker. */
export const deleteText = {
  delete: 'Delete',
  title: (name: string) => `Delete ${name}?`,
  consequence: (id: number) =>
    `Every tag with id ${id} keeps firing, but its impressions and their cost are no longer ` +
    'counted. This cannot be undone.',
  /** Above what it counts for, a line each. */
  stops: 'What then stops counting:',
  lineItem: 'Line item',
  publisher: 'Publisher',
  placement: 'Placement',
  paymentRule: 'Payment rule',
  tags: 'Tags',
  tagsWhere: 'all that are out there. Where they stand is not known here: look in your ad servers.',
  allPlacements: 'all placements',
  deactivateNext: 'Deactivated, it stops counting as well, and can be activated again.',
  isInactive: 'It is inactive already: nothing is counted now.',
  deactivate: 'Deactivate instead',
  deactivated: (name: string) => `Deactivated ${name}.`,
  confirm: 'Delete for good',
  cancel: 'Cancel',
};
