import { describe, expect, it } from 'vitest';

import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { adServerById } from '@/lib/core/ad-server/lookup';
import { acceptsType, buildTag, DEFAULT_CHOICES, typeFor } from '@/lib/core/tag/write/build-tag';
import { renderTag, renderUrl } from '@/lib/core/tag/write/render-tag';
import type { TagSpec } from '@/lib/core/tag/tag-spec';

const spec: TagSpec = {
  trackerId: 531,
  trackerName: 'Test Impression Tracker',
  type: 'image',
  cachebuster: '[CACHEBUSTER]',
  ancost: null,
  redir: null,
  loadedBy: 'image',
  extra: [],
  ampersands: 'raw',
};

describe('renderTag', () => {
  it('makes the image tag of the seed, with host and t put right', () => {
    expect(renderTag({ ...spec, ancost: '[ANCOST]' })).toBe(
      [
        '<!-- Imp Tracker - Test Impression Tracker - DO NOT MODIFY -->',
        '<img src="https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=[CACHEBUSTER]&ancost=[ANCOST]" width="1" height="1" />',
        '<!-- End of Imp Tracker -->',
      ].join('\n'),
    );
  });
  it('makes the JavaScript tag of the seed', () => {
    expect(renderTag({ ...spec, type: 'javascript' })).toContain(
      '<script src="https://ib.adnxs.com/imptr?id=531&t=1&cachebuster=[CACHEBUSTER]" type="text/javascript"></script>',
    );
  });
  it('puts redir last and leaves it unencoded', () => {
    const redir = 'https://px.example/a?b=1&c=[X]';
    expect(renderUrl({ ...spec, redir })).toBe(
      `https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=[CACHEBUSTER]&redir=${redir}`,
    );
  });
  it.each([
    ['Spring – “A & B”', 'Spring – “A & B”'],
    ['--> <script>', '&#45;&#45;&gt; &lt;script&gt;'],
    ['a -- b', 'a -&#45; b'],
    ['-leading and trailing-', '&#45;leading and trailing&#45;'],
    ['two\nlines', 'two&#10;lines'],
    ['a &lt; b', 'a &amp;lt; b'],
  ])('a name cannot end the comment: %s', (trackerName, text) => {
    const [comment] = renderTag({ ...spec, trackerName }).split('\n');
    expect(comment).toBe(`<!-- Imp Tracker - ${text} - DO NOT MODIFY -->`);
  });
  it.each([
    ['"', '%22'],
    ["'", '%27'],
    ['a b', 'a%20b'],
    ['<', '%3C'],
    ['>', '%3E'],
    ['é b', '%C3%A9%20b'],
    ['%c3%a9', '%C3%A9'],
    ['100%', '100%25'],
    ['#top', ''],
    ['[X]&y=%%Z%%', '[X]&y=%%Z%%'],
  ])('a redirect cannot end the attribute: %s', (char, escaped) => {
    expect(renderUrl({ ...spec, redir: `https://x.example/?${char}` })).toContain(
      `redir=https://x.example/?${escaped}`,
    );
  });
});

describe('buildTag', () => {
  it.each([
    ['gam', '%%CACHEBUSTER%%'],
    ['cm360', '%n'],
    ['kevel', '{{timestamp}}'],
    ['vast', '[CACHEBUSTING]'],
    ['springserve', '{{CACHEBUSTER}}'],
    ['triton', '@CACHEBUSTER@'],
    ['dailyclicks', '$!{random}'],
    ['basis', null],
  ])('%s: cachebuster %s', (id, cachebuster) => {
    const built = buildTag({ id: 1, name: 'x' }, adServerById(id, AD_SERVERS), DEFAULT_CHOICES);
    expect(built.cachebuster).toBe(cachebuster);
  });
  it('leaves the cost out unless asked for', () => {
    const server = adServerById('getintent', AD_SERVERS);
    expect(buildTag({ id: 1, name: 'x' }, server, DEFAULT_CHOICES).ancost).toBeNull();
    const choices = { ...DEFAULT_CHOICES, withCost: true };
    expect(buildTag({ id: 1, name: 'x' }, server, choices).ancost).toBe('[[COST]]');
  });
});

describe('renderTag, the other forms', () => {
  const url = 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=[CACHEBUSTER]';
  it.each([
    ['a bare URL for an image', { type: 'url' as const }, url],
    [
      'a bare URL for a script',
      { type: 'url' as const, loadedBy: 'javascript' as const },
      url.replace('t=2', 't=1'),
    ],
    [
      'VAST',
      { type: 'vast' as const, trackerName: null },
      `<Impression><![CDATA[${url}]]></Impression>`,
    ],
    ['native', { type: 'native' as const }, `{"imptrackers":["${url}"]}`],
    [
      'AMP',
      { type: 'amp' as const, trackerName: null },
      `<amp-pixel src="${url}" layout="nodisplay"></amp-pixel>`,
    ],
    [
      'escaped ampersands',
      { trackerName: null, ampersands: 'escaped' as const },
      `<img src="${url.replaceAll('&', '&amp;')}" width="1" height="1" />`,
    ],
    [
      'a parameter that would read as ©',
      { trackerName: null, redir: 'https://x.example/?a&copy' },
      `<img src="${url}&redir=https://x.example/?a&amp;copy" width="1" height="1" />`,
    ],
    [
      'consent, before the redirect',
      {
        type: 'url' as const,
        extra: [{ name: 'gdpr', value: '${GDPR}' }],
        redir: 'https://x.example',
      },
      `${url}&gdpr=\${GDPR}&redir=https://x.example`,
    ],
  ])('%s', (_, part, text) => {
    expect(renderTag({ ...spec, ...part })).toBe(text);
  });
});

describe('the type for a field', () => {
  it.each([
    ['cm360', 'url'],
    ['gam', 'image'],
    ['vast', 'vast'],
    ['kevel', 'image'],
    ['equativ-activation', 'image'],
    ['broadstreet', 'image'],
  ])('%s: %s', (id, type) => {
    expect(typeFor(adServerById(id, AD_SERVERS))).toBe(type);
  });
  it.each([
    ['linkedin', 'image', true],
    ['linkedin', 'javascript', false],
    ['cm360', 'image', false],
    ['cm360', 'url', true],
    ['adform', 'javascript', true],
    ['gam', 'javascript', true],
    ['gam', 'vast', true],
    ['vast', 'vast', true],
    ['ttd', 'vast', false],
  ] as const)('%s takes %s: %s', (id, type, wanted) => {
    expect(acceptsType(adServerById(id, AD_SERVERS), type)).toBe(wanted);
  });
});
