/** Words of every table whose columns are chosen, made wider and put in order. */
export const tableText = {
  columns: 'Columns',
  usualColumns: 'Usual columns',
  usualColumnsWhy: 'The usual columns, widths and order.',
  noRoom: 'no room now',
  widthOf: (column: string) => `Width of ${column}`,
  widthWhy: 'Drag, or press the arrow keys; Enter gives the usual width.',
};
