/** Where a text goes: at the cursor, in place of what is selected; or in place of everything. */
export const PUT_WHERE = ['cursor', 'all'] as const;
export type PutWhere = (typeof PUT_WHERE)[number];
