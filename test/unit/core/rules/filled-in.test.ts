import { describe, expect, it } from 'vitest';

import { checkText, repairText } from '@/lib/core/judge/check-text';
import { writeTag } from '@/lib/core/judge/write-tag';
import { buildTag, DEFAULT_CHOICES } from '@/lib/core/tag/write/build-tag';
import { checkRequests } from '@/lib/core/verification/checking';

import { known, request } from '../verification/build';
import { ANYWHERE, inConsole } from './places';

const URL = 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=';
const img = (url: string) => `<img src="${url}" width="1" height="1">`;
const said = (text: string, place = ANYWHERE) =>
  checkText(text, place).findings.map(({ severity, code }) => `${severity} ${code}`);

describe('what code puts together', () => {
  it.each([
    [
      "function t(id) { return 'https://ib.adnxs.com/imptr?id=' + id + '&t=2&cachebuster=' + n(); }",
    ],
    ["v = 'https://ib.adnxs.com/imptr?id=31244&cachebuster=' + Math.random() + '&t=2';"],
    ['px.src = `https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=${Date.now()}`;'],
    // Not handed over.
    ['fetch(`https://ib.adnxs.com/imptr?id=${id}&t=2&cachebuster=${rnd}`)'],
    ['return `https://ib.adnxs.com/imptr?id=531&t=${type}&cachebuster=${crypto.randomUUID()}`'],
    ["u = 'https://ib.adnxs.com/imptr?id=531&t=2&ancost=' + cost + '&cachebuster=' + now;"],
    ["u = 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=1'.replace('1', Date.now());"],
    ["$u = 'https://ib.adnxs.com/imptr?id=' . $id . '&t=2&cachebuster=' . rand();"],
    ["u = 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=' % random.random()"],
    ['u = "https://ib.adnxs.com/imptr?id=531&t=2&gdpr=1&gdpr_consent=" + c + "&cachebuster=" + r'],
    ["u = 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=' + r + '&redir='.concat(target)"],
  ])('has nothing wrong: %s', (code) => {
    expect(said(code, inConsole('none')).filter((it) => !it.endsWith('cachebuster-fixed'))).toEqual(
      [],
    );
    expect(checkText(code, ANYWHERE).tags).toHaveLength(1);
    expect(repairText(code, ANYWHERE)).toBe(code);
  });

  it.each([
    ['a macro in Markdown', `Use \`${URL}\${CACHEBUSTER}\` here`, 'dv360', []],
    ['a whole string', `u = '${URL}';`, 'gam', ['warning cachebuster-missing']],
    ['a string and a full stop', `It is "${URL}".`, 'gam', ['warning cachebuster-missing']],
    ['a list of strings', `['${URL}12345', 'x']`, 'gam', ['error cachebuster-fixed']],
  ])('is told from %s', (_, text, server, findings) => {
    expect(said(text, inConsole(server))).toEqual(findings);
  });
});

describe('a host that code puts in front', () => {
  const END = '/imptr?id=531&t=2&cachebuster=';
  it.each([
    `img.src = base + '${END}' + Math.random();`,
    `new Image().src='https://' + host + '${END}' + r;`,
    `document.write('<img src="' + base + '${END}' + r + '">');`,
    `img.src = \`\${base}${END}\${Date.now()}\`;`,
    `img.src = \`\${cfg.base}${END}%%CACHEBUSTER%%\`;`,
    `img.src = \`https://\${host}${END}\${Date.now()}\`;`,
    `fetch(\`https://\${region}.adnxs.com${END}\${Date.now()}\`)`,
    `$url = $base . '${END}' . rand();`,
    `url = base & "${END}" & Rnd()`,
    `u = base.concat('${END}%%CACHEBUSTER%%');`,
    `img.src = base + '${END.replaceAll('/', '\\/')}%%CACHEBUSTER%%';`,
  ])('is not known: %s', (code) => {
    expect(said(code, inConsole('gam'))).toEqual(['info host-computed']);
    expect(repairText(code, inConsole('gam'))).toBe(code);
  });

  it.each([
    [`img.src = '${END}%%CACHEBUSTER%%';`, 'error address-incomplete'],
    [`See the pixel. "${END}%%CACHEBUSTER%%"`, 'error address-incomplete'],
    [`{{base_url}}${END}%%CACHEBUSTER%%`, 'error macro-in-address'],
    [`[HOST]${END}%%CACHEBUSTER%%`, 'error macro-in-address'],
    [`%%HOST%%${END}%%CACHEBUSTER%%`, 'error macro-in-address'],
    [`\${HOST}${END}%%CACHEBUSTER%%`, 'error macro-in-address'],
    [`$BASE${END}%%CACHEBUSTER%%`, 'error address-incomplete'],
  ])('is told from %s', (text, finding) => {
    expect(said(text, inConsole('gam'))).toEqual([finding]);
    // What stands in front of it stays no part of an address that was mended.
    expect(repairText(text, inConsole('gam'))).not.toMatch(/[\]}%$]https:/);
  });
});

