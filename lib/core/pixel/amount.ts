/**
 * A plain amount as the service reads it: digits, at most six decimals, no sign, no currency. The
 * click tracker's page gives the ceiling 999999.999999; none is printed for impressions.
 */
export function isPlainAmount(value: string): boolean {
  return /^\d{1,6}(\.\d{1,6})?$/.test(value);
}
