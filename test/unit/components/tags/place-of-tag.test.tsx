// @vitest-environment happy-dom

import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { TagChoicesForm } from '@/components/tags/TagChoicesForm';
import { TagPage } from '@/components/tags/TagPage';
import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { DEFAULT_CHOICES, type TagChoices } from '@/lib/core/tag/write/build-tag';
import { audienceText } from '@/lib/text/audience';
import { inactiveRemark } from '@/lib/text/builder/page';

import { tracker } from '../trackers/build';

afterEach(cleanup);

describe('choosing an ad server that takes one form only', () => {
  function Form({ type }: { type: TagChoices['type'] }) {
    const [choices, setChoices] = useState<TagChoices>({ ...DEFAULT_CHOICES, type });
    return <TagChoicesForm servers={AD_SERVERS} choices={choices} onChoices={setChoices} />;
  }
  it.each([
    ['image', 'cm360', 'URL'],
    ['javascript', 'innovid', 'URL'],
    ['amp', 'basis', 'URL'],
    ['image', 'vast', 'VAST'],
    // These take several, or whatever one likes.
    ['image', 'gam', 'Image'],
    ['javascript', 'flashtalking', 'JavaScript'],
    ['javascript', 'stackadapt', 'JavaScript'],
    ['url', 'kevel', 'URL'],
    // The document is somebody else's.
    ['native', 'cm360', 'Native'],
  ] as const)('%s, then %s: %s', async (type, server, wanted) => {
    render(<Form type={type} />);
    await userEvent.selectOptions(screen.getByLabelText('Ad server'), server);
    expect(screen.getByLabelText<HTMLInputElement>(wanted).checked).toBe(true);
  });
});

describe('the tag of an inactive tracker', () => {
  it.each([
    [531, 'active'],
    [532, 'inactive'],
  ])('%i, %s', async (id, state) => {
    render(
      <TagPage
        trackerId={id}
        actions={{
          findTracker: async () => tracker(id, 'Mine'),
          open: vi.fn(),
          copy: vi.fn(),
          noteCopied: vi.fn(),
        }}
        fail={vi.fn()}
        servers={AD_SERVERS}
        choices={DEFAULT_CHOICES}
        onChoices={vi.fn()}
        onBack={vi.fn()}
      />,
    );
    const copy = await screen.findByRole('button', { name: 'Copy' });
    expect(copy).toHaveProperty('disabled', false);
    expect(screen.queryByText(inactiveRemark.sentence) !== null).toBe(state === 'inactive');
    // Whatever the tag, some will not see it.
    expect(screen.getByText(audienceText.blocked, { exact: false })).toBeTruthy();
    expect(screen.getByRole('link').getAttribute('href')).toBe(audienceText.sourceUrl);
  });
});
