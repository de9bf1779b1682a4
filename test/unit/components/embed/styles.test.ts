import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { openTokens } from '@/components/embed/styles';

describe('openTokens', () => {
  it.each([
    [':root { --bg: #fff; }', '.pb-embed { --bg: var(--imptr-bg, #fff); }'],
    [
      ':root{--a-b:light-dark(#fff,#000);--c:1px}',
      '.pb-embed{--a-b: var(--imptr-a-b, light-dark(#fff,#000));--c: var(--imptr-c, 1px)}',
    ],
    [':root{color-scheme:light dark}', '.pb-embed{color-scheme:light dark}'],
  ])('%s', (css, opened) => {
    expect(openTokens(css)).toBe(opened);
  });

  it('opens every token of the house', () => {
    const tokens = readFileSync('components/ui/tokens.css', 'utf8');
    const names = [...tokens.matchAll(/^ {2}--([\w-]+):/gm)].map((match) => match[1]);
    expect(names.length).toBeGreaterThan(20);
    const opened = openTokens(tokens);
    for (const name of names) expect(opened).toContain(`--${name}: var(--imptr-${name}, `);
  });
});
