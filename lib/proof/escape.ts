const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const BACK: ReadonlyMap<string, string> = new Map(
  Object.entries(SIGNS).map(([sign, written]) => [written, sign]),
);

/**
 * What cannot be seen, or turns the order of what can, and marks heaped on one letter, which cover the lines around
 * them: shown by their numbers, lest an address look like another one.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|\p{M}{9,}/gu;

/** A text as it stands in HTML, in an element or an attribute alike. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}

/** A text of a page's or a person's without anything that cannot be seen. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (signs) =>
    Array.from(signs, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`).join(''),
  );
}

/** The same, as it is shown. */
export function shown(text: string): string {
  return `<bdi>${escapeHtml(visible(text))}</bdi>`;
}

/** What was escaped, as it was. */
export function unescapeHtml(html: string): string {
  return html.replace(/&(?:amp|lt|gt|quot|#39);/g, (written) => BACK.get(written) ?? written);
}
