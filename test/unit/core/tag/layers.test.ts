import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ATTRIBUTE, type Layer, STRING, XML } from '@/lib/core/tag/read/layers/layer';
import { decodeProofpoint } from '@/lib/core/tag/read/layers/proofpoint';
import { stringsIn } from '@/lib/core/tag/read/layers/string';
import {
  isCopied,
  mapText,
  originOf,
  replaceMapped,
  sliceMapped,
} from '@/lib/core/tag/read/mapped-text';
import { readPasted } from '@/lib/core/tag/read/paste';

import { runs } from '../../runs';

const LAYERS: readonly Layer[] = [STRING, ATTRIBUTE, XML];

function writeThrough(text: string, layers: readonly Layer[]): string {
  return layers.reduceRight((written, { write }) => write(written), text);
}

const U = 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=[timestamp]';

describe('writing through layers', () => {
  it('is undone by reading them, in any nesting', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...LAYERS), { maxLength: 5 }),
        fc.string({ unit: fc.constantFrom(...`"'\\/<>&;#[]{}$%=a1\n\u2028`, '&amp;', '&#38;') }),
        (layers, text) => {
          const written = writeThrough(text, layers);
          const read = layers.reduce((mapped, { undo }) => undo(mapped), mapText(written));
          expect(read.text).toBe(text);
        },
      ),
      runs(3_000),
    );
  });

  it.each([
    [[STRING], 'a"b/c', 'a\\"b/c'],
    [[STRING, STRING], 'a"', 'a\\\\\\"'],
    [[STRING, XML], 'a&b', 'a&amp;b'],
    [[ATTRIBUTE], `"a'&b`, '&quot;a&#39;&amp;b'],
    [[], 'a&"', 'a&"'],
  ] as const)('%o: %s', (layers, text, written) => {
    expect(writeThrough(text, layers)).toBe(written);
  });
});

describe('a mapped text', () => {
  const changed = replaceMapped(mapText('a&amp;b&lt;c', 10), /&\w+;/g, (it) =>
    it === '&amp;' ? '&' : '<<',
  );

  it('knows where each of its characters stood', () => {
    expect(changed.text).toBe('a&b<<c');
    expect([...changed.text, ''].map((_, at) => originOf(changed, at))).toEqual([
      10, 11, 16, 17, 17, 21, 22,
    ]);
  });
  it('knows it of its parts, and of what is made of them', () => {
    const part = sliceMapped(changed, 2, 5);
    expect(part.text).toBe('b<<');
    expect([0, 1, 2, 3].map((at) => originOf(part, at))).toEqual([16, 17, 17, 21]);
    const again = replaceMapped(part, /b/g, () => '');
    expect([again.text, originOf(again, 0), originOf(again, 2)]).toEqual(['<<', 17, 21]);
  });
  it.each([
    [0, 1, true],
    [1, 2, false],
    [2, 3, true],
    [0, 3, false],
    [4, 4, true],
  ])('from %i to %i is copied: %s', (start, end, copied) => {
    expect(isCopied(changed, start, end)).toBe(copied);
  });
  it('is the same where nothing was replaced', () => {
    expect(replaceMapped(changed, /x/g, () => 'y')).toBe(changed);
    expect(replaceMapped(changed, /b/g, () => null)).toBe(changed);
  });
  it('keeps every place through any number of changes', () => {
    const piece = fc.constantFrom('a', 'b', 'cc', '');
    fc.assert(
      fc.property(fc.array(piece), fc.array(piece), (pieces, into) => {
        const text = pieces.join('');
        let mapped = mapText(text);
        for (const by of into) mapped = replaceMapped(mapped, /a|cc/g, () => by);
        let last = 0;
        for (let at = 0; at <= mapped.text.length; at += 1) {
          const origin = originOf(mapped, at);
          expect(origin).toBeGreaterThanOrEqual(last);
          expect(origin).toBeLessThanOrEqual(text.length);
          if (mapped.text[at] === 'b' && isCopied(mapped, at, at + 1))
            expect(text[origin]).toBe('b');
          last = origin;
        }
      }),
    );
  });
});

