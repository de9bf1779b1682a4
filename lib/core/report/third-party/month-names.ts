// The beginnings of the months' names in English, German, French, Spanish, Italian, Dutch and Portuguese, without accents.
const MONTHS: readonly RegExp[] = [
  /^(?:jan|ene|gen)/,
  /^fe[bv]/,
  /^(?:mar(?!kt)|mrz|maer|mrt|maa)/,
  /^(?:apr|avr|abr)/,
  /^(?:may|mai|mei|mag)/,
  /^(?:jun|juin|giu)/,
  /^(?:jul|juil|lug)/,
  /^(?:aug|aou|ago)/,
  /^se[pt]/,
  /^(?:oct|okt|ott|out)/,
  /^nov/,
  /^(?:dec|dez|dic)/,
];
const LONGEST = 12;

/** The month of a name, 1 to 12; `null` where none is called so. */
export function monthCalled(name: string): number | null {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  if (plain.length < 3 || plain.length > LONGEST) return null;
  const at = MONTHS.findIndex((month) => month.test(plain));
  return at < 0 ? null : at + 1;
}
