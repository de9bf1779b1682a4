import { describe, expect, it } from 'vitest';

import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { adServerById } from '@/lib/core/ad-server/lookup';
import { checkText, repairText } from '@/lib/core/judge/check-text';
import { choicesForConsole } from '@/lib/core/console/console-choices';
import {
  type FieldClues,
  fieldTakes,
  takesOnlyUrls,
  wantsScript,
} from '@/lib/core/console/field-kind';
import { DEFAULT_CHOICES } from '@/lib/core/tag/write/build-tag';

const clues = (kind: FieldClues['kind'], ...labels: string[]): FieldClues => ({
  kind,
  inputType: kind === 'input' ? 'text' : '',
  labels,
  names: [],
});
const named = (kind: FieldClues['kind'], labels: readonly string[], ...names: string[]) => ({
  ...clues(kind, ...labels),
  names,
});

// Labels as the consoles have them (ad-servers.md, "Paste"), and odd ones.
describe('whether a field takes only URLs', () => {
  it.each([
    clues('input', 'Impression tracking URL'),
    { ...clues('input', 'Pixel'), inputType: 'url' },
    clues('textarea', 'Impression tracking URL'),
    clues('textarea', 'Impression tracking URLs'),
    clues('textarea', 'Set impression tracking URLs'),
    clues('textarea', 'URLs only, one per line'),
    clues('input', 'Impression tracker URI'),
    clues('textarea', 'Impression tracking URL (one per line)'),
    clues('input', 'Third-party URL', 'Impression'),
    clues('textarea', 'Third-Party Pixel URL'),
    clues('input', 'Tracking pixel link'),
    clues('input', 'Impression JavaScript URL'),
    clues('input', 'Image or JavaScript URL'),
    clues('input', 'Event tag URL'),
    clues('input', 'Script URL'),
    clues('input', 'VAST tag URL'),
    clues('input', 'URL of the tracking tag'),
    clues('input', 'Impression tracker', 'https://example.com/pixel'),
    named('input', ['Impression tracker'], 'thirdPartyImpressionUrl'),
    named('textarea', [], 'tracker_urls'),
    named('input', ['Tracking URL'], 'tag-form-field-1'),
  ])('takes nothing else: %j', (field) => {
    expect(takesOnlyUrls(field)).toBe(true);
  });
  it.each([
    clues('textarea', 'Third-party tracking URLs/tags'),
    clues('input', 'Tracking tag or URL'),
    clues('input', 'Third party impression tracker 1 (optional)'),
    clues('textarea', 'Always append the following HTML code to this banner'),
    clues('input', 'Pixel URL or Code'),
    clues('textarea', 'URL or pixel'),
    clues('textarea', 'Impression pixels / URLs'),
    clues('textarea', 'Impression tracking URL', '<img src="https://example.com/pixel">'),
    clues('textarea', 'Creative script'),
    clues('textarea', 'HTML code snippet'),
    clues('editable', 'Creative code'),
    clues('editable', 'Tracking URLs'),
    named('textarea', ['Tracking URL'], 'htmlSnippet'),
    named('textarea', ['Impression tracker'], 'trackingTagUrls', 'tag'),
    named('textarea', [], 'appendedTag'),
    clues('textarea'),
  ])('may take more: %j', (field) => {
    expect(takesOnlyUrls(field)).toBe(false);
  });
  it.each([
    [clues('input', 'Impression tracking URL'), false],
    [clues('input', 'Impression JavaScript URL'), true],
    [clues('input', 'Image or JavaScript URL'), false],
    [named('input', ['Tracker'], 'impressionJavaScriptUrl'), true],
  ])('%j: wants a script: %s', (field, script) => {
    expect(wantsScript(field)).toBe(script);
  });
});

describe('what a field takes in a console', () => {
  const plain = clues('textarea', 'Impression tracker');
  it.each([
    ['a console that takes URLs only', 'cm360', plain, 'url'],
    ['one that takes images too', 'gam', plain, 'any'],
    ['no console that is known', null, plain, 'any'],
    ['the field’s own word goes first', 'cm360', clues('textarea', 'HTML snippet'), 'any'],
    ['and so where the console takes more', 'gam', clues('textarea', 'Tracking URLs'), 'url'],
    ['no field', 'cm360', null, 'any'],
  ] as const)('%s', (_, server, field, takes) => {
    expect(fieldTakes(field, adServerById(server, AD_SERVERS))).toBe(takes);
  });
});

describe('what the builder begins with in a console', () => {
  const gam = adServerById('gam', AD_SERVERS);
  const nothing = {
    servers: AD_SERVERS,
    consoleServer: null,
    inserted: null,
    kept: null,
    field: null,
  };
  const urls = { takes: 'url', clues: clues('input', 'Impression JavaScript URL') } as const;
  it.each([
    [
      'the console says the ad server',
      { consoleServer: gam },
      { adServerId: 'gam', type: 'image' },
    ],
    [
      'what was inserted here before',
      { inserted: { adServerId: 'kevel', type: 'vast' } },
      { adServerId: 'kevel', type: 'vast' },
    ],
    [
      'that goes before the console’s own, for a person did it',
      { consoleServer: gam, inserted: { adServerId: 'kevel', type: 'image' } },
      { adServerId: 'kevel' },
    ],
    [
      'inserted for an ad server that is gone',
      { consoleServer: gam, inserted: { adServerId: 'own-1', type: 'javascript' } },
      { adServerId: 'gam', type: 'javascript' },
    ],
    [
      'a field for URLs gets one',
      { consoleServer: gam, inserted: { adServerId: 'gam', type: 'image' }, field: urls },
      { type: 'url', loadedBy: 'javascript' },
    ],
    [
      'where nothing is known, no ad server: not the one chosen last elsewhere',
      { kept: { ...DEFAULT_CHOICES, adServerId: 'springserve', type: 'url' } },
      { adServerId: null, type: 'image' },
    ],
    [
      'of what was chosen elsewhere the style comes along, cost and redirect do not',
      {
        kept: {
          ...DEFAULT_CHOICES,
          comments: false,
          withConsent: true,
          cachebuster: '[CB]',
          withCost: true,
          cost: '1',
          redir: 'https://x.example',
        },
      },
      {
        comments: false,
        withConsent: true,
        cachebuster: '',
        withCost: false,
        cost: '',
        redir: '',
      },
    ],
  ] as const)('%s', (_, known, wanted) => {
    expect(choicesForConsole({ ...nothing, ...known })).toMatchObject(wanted);
  });
});

// Chosen for SpringServe in another console, an image that worked in a field for HTML became a bare
// URL with a foreign macro.
describe('Fix never goes by a guess', () => {
  const working =
    '<img src="https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%%CACHEBUSTER%%" width="1">';
  const place = {
    servers: AD_SERVERS,
    field: 'any',
    expectedTrackerId: null,
    costIsPerImpression: false,
  } as const;
  it('leaves alone what depends on an ad server that nobody said', () => {
    expect(checkText(working, { ...place, server: null }).findings).toEqual([]);
    expect(repairText(working, { ...place, server: null })).toBe(working);
  });
  it('keeps the form for an ad server that takes URLs, where the field may take more', () => {
    const server = adServerById('springserve', AD_SERVERS);
    expect(repairText(working, { ...place, server })).toMatch(/^<img /);
  });
  it('mends what holds whatever the ad server', () => {
    const pasted = working.replaceAll('"', '“');
    expect(repairText(pasted, { ...place, server: null })).toBe(working);
  });
});
