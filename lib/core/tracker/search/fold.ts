/** A text as it is compared: without capitals and accents. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // Most are plain, and quickly known to be.
  return /^[\0-\x7f]*$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}+/gu, '');
}
