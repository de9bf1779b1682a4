// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';

import { reportsText } from '@/lib/text/reports/screens';
import { workspaceText } from '@/lib/text/pages/workspace';

import { pages } from '../../../gallery/rooms/pages';

afterEach(cleanup);

function show(name: string) {
  const state = pages.find((one) => one.name === `pages/${name}`);
  if (!state) throw new Error(`no state ${name}`);
  render(<>{state.show()}</>);
}

const place = () => screen.queryByRole('link', { name: reportsText.title });

describe('the place of reports', () => {
  it('stands behind the others, and is the one that its address names', async () => {
    show('workspace-reports');
    await screen.findByRole('heading', { name: reportsText.title });
    const places = [...(place()?.closest('nav')?.querySelectorAll('a') ?? [])];
    expect(places.map(({ textContent }) => textContent).at(-1)).toBe(reportsText.title);
    expect(place()?.getAttribute('aria-current')).toBe('page');
    expect(document.title).toBe(workspaceText.titleOf(reportsText.title));
  });

  it('is none where a workspace has no reports', async () => {
    show('workspace-without-reports');
    await screen.findByRole('heading', { name: workspaceText.nowhere });
    expect(place()).toBeNull();
  });
});
