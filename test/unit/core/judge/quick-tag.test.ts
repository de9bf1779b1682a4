import { describe, expect, it } from 'vitest';

import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { DEFAULT_CHOICES } from '@/lib/core/tag/write/build-tag';
import { quickTag } from '@/lib/core/judge/quick-tag';

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