describe('an element that code writes', () => {
  it.each([
    [`document.write('<img src="${URL}' + r + '" width="1">');`, 'img'],
    [`document.write("<img src='${URL}" + r + "' width='1'>");`, 'img'],
    [`document.write('<img src="' + location.protocol + '${URL.slice(6)}' + r + '">');`, 'img'],
    [
      `document.write('<img src="' + (s ? 'https:' : 'http:') + '${URL.slice(6)}' + r + '">');`,
      'img',
    ],
    [
      `document.write('<script src="${URL.replace('t=2', 't=1')}' + r + '"></scr' + 'ipt>');`,
      'script',
    ],
    [`echo '<img src="${URL}' . rand() . '" width="1">';`, 'img'],
    [`s.src = location.protocol + '${URL.slice(6)}' + r;`, 'text'],
  ])('has nothing wrong: %s', (code, carrier) => {
    expect(said(code, inConsole('none'))).toEqual([]);
    expect(checkText(code, ANYWHERE).tags.map((tag) => tag.carrier)).toEqual([carrier]);
    expect(repairText(code, inConsole('gam'))).toBe(code);
  });
});

describe('what a page’s server fills in', () => {
  const CODE = [
    '<?php echo rand(); ?>',
    '<?= mt_rand() ?>',
    '<%= rand(1e9) %>',
    '<%= Guid.NewGuid() %>',
    '{% now "U" %}',
    "{{ 'now'|date('U') }}",
    '{{ random() }}',
  ];
  it.each(CODE)('%s: nothing is wrong where the page may be its own', (code) => {
    expect(said(img(URL + code.replaceAll('"', "'")), inConsole('none'))).toEqual([]);
    expect(said(img(URL + code.replaceAll('"', "'")))).toEqual([]);
  });
  it.each(['<?php echo rand(); ?>', '<%= rand(1e9) %>'])('%s: no ad server runs it', (code) => {
    const codes = said(img(URL + code), inConsole('gam'));
    expect(codes).toContain('warning macro-unknown');
    expect(codes).not.toContain('error cachebuster-fixed');
  });
});

describe('AMP’s own word for a random number', () => {
  const amp = (url: string) => `<amp-pixel src="${url}" layout="nodisplay"></amp-pixel>`;
  it.each(['none', 'gam', 'linkedin'])('is right in an AMP pixel (%s)', (id) => {
    expect(
      said(amp(`${URL}RANDOM`), inConsole(id)).filter((it) => /cacheb|place/.test(it)),
    ).toEqual([]);
  });
  it.each(['TIMESTAMP', 'PAGE_VIEW_ID', 'PAGE_VIEW_ID_64'])('so is %s', (word) => {
    expect(said(amp(URL + word), inConsole('none'))).toEqual([]);
  });
  it.each(['random', 'RANDOM()', 'CACHEBUSTER', '12345'])('%s is not', (word) => {
    expect(said(amp(URL + word), inConsole('none')).join()).toMatch(
      /placeholder|cachebuster-fixed/,
    );
  });
  it('is nobody’s in an image', () => {
    expect(said(img(`${URL}RANDOM`), inConsole('none'))).toEqual(['error placeholder-left']);
  });
  it('is put in where it is missing', () => {
    expect(repairText(amp(URL), inConsole('none'))).toBe(amp(`${URL}RANDOM`));
  });
  it('is written where the ad server has no macro of its own, and may be chosen', () => {
    for (const cachebuster of ['', 'RANDOM']) {
      const choices = { ...DEFAULT_CHOICES, type: 'amp' as const, cachebuster };
      for (const server of [null, inConsole('none').server]) {
        const spec = buildTag({ id: 531, name: 'x' }, server, choices);
        const { text, findings, usable } = writeTag(spec, { ...ANYWHERE, server });
        expect([text, findings, usable]).toEqual([
          expect.stringContaining('cachebuster=RANDOM"'),
          [],
          true,
        ]);
      }
    }
  });
});

