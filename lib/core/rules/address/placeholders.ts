import { looksUnfilled } from '../../macro/suspects';

/**
 * Words that stand in vendors' samples where a person should have put a macro or a value
 * (ad-servers.md section 6, last list). Some are live macros of a few ad servers, so an ad server's
 * own macros are to be asked first.
 */
const WORDS: readonly string[] = [
  '[timestamp]',
  '[cachebuster]',
  '[rng]',
  '[random]',
  '[random_number]',
  '[ancost]',
  '[redirect_url]',
  '[insert_click_url_here]',
  'click_tag_goes_here',
];

/** Whether a value, decoded, is a placeholder that nobody filled in. */
export function isPlaceholder(value: string): boolean {
  // Nearly every value is a plain number.
  if (!/[A-Za-z]/.test(value)) return false;
  return WORDS.includes(value.toLowerCase()) || looksUnfilled(value);
}
