import { describe, expect, it } from 'vitest';

import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { adServerByHost, adServerById } from '@/lib/core/ad-server/lookup';
import { splitMacros } from '@/lib/core/macro/shapes';
import { findMacro } from '@/lib/core/ad-server/macros';

describe('findMacro', () => {
  it.each([
    ['%%TTD_CACHEBUSTER%%', 'The Trade Desk'],
    ['%%CACHEBUSTER%%', 'Google Ad Manager'],
    ['%n', 'Google Campaign Manager 360'],
    ['%7B%7Btimestamp%7D%7D', 'Kevel (Adzerk)'],
    ['$random', 'e-planning'],
    ['x-{rnd}-y', 'BidTheatre'],
    ['@CACHEBUSTER@', 'Triton Digital'],
    ['%40RANDOM%40', 'Triton Digital'],
    ['$!{random}', 'Daily Clicks (white-label DSP)'],
    ['${AdPlayer.cachebreaker}', 'Yahoo (AOL) Video SSP'],
    ['${GPP_STRING_7}', 'Microsoft Monetize / Invest / Curate (Xandr) as the serving side'],
    ['${GDPR_CONSENT_32}', 'Nexx360'],
    ['%255Btimestamp%255D', 'Innovid'],
    ['%257B%257Btimestamp%257D%257D', 'Kevel (Adzerk)'],
  ])('%s belongs to %s', (value, name) => {
    expect(findMacro(value, AD_SERVERS)?.servers.map((server) => server.name)).toContain(name);
  });
  it.each(['[UNHEARD_OF]', '%%SOMETHING%%', '${X}', '__XYZ__', '%exyz!', '{{who}}'])(
    '%s is a macro by its shape',
    (value) => {
      expect(findMacro(value, AD_SERVERS)).toEqual({ text: value, servers: [] });
    },
  );
  it.each([
    '@@X@@',
    '$$X$$',
    '<%=X%>',
    '%3C%25%3DX%25%3E',
    '%253C%2525%253DX%2525%253E',
    '{{{x}}}',
    '##CB##',
    '<cb>',
    '\u2039CB\u203A',
    '*|CB|*',
    '%40%40X%40%40',
    '%2540%2540X%2540%2540',
    '<?php echo rand(); ?>',
    '%3C?php%20echo%20rand();%20?%3E',
  ])('%s looks like one', (value) => {
    expect(findMacro(value, AD_SERVERS)?.servers).toEqual([]);
  });
  it.each([
    'a@b.example',
    'abc==',
    '-abc-',
    '_abc_',
    'x/y+z=',
    '(1)',
    '<1>',
    '*',
    '**',
    '[]',
    '{"a":1}',
    'it’s',
    '*a b*',
    '3 < 4 > 2',
    '$5$',
  ])('%s is none', (value) => {
    expect(findMacro(value, AD_SERVERS)).toBeNull();
  });
  it.each(['8374650192', '0.25', 'abc-def', '', '100%', '%20', 'a%20b', '1%n2', '$randomly'])(
    '%s is none',
    (value) => {
      expect(findMacro(value, AD_SERVERS)).toBeNull();
    },
  );
  it.each(AD_SERVERS.filter((server) => server.cachebuster !== null))(
    'finds the cachebuster of $name',
    (server) => {
      const found = findMacro(server.cachebuster ?? '', AD_SERVERS);
      expect(found?.servers).toContain(server);
    },
  );
});

describe('splitMacros', () => {
  it.each([
    ['', []],
    ['plain', ['plain']],
    ['a[X]b', ['a', '[X]', 'b']],
    ['%%A%%%%B%%', ['%%A%%', '%%B%%']],
    ['%C3%A9', ['%C3%A9']],
    ['%ad%', ['%ad%']],
    ['x%pid%', ['x', '%pid%']],
    ['#{request.videoRandom}', ['#{request.videoRandom}']],
    ['@A@', ['@A@']],
    ['@@A@@', ['@@A@@']],
    ['@@@A@@@', ['@@@A@@@']],
    ['x@A@b.example', ['x', '@A@', 'b.example']],
    ['$$URL$$', ['$$URL$$']],
    ['$!{random}', ['$!{random}']],
    ['___A___', ['_', '__A__', '_']],
    ['{{url | url_encode}}', ['{{url | url_encode}}']],
  ])('%j', (value, pieces) => {
    expect(splitMacros(value).map(({ text }) => text)).toEqual(pieces);
  });
});

describe('the catalogue', () => {
  it('has each id once', () => {
    expect(new Set(AD_SERVERS.map((server) => server.id)).size).toBe(AD_SERVERS.length);
  });
  it.each([
    ['admanager.google.com', 'gam'],
    ['app.kevel.co', 'kevel'],
    ['monetize.xandr.com', 'xandr'],
    ['example.com', undefined],
    ['admanager.google.com.evil.example', undefined],
  ])('%s is the console of %s', (host, id) => {
    expect(adServerByHost(host, AD_SERVERS)?.id).toBe(id);
  });
  it.each(['', 'nobody', null])('knows no %s', (id) => {
    expect(adServerById(id, AD_SERVERS)).toBeNull();
  });
});
