// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';

import { exportsText } from '@/lib/text/export/exports';
import { noticesText } from '@/lib/text/verification/notices';

import { later } from './recording-sample';
import { setUp } from './panel-setup';

afterEach(cleanup);

describe('what a recording is saved as', () => {
  it('stands in one group, each by its whole name', async () => {
    const { model } = setUp({ requests: [later(1)] });
    await model.start();
    const group = await screen.findByRole('group', { name: exportsText.group });
    expect(
      within(group)
        .getAllByRole('button')
        .map((one) => one.textContent),
    ).toEqual(['Export proof', 'Export JSON', 'Export CSV', 'Export XLSX', 'Export HAR']);
    for (const { name } of Object.values(exportsText.of)) {
      expect(within(group).getByRole('button', { name })).toBeTruthy();
    }
  });

  it('cannot be saved before anything is recorded', async () => {
    const { model } = setUp({ verification: null });
    await model.start();
    const group = await screen.findByRole('group', { name: exportsText.group });
    expect(
      within(group)
        .getAllByRole('button')
        .every((one) => one.hasAttribute('disabled')),
    ).toBe(true);
  });
});

describe('what is said of a recording', () => {
  it('stands below the list, in a group of its own', async () => {
    const { model } = setUp({ requests: [later(1)], unreadable: 2 });
    await model.start();
    const notices = await screen.findByRole('group', { name: noticesText.label });
    const said = within(notices).getByText(/^2 rows of this recording cannot be read/);
    const list = screen.getByRole('grid');
    expect(list.compareDocumentPosition(said)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });
});
