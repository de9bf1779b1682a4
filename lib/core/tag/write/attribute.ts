// A raw `&` may stand in an attribute where a name and `=` follow: then no browser reads a character
// reference (HTML standard, 13.2.5.73). Anywhere else `&copy` would become ©; `_` is no part of such
// a name, so the consent parameters that have one are named: no reference begins like them.
const MISREAD =
  /&(?=[A-Za-z0-9#])(?!(?:[A-Za-z0-9]+|gdpr_consent|gdpr_pd|gpp_sid|us_privacy|addtl_consent)=)/g;

/** A URL as it stands between the double quotes of an attribute. */
export function escapeAttribute(url: string, ampersands: 'raw' | 'escaped'): string {
  return url
    .replace(ampersands === 'escaped' ? /&/g : MISREAD, '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
