/** Words of deleting a tracker. */
export const deleteText = {
  delete: 'Delete',
  title: (name: string) => `Delete ${name}?`,
  consequence: (id: number) =>
    `Every tag with id ${id} keeps firing, but its impressions and their cost are no longer ` +
    'counted. This cannot be undone. To pause counting, set the state to inactive instead.',
  confirm: 'Delete for good',
  cancel: 'Cancel',
};
