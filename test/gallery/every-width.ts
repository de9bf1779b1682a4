import { expect, it } from 'vitest';

import { seriousViolations } from '../support/axe.ts';
import { badLayout } from '../support/layout.ts';
import type { State } from './state.ts';
import { useGallery } from './use-gallery.ts';

/** The last is a usual window at 200 % zoom. */
const SIZES = [
  [320, 600],
  [550, 600],
  [800, 600],
  [1280, 600],
  [640, 360],
] as const;
const ONE_SIZE = [[550, 600]] as const;

/** Looks at each of these states, as a test of its own. */
export function lookAtEach(folder: string, states: readonly State[]): void {
  const gallery = useGallery(folder);
  it.each(states.map(({ name }) => name))('%s, in light and dark, at every width', async (name) => {
    const { page, screens, show } = gallery();
    await show(name);
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      const sizes = scheme === 'light' ? SIZES : ONE_SIZE;
      for (const [width, height] of sizes) {
        await page.setViewport({ width, height });
        expect(await badLayout(page), `${width} px`).toEqual([]);
        await screens.page(page, `${name.replace('/', '-')}-${width}-${scheme}`);
      }
      expect(await seriousViolations(page, '.pb-app'), scheme).toEqual([]);
    }
  });
}
