/** Pieces that, repeated, make readers of text look ahead or back again and again. */
export const NASTY_PIECES: readonly string[] = [
  '<',
  '"',
  '&',
  '[',
  '{{',
  '%%',
  '%%a',
  '__A',
  '[a ',
  '{%a',
  '%a',
  '<!--',
  '<img src="',
  '<a b=',
  'imptr?',
  'imptr?.',
  '"+',
  '<https:',
  '&lt;img',
  '\t"""a',
  '&quot;',
  '\\u0026',
  'redir=',
  'imptr.',
  'imptr?,https://x/',
  '/imptr?id=1&',
  'https://ib.adnxs.com/imptr?id=1&redir=',
  '&amp;',
  '=""x',
  '\u201C',
  '<!-- Imp Tracker - a - DO NOT MODIFY -->',
  '<Impression><![CDATA[https://ib.adnxs.com/imptr?id=1]]></Impression>',
  '<noscript>',
  '{"imptrackers":[',
  '[{"a":',
  'a.',
  ' ',
];

/** A text of this length made of one piece, bare and where a tag's URL would stand. */
export function nastyTexts(piece: string, length: number): readonly string[] {
  const text = piece.repeat(length / piece.length);
  return [text, `<img src="https://ib.adnxs.com/imptr?id=1&x=${text}">`, `${text}x`];
}