describe('the strings of code and JSON', () => {
  it.each([
    ['{"a":"x\\/y","b":"z"}', ['x\\/y']],
    ['{"a":"{\\"b\\":\\"\\\\u0026\\"}"}', ['{\\"b\\":\\"\\\\u0026\\"}']],
    [String.raw`var a = 'it\'s'; var b = "\x3d"`, [String.raw`it\'s`, String.raw`\x3d`]],
    // In HTML a backslash is one.
    [String.raw`<img src="a\/b">`, []],
    [String.raw`"a\[b\]"`, []],
    ['no "escape" in it', []],
    ['{"a":"not closed\\/', ['not closed\\/']],
    ["don't \\' mind", []],
  ])('%s', (text, strings) => {
    expect(stringsIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(strings);
  });
});

describe('Proofpoint', () => {
  it.each([
    [
      'https://urldefense.proofpoint.com/v2/url?u=https-3A__x.example_a-3Fb-3D1-26c-3Dd-5Fe&d=Dw&c=x',
      'https://x.example/a?b=1&c=d_e',
    ],
    ['https://urldefense.com/v3/__https://x.example/a*b__;Iw!!k!z$', 'https://x.example/a#b'],
    ['https://urldefense.us/v3/__https:/x.example/**B__;W117fQ!!k$', 'https://x.example/[]{'],
    ['https://urldefense.proofpoint.com/v1/url?u=https%3A%2F%2Fx.example&k=1', 'https://x.example'],
    ['https://urldefense.com/v3/__https://x.example', null],
    ['https://x.example/v3/__https://y.example__;!!', null],
  ])('%s', (link, address) => {
    expect(decodeProofpoint(link)).toBe(address);
  });
});

const safeLink = (url: string) =>
  `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(url)}&data=05`;
const markdown = (text: string) => text.replace(/[[\]_*]/g, String.raw`\$&`);

describe('what was done to a text', () => {
  it.each([
    // Wrappers of links, and one inside another.
    ['Safe Links', ['wrapped-link'], safeLink(U), U],
    ['Safe Links twice', ['wrapped-link'], safeLink(safeLink(U)), U],
    [
      'Google',
      ['wrapped-link'],
      `https://www.google.com/url?sa=D&q=${encodeURIComponent(U)}&ust=1`,
      U,
    ],
    [
      'Google, in HTML',
      ['wrapped-link'],
      `https://www.google.de/url?sa=D&amp;url=${encodeURIComponent(U)}`,
      U,
    ],
    ['Cisco', ['wrapped-link'], `https://secure-web.cisco.com/1aB-c/${encodeURIComponent(U)}`, U],
    [
      'Barracuda',
      ['wrapped-link'],
      `https://linkprotect.cudasvc.com/url?a=${encodeURIComponent(U)}&c=E`,
      U,
    ],
    ['Slack', ['wrapped-link'], `<${U.replaceAll('&', '&amp;')}|ib.adnxs.com>`, U],
    [
      'Slack’s own redirect',
      ['wrapped-link'],
      `https://slack-redir.net/link?url=${encodeURIComponent(U)}`,
      U,
    ],
    ['a link of Markdown', ['wrapped-link'], `[${U}](${U})`, U],
    ['Safe Links in Slack', ['wrapped-link'], `<${safeLink(U).replaceAll('&', '&amp;')}|x>`, U],
    [
      'somebody else’s link',
      [],
      safeLink('https://px.example/a?b=1'),
      safeLink('https://px.example/a?b=1'),
    ],
    // Escapes.
    ['Markdown', ['markdown-escapes'], `See ${markdown(U)} \\[here\\]`, `See ${U} [here]`],
    ['Markdown about something else', [], 'a \\[link\\]', 'a \\[link\\]'],
    [
      'the middle of JSON',
      ['escaped-string'],
      U.replaceAll('/', '\\/').replaceAll('&', '\\u0026'),
      U,
    ],
    ['the middle of JSON in JSON', ['escaped-string'], U.replaceAll('/', '\\\\/'), U],
    ['HTML out of JSON', ['escaped-string'], `<img src=\\"${U}\\">\\n`, `<img src="${U}">\n`],
    ['all of JSON', [], JSON.stringify({ a: U }).replaceAll('/', '\\/'), null],
    [
      'quoted-printable',
      ['quoted-printable'],
      `${U.replaceAll('=', '=3D').replace('imp', 'im=\r\np')}=C3=A9`,
      `${U}é`,
    ],
    ['half of it quoted-printable', [], `${U}&x=3D&y=z`, null],
    // Markup.
    ['<wbr>', ['broken-by-markup'], U.replace('&t', '&<wbr>t').replace('com/', 'com/<wbr>'), U],
    [
      'a <span> and what closes it',
      ['broken-by-markup'],
      U.replace('[timestamp]', '<b>[timestamp]</b>'),
      U,
    ],
    ['<br> and a new line', ['broken-by-markup'], U.replace('&cache', '<br />\n&cache'), U],
    ['markup beside it', [], `<b>${U}</b><br>Thanks`, null],
    ['the next paragraph', [], `${U}<br>a=1`, null],
    // Lines of one length.
    ['lines', ['broken-lines'], `${U.slice(0, 30)}\n${U.slice(30, 60)}\n${U.slice(60)}`, U],
    ['lines of other lengths', [], `${U.slice(0, 30)}\n${U.slice(30, 61)}\n${U.slice(61)}`, null],
    ['a list of URLs', [], `${U}\n${U}\n${U}`, null],
    ['a line of its own', [], `${U}\nThanks, Tom`, null],
    [
      'a long line before it',
      [],
      `See this long line of text, please, dear all of you, as long as it is:\n${U}\n`,
      null,
    ],
    // Invisible characters.
    ['a byte order mark', ['invisible-characters'], `\uFEFF${U}`, U],
    ['a soft hyphen', ['invisible-characters'], U.replace('imptr', 'im\u00ADptr'), U],
    ['a variation selector', ['invisible-characters'], U.replace('id', 'id\uFE0F'), U],
    ['marks of direction', ['invisible-characters'], `\u2066${U}\u2069`, U],
    [
      'a space that does not break, at the end of a field',
      ['invisible-characters'],
      `${U}\u00A0`,
      U,
    ],
    ['the same in a sentence', [], `Use\u00A0${U}\u00A0now`, null],
    ['an emoji in a comment', [], `<!-- \u2615\uFE0F --><img src="${U}">`, null],
    // Several, one upon the other.
    [
      'Markdown round quoted-printable',
      ['quoted-printable', 'markdown-escapes'],
      markdown(U).replaceAll('=', '=3D'),
      U,
    ],
  ] as const)('%s', (_, damage, text, mended) => {
    const pasted = readPasted(mapText(text));
    expect(pasted.damage).toEqual(damage);
    expect(pasted.mapped.text).toBe(mended ?? text);
  });
});
