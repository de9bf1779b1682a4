import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

const ROOM = 'components/verification';
/** The list of all recordings is in the workspace alone. */
const OF_LISTS = ['recordings.css'];
const PAGES = [
  'entrypoints/devtools-panel/panel.css',
  'entrypoints/sidepanel/sidepanel.css',
  'entrypoints/workspace/workspace.css',
];

describe('a page that shows a recording', () => {
  const styles = readdirSync(ROOM).filter(
    (name) => name.endsWith('.css') && !OF_LISTS.includes(name),
  );

  it.each(PAGES)('%s has all of its looks', (page) => {
    const text = readFileSync(page, 'utf8');
    expect(styles.filter((name) => !text.includes(`/verification/${name}'`))).toEqual([]);
  });
});
