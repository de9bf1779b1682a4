// In English, German, French, Spanish, Italian, Dutch and Portuguese.
const TOTAL =
  '(?:grand |sub|sub-|overall |general )?totals?|total général|total general|(?:gesamt)?summe|gesamt|insgesamt|gesamtergebnis|(?:eind)?totaal|totale(?: complessivo)?';
const WHOLE = new RegExp(`^(?:${TOTAL})\\s*:?$`, 'i');
const WITHIN = new RegExp(
  `^(?:grand |sub)?totals?\\b|\\b(?:(?:grand |sub)?totals?|ergebnis|totaal)\\s*:?$`,
  'i',
);

/**
 * Whether a row is a sum of others. A cell that says so and nothing else makes it one; beside a date a placement may
 * well be called _Total Wine_, without a date it may not.
 */
export function isTotal(texts: readonly string[], hasDate: boolean): boolean {
  return texts.some((text) => WHOLE.test(text.trim()) || (!hasDate && WITHIN.test(text.trim())));
}
