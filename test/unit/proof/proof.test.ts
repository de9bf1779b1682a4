import { createHash } from 'node:crypto';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { checkProof } from '@/lib/proof/check-proof';
import { escapeHtml, shown, unescapeHtml } from '@/lib/proof/escape';
import { manifestOf, proofHtml, writeProof } from '@/lib/proof/proof-file';
import { renderResults } from '@/lib/proof/render-results';

import { START } from '../core/verification/build';
import { partsOf } from './sample';

const written = await writeProof(partsOf());
const { html, digest } = written;
const bytesOf = (file: string) => new TextEncoder().encode(file);
const check = async (file: string | Uint8Array<ArrayBuffer>, given: string | null = null) => {
  const { state, problems } = await checkProof(
    typeof file === 'string' ? bytesOf(file) : file,
    given,
  );
  return [state, ...problems].join(' ');
};

describe('a proof', () => {
  it('shows verdicts, requests in UTC, findings and what to do, and runs no script', () => {
    const [visible = ''] = html.split('<pre hidden');
    for (const part of [
      'Leaderboard',
      'Pass',
      'Not seen',
      '2026-11-24 10:00:10 UTC',
      'cachebuster',
      'The cachebuster was not filled in',
      'What to do:',
      'There is no screenshot: none was taken.',
      'Nobody looked for tags on the page',
    ]) {
      expect(visible).toContain(part);
    }
    expect(html).not.toMatch(/<script|\son\w+=|javascript:/i);
    expect(html).toContain(`default-src 'none'`);
  });

  it.each([
    [{ answeredBy: 'sink', notVisited: 0 }, ['answered by a stand-in'], ['not visited']],
    [{ answeredBy: 'sink', notVisited: 1 }, ['One page of the list was not visited'], []],
    [
      { answeredBy: 'service', notVisited: 3 },
      ['went to the real service', '3 pages'],
      ['stand-in'],
    ],
  ] as const)('says how pages were visited: %j', async (driven, said, unsaid) => {
    const proof = await writeProof(partsOf(undefined, undefined, undefined, { driven }));
    for (const text of said) expect(proof.html.split('<pre hidden')[0]).toContain(text);
    for (const text of unsaid) expect(proof.html).not.toContain(text);
    expect(await check(proof.html, proof.digest)).toBe('unchanged');
    expect(html).not.toContain('stand-in');
  });

  it('holds its results and a HAR as they were', () => {
    const parts = partsOf();
    expect(html).toContain(escapeHtml(parts.results));
    expect(html).toContain(escapeHtml(parts.har));
    expect(parts.har).not.toMatch(/cookie"|authorization/i);
  });

  it('is undamaged, and unchanged with the digest of its export', async () => {
    expect(await check(html)).toBe('undamaged');
    expect(await check(html, digest)).toBe('unchanged');
    expect(await check(html, ` ${digest.toUpperCase()}\n`)).toBe('unchanged');
    expect(await check(html, '0'.repeat(64))).toBe('changed digest');
  });

  it.each<[string, (file: string) => string, string]>([
    ['a verdict that is seen', (it) => it.replace('Not seen', 'Pass'), 'changed visible'],
    ['a word that is seen', (it) => it.replace('Leaderboard', 'Skyscraper'), 'changed visible'],
    [
      'what is seen, hidden by a style',
      (it) => it.replace('</style>', 'td{display:none}</style>'),
      'changed file',
    ],
    [
      'something put in front',
      (it) => it.replace('<main>', '<p>Passed.</p>\n<main>'),
      'changed file',
    ],
    ['something put behind', (it) => `${it}<script>1</script>`, 'changed file'],
    [
      'the results',
      (it) => it.replace('&quot;not-seen&quot;', '&quot;pass&quot;'),
      'changed results visible',
    ],
    [
      'the HAR',
      (it) => it.replace('&quot;HAR', '').replace('&quot;1.2&quot;', '&quot;1.3&quot;'),
      'changed har',
    ],
    [
      'the manifest',
      (it) => it.replace('piggyback-proof&quot;,', 'piggyback-proof&quot;, '),
      'changed file',
    ],
    ['its line ends', (it) => it.replaceAll('\n', '\r\n'), 'changed line-ends'],
    ['one space at the end', (it) => `${it} `, 'changed line-ends'],
    ['no line end at its end', (it) => it.trimEnd(), 'changed line-ends'],
    ['a mark of the encoding in front', (it) => `\uFEFF${it}`, 'changed line-ends'],
    [
      'its line ends, and a verdict',
      (it) => it.replace('Not seen', 'Pass').replaceAll('\n', '\r\n'),
      'changed results har visible',
    ],
    ['one line end alone', (it) => it.replace('\n<main>', '\r<main>'), 'changed visible'],
    ['cut off', (it) => it.slice(0, -30), 'unreadable no-proof'],
    ['cut off behind the manifest', (it) => it.slice(0, -9), 'changed file'],
    ['a comment', (it) => it.replace('<main>', '<!-- --><main>'), 'changed visible'],
    [
      'another base',
      (it) => it.replace('<meta charset', '<base href="https://evil.example/">\n<meta charset'),
      'changed file',
    ],
    ['the policy gone', (it) => it.replace(/<meta http-equiv[^>]*>\n/, ''), 'changed file'],
    [
      'a sign written otherwise',
      (it) => it.replace('https://ib', '&#104;ttps://ib'),
      'changed visible',
    ],
    ['a letter that looks alike', (it) => it.replace('Leader', 'Le\u0430der'), 'changed visible'],
    [
      'a second part before the first',
      (it) => it.replace('<main>', '<pre hidden data-part="results">{}</pre>\n<main>'),
      'unreadable no-proof',
    ],
    [
      'the order of the parts',
      (it) => {
        const [head = '', results = '', har = '', manifest = ''] = it.split('<pre hidden');
        return [head, har, results, manifest].join('<pre hidden');
      },
      'changed file',
    ],
    [
      'as a browser saves it',
      (it) => it.replaceAll(' hidden ', ' hidden="" ').replace('<meta', '<head><meta'),
      'unreadable no-proof',
    ],
    [
      'another version',
      (it) =>
        it.replace('&quot;version&quot;:4,&quot;sha256', '&quot;version&quot;:1,&quot;sha256'),
      'unreadable other-version',
    ],
    ['a part twice', (it) => it + it.slice(it.indexOf('<pre hidden')), 'unreadable no-proof'],
    ['no manifest', (it) => it.replace('data-manifest', 'data-x'), 'unreadable no-proof'],
    ['nothing', () => '', 'unreadable no-proof'],
  ])('tells that it was changed: %s', async (_, change, said) => {
    const changed = change(html);
    expect(changed).not.toBe(html);
    expect(await check(changed)).toBe(said);
  });

  it('made anew as a whole agrees with itself, and not with the digest', async () => {
    const parts = partsOf(['https://ib.adnxs.com/imptr?id=777&t=2&cachebuster=1']);
    const visible = renderResults(parts.results) ?? '';
    const forged = proofHtml(visible, parts, await manifestOf(visible, parts));
    expect(await check(forged)).toBe('undamaged');
    expect(await check(forged, digest)).toBe('changed digest');
  });

  it('is unchanged with the SHA-256 of the whole file, too, and only if that agrees with itself', async () => {
    const sha = (file: string) => createHash('sha256').update(file).digest('hex');
    expect(await check(html, sha(html))).toBe('unchanged');
    const changed = html.replace('Not seen', 'Pass');
    expect(await check(changed, sha(changed))).toBe('changed visible');
  });

  it.each<[string, Buffer]>([
    ['UTF-16', Buffer.from(`\uFEFF${html}`, 'utf16le')],
    ['a byte that is no UTF-8', Buffer.concat([Buffer.from(html), Buffer.from([0xff])])],
    ['ZIP', Buffer.from('PK\u0003\u0004')],
  ])('is no proof as %s', async (_, bytes) => {
    expect(await check(new Uint8Array(bytes))).toBe('unreadable no-proof');
  });

  it('with line ends of mail agrees with its digest, and with no other', async () => {
    const sent = html.replaceAll('\n', '\r\n');
    expect(await check(sent, digest)).toBe('changed line-ends');
    expect(await check(sent, '0'.repeat(64))).toBe('changed results har visible digest');
  });

  it('tells any change of one character', async () => {
    const places = fc.integer({ min: 0, max: html.length - 1 });
    await fc.assert(
      fc.asyncProperty(places, fc.constantFrom('x', '<', ' ', '&'), async (at, sign) => {
        fc.pre(html[at] !== sign);
        const said = await check(html.slice(0, at) + sign + html.slice(at + 1));
        expect(said).toMatch(/^(?:changed|unreadable)/);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['</pre><script>alert(1)</script>'],
    ['<pre hidden data-manifest>{}</pre>'],
    ['" onload="alert(1)'],
    ['\u202Eevil\u2066'],
    ['\uD800'],
    [']]>&amp;lt;'],
  ])('is whole and harmless whatever a page or a name says: %j', async (text) => {
    const parts = partsOf([`https://ib.adnxs.com/imptr?id=531&t=2&y=${text}`], text, text);
    const file = await writeProof(parts);
    // As it comes back from a disk.
    const read = new TextDecoder().decode(new TextEncoder().encode(file.html));
    expect(await check(read, file.digest)).toBe('unchanged');
    expect(file.html).not.toContain('<script');
    expect(file.html.split('<pre hidden')[0]).not.toMatch(/[\u202E\u2066]/);
    expect(file.html.split('<pre hidden')).toHaveLength(4);
  });

  it('says from which file it was read, and what of that is not in it', async () => {
    const leftOut = { entries: 7, unreadable: 0, requests: 0, pages: 0, cut: 1 };
    const file = { name: 'a\u202Eb.har', digest: 'ab12', recordedAt: 0, entries: 500_007, leftOut };
    const parts = partsOf(undefined, undefined, undefined, { file });
    const read = await writeProof(parts);
    for (const words of [
      'a\\u{202e}b.har',
      'SHA-256 ab12',
      '7 entries after the first',
      '1970-01-01',
    ]) {
      expect(read.html.split('<pre hidden')[0]).toContain(words);
    }
    expect(await check(read.html, read.digest)).toBe('unchanged');
  });

  it('says when recording began and when it was exported, and not that it recorded until then', () => {
    expect(html).toContain(
      'Recording began 2026-11-24 10:00:00 UTC; this was exported 2026-11-24 10:01:00 UTC.',
    );
  });

  it('says what of the recording was deleted, and what cannot be read', async () => {
    const changes = { clearedAt: START + 5000 };
    const parts = partsOf(undefined, undefined, undefined, changes, { unreadable: 1 });
    const [visible = ''] = (await writeProof(parts)).html.split('<pre hidden');
    expect(visible).toContain('until 2026-11-24 10:00:05 UTC was deleted by hand');
    expect(visible).toContain('1 row of the recording cannot be read');
    expect(html.split('<pre hidden')[0]).not.toMatch(/deleted by hand|cannot be read/);
  });

  it.each([
    ['all', '<h3>On all pages together</h3>'],
    ['latest', '<h3><span class="muted">Page 1</span> <bdi>https://news.example/a</bdi>'],
  ])('says which pages its verdicts are about: %s', async (scope, head) => {
    const parts = partsOf(undefined, undefined, undefined, {}, { scope });
    const file = await writeProof(parts);
    const from = file.html.indexOf('Expected trackers');
    expect(file.html.slice(from, from + 300)).toContain(head);
    expect(file.html.split('<table class="verdicts"')).toHaveLength(scope === 'all' ? 3 : 2);
  });

  it('shows a parameter that was sent twice as often', async () => {
    const parts = partsOf(['https://ib.adnxs.com/imptr?id=531&t=2&id=777&__proto__=x']);
    const { html: twice } = await writeProof(parts);
    for (const value of ['531', '777', 'x'])
      expect(twice).toContain(`<dd><bdi>${value}</bdi></dd>`);
  });

  it('is not made of what are no results', async () => {
    await expect(writeProof({ results: '{}', har: '' })).rejects.toThrow('no results');
  });
});

it('escapes any text so that it comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(unescapeHtml(escapeHtml(text))).toBe(text);
      expect(escapeHtml(text)).not.toMatch(/[<>"']/);
    }),
  );
});

it('shows what cannot be seen by its number', () => {
  expect(shown('a\u3164\u115F\uFE0F\u2800')).toBe(
    '<bdi>a\\u{3164}\\u{115f}\\u{fe0f}\\u{2800}</bdi>',
  );
  expect(shown(`a${'\u0301'.repeat(9)}`)).toBe(`<bdi>a${'\\u{301}'.repeat(9)}</bdi>`);
  expect(shown('a\u0301\u0302')).toBe('<bdi>a\u0301\u0302</bdi>');
  expect(shown('a\u202Eb\u0000c\u{E0041}')).toBe('<bdi>a\\u{202e}b\\u{0}c\\u{e0041}</bdi>');
});
