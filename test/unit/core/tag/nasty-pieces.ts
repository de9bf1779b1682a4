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
  // Each macro shape of the catalogue, alone and in a parameter of its own.
  '[a]',
  '[[a]]',
  '%%A%%',
  '${A}',
  '{{a}}',
  '{a}',
  '__A__',
  '%aid!',
  '%a_d%',
  '##%A%##',
  '${',
  '[[',
  '##%',
  '&x=[a]',
  '&cachebuster=[TIMESTAMP]',
  '&cachebuster=%%Cachebuster%%',
  '&x=%%Cachebuster%%',
  '&x=%5BCACHEBUSTER%5D',
  '&x=${GDPR_CONSENT_1}',
  // Parameters that are there again and again, or nowhere.
  '&a=',
  '&t=2',
  '&ID=1',
  '&a?t=1',
  '&a?x',
  // Escapes of every kind.
  '%25',
  '%2525',
  '%c3%a9',
  '&#38;',
  '&amp;amp;',
  '&copy',
  '\\',
  '\\/',
  '\uD800',
  '\uDC00\uD800',
  // Markup and lists that begin, or end, over and over.
  '<img ',
  '<![CDATA[',
  '-->',
  "'",
  '`https://ib.adnxs.com/imptr?id=1` ',
  '<script>`https://ib.adnxs.com/imptr?id=1`+',
  '" src="https://ib.adnxs.com/imptr?id=1',
  'https://ib.adnxs.com/imptr?',
  '<Impression>https://ib.adnxs.com/imptr?id=1</Impression>',
  '<img src="https://ib.adnxs.com/imptr?id=1&t=2">',
  'https://x.safelinks.protection.outlook.com/?url=https%3A%2F%2Fib.adnxs.com%2Fimptr%3Fid%3D1 ',
  ' \n',
  '\u00A0',
];

/** A text of this length made of one piece, bare and where a tag's URL would stand. */
export function nastyTexts(piece: string, length: number): readonly string[] {
  const text = piece.repeat(length / piece.length);
  return [text, `<img src="https://ib.adnxs.com/imptr?id=1&x=${text}">`, `${text}x`];
}

/** Many elements beside one long row of blanks, which must not be looked through for each. */
export function besideBlanks(length: number): readonly string[] {
  const blanks = ' '.repeat(length / 2);
  const many = (piece: string) => piece.repeat(length / 2 / piece.length);
  return [
    `<!-- a -->${blanks}${many('<img src="https://ib.adnxs.com/imptr?id=1">')}`,
    `${blanks}${many('https://ib.adnxs.com/imptr?id=1 ')}`,
    `<!-- Imp Tracker - a - DO NOT MODIFY -->${blanks}<img ${many(' src="//x/imptr?id=1"')}>`,
  ];
}
