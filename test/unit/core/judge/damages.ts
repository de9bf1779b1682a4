type Damage = readonly [what: string, damage: (text: string, at: number) => string];

const insert = (piece: string) => (text: string, at: number) =>
  text.slice(0, at) + piece + text.slice(at);

const wrapAt = (text: string, width: number, end: string) =>
  text.replace(new RegExp(`.{${width}}(?=.)`, 'g'), (line) => line + end);

const json = (value: unknown) => JSON.stringify(value);

/** What programs do to a text on its way; `at` is anywhere in it. */
export const DAMAGES: readonly Damage[] = [
  ['a line break', insert('\n')],
  ['a line break of Windows', insert('\r\n')],
  ['a line break and an indent', insert('\n    ')],
  ['a line of a reply', insert('\n> ')],
  ['a space', insert(' ')],
  ['a tab', insert('\t')],
  ['a space that does not break', insert('\u00A0')],
  ['a backslash', insert('\\')],
  ['<wbr>', insert('<wbr>')],
  ['<br>', insert('<br>\n')],
  ['a zero-width space', insert('\u200B')],
  ['a mark of direction', insert('\u202A')],
  ['lines of a few characters', (text, at) => wrapAt(text, 20 + (at % 60), '\n')],
  ['quoted-printable', (text, at) => wrapAt(text.replaceAll('=', '=3D'), 20 + (at % 60), '=\n')],
  ['a string of JSON', (text) => json({ adm: text })],
  ['JSON in JSON', (text) => json({ a: JSON.stringify({ adm: text }) })],
  ['the middle of a string', (text) => json(text).slice(1, -1).replaceAll('/', '\\/')],
  [
    'as text in HTML',
    (text) =>
      text
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/"/g, '&quot;'),
  ],
  ['an editor of Markdown', (text) => text.replace(/[[\]_*]/g, '\\$&')],
];
