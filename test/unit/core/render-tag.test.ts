import { describe, expect, it } from 'vitest';

import { adServerById } from '@/lib/core/ad-server/lookup';
import { buildTag, checkChoices, DEFAULT_CHOICES } from '@/lib/core/tag/build-tag';
import { renderTag, renderUrl } from '@/lib/core/tag/render-tag';
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
    ['--> <script>alert(1)</script>', 'script alert(1) /script'],
    ['a -- b', 'a - b'],
    ['-leading and trailing-', 'leading and trailing'],
    ['two\nlines', 'two lines'],
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
    ['é b', 'é%20b'],
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
    ['springserve', null],
  ])('%s: cachebuster %s', (id, cachebuster) => {
    const built = buildTag({ id: 1, name: 'x' }, adServerById(id), DEFAULT_CHOICES);
    expect(built.cachebuster).toBe(cachebuster);
  });
  it('leaves the cost out unless asked for', () => {
    const server = adServerById('getintent');
    expect(buildTag({ id: 1, name: 'x' }, server, DEFAULT_CHOICES).ancost).toBeNull();
    const choices = { ...DEFAULT_CHOICES, withCost: true };
    expect(buildTag({ id: 1, name: 'x' }, server, choices).ancost).toBe('[[COST]]');
  });
});

describe('checkChoices', () => {
  it.each([
    ['no cachebuster', null, {}, 'cachebuster-missing'],
    ['a cost with a currency', 'gam', { withCost: true, cost: '$1' }, 'cost-not-a-number'],
    ['a cost with a comma', 'gam', { withCost: true, cost: '0,25' }, 'cost-not-a-number'],
    ['no cost', 'gam', { withCost: true }, 'cost-missing'],
    ['an http redirect', 'gam', { redir: 'http://x.example' }, 'redir-not-https'],
    ['an image where only URLs go', 'cm360', {}, 'type-not-accepted'],
    ['more than the field takes', 'gam', { redir: `https://${'x'.repeat(1024)}` }, 'too-long'],
  ])('%s', (_, id, part, problem) => {
    const choices = { ...DEFAULT_CHOICES, ...part };
    const server = adServerById(id);
    const built = buildTag({ id: 1, name: 'x' }, server, choices);
    expect(checkChoices(built, server, choices, renderUrl(built))).toContain(problem);
  });
});
