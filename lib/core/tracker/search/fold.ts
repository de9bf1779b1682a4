/** A text as it is compared: without capitals and accents, and with one kind of dash, for office programs put in others. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // Most are plain, and quickly known to be.
  return /^[\0-\x7f]*$/.test(lower)
    ? lower
    : lower
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .replace(/[\u2010-\u2015\u2212]/g, '-');
}