/** What may be a macro, as it is written; what is said of it in a tag for nobody, and in one for GAM. */
const SUSPECTS: readonly [value: string, free: string, gam: string][] = [
  ['@@X@@', 'warning macro-unknown', 'warning macro-unknown'],
  ['<%=X%>', 'warning macro-unknown', 'warning macro-unknown'],
  ['INSERT_RANDOM_NUMBER_HERE', 'error placeholder-left', 'error placeholder-left'],
  ['CACHEBUSTER', 'error placeholder-left', 'error placeholder-left'],
  // Not handed over.
  ['$$X$$', 'warning macro-unknown', 'warning macro-unknown'],
  ['##X##', 'warning macro-unknown', 'warning macro-unknown'],
  ['{{{x}}}', 'warning macro-unknown', 'warning macro-unknown'],
  ['*|X|*', 'warning macro-unknown', 'warning macro-unknown'],
  ['\u2039X\u203A', 'warning macro-unknown', 'warning macro-unknown'],
  ['cache_buster', 'error placeholder-left', 'error placeholder-left'],
  ['<timestamp>', 'error placeholder-left', 'error placeholder-left'],
  ['%RANDOM_NUMBER', 'error placeholder-left', 'error placeholder-left'],
  ['YOUR_RANDOM_VALUE', 'error placeholder-left', 'error placeholder-left'],
  ['random-goes-here', 'error placeholder-left', 'error placeholder-left'],
];
const once = (value: string) => encodeURIComponent(value);
const LAYERS: readonly [string, (value: string) => string][] = [
  ['as it is', (value) => value.replaceAll('#', '%23')],
  ['encoded once', once],
  ['encoded twice', (value) => once(once(value))],
];

describe.each(LAYERS)('what may be a macro, %s', (_, encoded) => {
  it.each(SUSPECTS)('%s is suspected in a tag', (value, free, gam) => {
    const tag = img(URL + encoded(value));
    for (const [place, wanted] of [
      [ANYWHERE, free],
      [inConsole('gam'), gam],
    ] as const) {
      const codes = said(tag, place).filter((it) => !it.endsWith('html-in-url-field'));
      // Encoded it cannot be seen, whatever it is.
      expect([[wanted], ['error macro-encoded']]).toContainEqual(codes);
    }
  });
  it.each(SUSPECTS)('%s is suspected on the wire', (value) => {
    const [checked] = checkRequests([request(URL + encoded(value))], [], known()).rows;
    const codes = checked?.findings.map(({ code }) => code) ?? [];
    expect(codes.some((code) => /^(?:cachebuster-macro|placeholder-left)$/.test(code))).toBe(true);
  });
});

it.each(['8261', 'a1b2', 'abc==', '0.123', '3e8d-4f', 'here', 'rands', 'x_y', 'AbC-_9', '1(2)'])(
  '%s is a value on the wire',
  (value) => {
    const [checked] = checkRequests([request(URL + value)], [], known()).rows;
    const codes = checked?.findings.map(({ code }) => code);
    expect(codes?.filter((code) => !code.startsWith('tracker'))).toEqual([]);
  },
);
