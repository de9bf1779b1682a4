/**
 * Whose a stored row is: one person's sign-in to one member at one API address, as `accountOf` of
 * `core/account/session` writes it. This is nobody's: it was stored while nobody was signed in, or before
 * rows said whose they are, and everybody sees it.
 */
export const NO_ACCOUNT = '';

/** Whoever was signed in before rows said whose they are: the next sign-in finds out. */
export const UNKNOWN_ACCOUNT = '?';
