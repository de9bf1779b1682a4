/** Where something that was typed and not saved is kept, and where a person was. */
export type DraftKey =
  | ReturnType<typeof formDraftKey>
  | ReturnType<typeof builderDraftKey>
  | ReturnType<typeof tagSheetDraftKey>
  | ReturnType<typeof bulkDraftKey>
  | typeof POPUP_ROUTE_KEY
  | typeof SIGN_IN_KEY
  | typeof VISITS_KEY
  | typeof CHOSEN_KEY
  | typeof OWN_AD_SERVER_KEY
  | typeof OWN_HOSTS_KEY;

/** The popup's form of a tracker; `null` for a new one. */
export function formDraftKey(advertiserId: number, trackerId: number | null) {
  return `form:${advertiserId}:${trackerId ?? 'new'}` as const;
}

/** The builder's form of a new tracker, in a console. */
export function builderDraftKey(advertiserId: number | null) {
  return `builder:${advertiserId ?? 0}` as const;
}

/** What is chosen for a sheet of an advertiser's tags. */
export function tagSheetDraftKey(advertiserId: number) {
  return `tag-sheet:${advertiserId}` as const;
}

/** What is prepared to make or change many of an advertiser's trackers at once: the parts are written apart. */
export function bulkDraftKey(advertiserId: number, part: 'grid' | 'typed' | 'source' | 'mends') {
  return `bulk:${advertiserId}:${part}` as const;
}

/** In which view the popup is; saved from a form, it opens with the list. */
export const POPUP_ROUTE_KEY = 'route';

/** What is typed to sign in, but for the password. */
export const SIGN_IN_KEY = 'sign-in';

/** An ad server of one's own that is being described. */
export const OWN_AD_SERVER_KEY = 'options:ad-server';

/** The list of one's own pixel hosts that is being written. */
export const OWN_HOSTS_KEY = 'options:hosts';

/** What was chosen in the pickers of the tracker form. */
export const CHOSEN_KEY = 'chosen';

/** Which pages are to be visited. */
export const VISITS_KEY = 'visit-pages';

/** Whether what is kept there was typed into a form and waits to be saved. */
export function isForm(key: string): boolean {
  return /^(?:form|builder):/.test(key);
}

const OF_NOBODY: readonly string[] = [SIGN_IN_KEY, OWN_AD_SERVER_KEY, OWN_HOSTS_KEY];

/** Whether what is kept there belongs to no account: it is of the browser, whoever is signed in. */
export function isOfNobody(key: string): boolean {
  return OF_NOBODY.includes(key);
}
