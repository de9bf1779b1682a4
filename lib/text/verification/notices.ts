/** Words round what is said of a recording. */
export const noticesText = { label: 'Notices' } as const;
