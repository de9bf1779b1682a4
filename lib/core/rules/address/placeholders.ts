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
  'insert_random_number_here',
  'insert_time_stamp_here',
  'insert_click_track_url_here',
  'click_tag_goes_here',
  'your_custom_cache_buster',
  'add-random-number-here',
];

/** Whether a value is a placeholder that nobody filled in. */
export function isPlaceholder(value: string): boolean {
  return WORDS.includes(value.toLowerCase());
}
