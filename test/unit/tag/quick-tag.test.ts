import { describe, expect, it } from 'vitest';

import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { adServerById } from '@/lib/core/ad-server/lookup';
import { DEFAULT_CHOICES } from '@/lib/core/tag/build-tag';
import { choicesForConsole } from '@/lib/core/tag/console-choices';
import { type FieldClues, takesOnlyUrls, wantsScript } from '@/lib/core/tag/field-kind';
import { quickTag } from '@/lib/core/tag/quick-tag';

const TRACKER = { id: 531, name: 'Spring' };

describe('quickTag', () => {
  it.each([
    ['the ad server’s macro', { adServerId: 'gam' }, 'image', 'cachebuster=%%CACHEBUSTER%%'],
    ['a URL where only URLs go', { adServerId: 'cm360' }, 'url', 'cachebuster=%n'],
    ['no ad server, no cachebuster', {}, 'image', 'imptr?id=531&t=2"'],
    ['a typed cachebuster', { adServerId: 'broadstreet', cachebuster: '[CB]' }, 'image', '=[CB]"'],
    [
      'not what was typed for another ad server',
      { adServerId: 'gam', cachebuster: '%%TTD_CACHEBUSTER%%' },
      'image',
      'cachebuster=%%CACHEBUSTER%%',
    ],
    ['no cost', { adServerId: 'gam', withCost: true, cost: '1' }, 'image', '%%CACHEBUSTER%%"'],
  ] as const)('%s', (_, part, type, piece) => {
    const tag = quickTag(TRACKER, { ...DEFAULT_CHOICES, ...part }, AD_SERVERS);
    expect(tag.type).toBe(type);
    expect(tag.text).toContain(piece);
    expect(tag.hasCachebuster).toBe(tag.text.includes('cachebuster='));
  });
});

const clues = (kind: FieldClues['kind'], ...labels: string[]): FieldClues => ({
  kind,
  inputType: kind === 'input' ? 'text' : '',
  labels,
  names: [],
});

describe('what a field wants', () => {
  it.each([
    [clues('input', 'Impression tracking URL'), true, false],
    [{ ...clues('input', 'Pixel'), inputType: 'url' }, true, false],
    [clues('textarea', 'Impression tracking URLs'), false, false],
    [clues('input', 'Tracking tag or URL'), false, false],
    [clues('input', 'Impression JavaScript URL'), true, true],
    [clues('input', 'Image or JavaScript URL'), true, false],
    [clues('editable', 'Creative code'), false, false],
  ])('%j: only URLs %s, a script %s', (field, onlyUrls, script) => {
    expect(takesOnlyUrls(field)).toBe(onlyUrls);
    expect(wantsScript(field)).toBe(script);
  });
});

describe('what the builder begins with in a console', () => {
  const gam = adServerById('gam', AD_SERVERS);
  it.each([
    ['the console says the ad server', { server: gam }, { adServerId: 'gam', type: 'image' }],
    [
      'a field for URLs gets one',
      { server: gam, field: clues('input', 'Impression JavaScript URL') },
      { type: 'url', loadedBy: 'javascript' },
    ],
    ['the type used here last', { server: gam, rememberedType: 'vast' as const }, { type: 'vast' }],
    [
      'cost and redirect of another day do not come along',
      { kept: { ...DEFAULT_CHOICES, withCost: true, cost: '1', redir: 'https://x.example' } },
      { withCost: false, cost: '', redir: '' },
    ],
    [
      'where nothing is known, the ad server chosen last',
      { kept: { ...DEFAULT_CHOICES, adServerId: 'kevel' } },
      { adServerId: 'kevel' },
    ],
  ])('%s', (_, known, wanted) => {
    const nothing = { server: null, rememberedType: null, kept: null, field: null };
    expect(choicesForConsole({ ...nothing, ...known })).toMatchObject(wanted);
  });
});
