// @vitest-environment happy-dom

import { act, cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { WidgetView } from '@/components/tags/WidgetView';
import type { WidgetActions } from '@/components/tags/widget-actions';
import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { AppError } from '@/lib/core/errors';
import { DEFAULT_CHOICES } from '@/lib/core/tag/build-tag';
import type { FieldReport } from '@/lib/core/tag/field-report';
import { emptyDraft } from '@/lib/core/tracker/draft';

afterEach(cleanup);

const CONTEXT = {
  signedIn: true,
  canWrite: true,
  advertiserName: 'Harbour Coffee',
  servers: AD_SERVERS,
  consoleServer: null,
  choices: DEFAULT_CHOICES,
  recent: [],
};

/** A builder at an empty field, signed in. */
function open(change: Partial<WidgetActions> = {}): void {
  const actions: WidgetActions = {
    context: async () => CONTEXT,
    searchTrackers: async () => [],
    searchObjects: async () => [],
    createTracker: async () => ({ id: 1, name: 'One' }),
    readDraft: async () => null,
    keepDraft: async () => {},
    keepChoices: async () => {},
    noteUse: async () => {},
    write: async () => ({ text: 'tag', usable: true, spans: [], remarks: [] }),
    reportField: async () => holding([]),
    insert: async () => 'done',
    replace: async () => 'done',
    copy: async () => 'done',
    close: () => {},
    ...change,
  };
  render(<WidgetView actions={actions} />);
}

function holding(ids: readonly number[]): FieldReport {
  const tags = ids.map((id) => ({ id, type: 'image' as const }));
  return { isEmpty: false, tags, others: 0, remarks: [], now: [], repaired: null };
}

describe('the builder in a console', () => {
  it('says so where the background does not answer, and asks it again', async () => {
    const context = vi
      .fn<WidgetActions['context']>()
      .mockRejectedValueOnce(new AppError('unexpected', { detail: 'no answer' }))
      .mockResolvedValue(CONTEXT);
    open({ context });
    await screen.findByText('Something went wrong in Piggyback.');
    screen.getByText('Details: no answer');
    await userEvent.click(screen.getByText('Try again'));
    await screen.findByLabelText('Ad server');
    expect(screen.queryByText(/went wrong/)).toBeNull();
  });

  it('shows what the field held at the last look, though an earlier answer comes later', async () => {
    const answers: ((report: FieldReport) => void)[] = [];
    open({ reportField: () => new Promise((resolve) => void answers.push(resolve)) });
    // One look when it opens, another for the other ad server.
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    await userEvent.selectOptions(await screen.findByLabelText('Ad server'), 'gam');
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    answers[1]?.(holding([2]));
    await screen.findByText('Tracker 2, image tag');
    await act(async () => answers[0]?.(holding([1])));
    screen.getByText('Tracker 2, image tag');
    expect(screen.queryByText('Tracker 1, image tag')).toBeNull();
  });
});

describe('a new tracker on the spot', () => {
  it('does not write over what was typed before where that cannot be read', async () => {
    const readDraft = vi
      .fn<WidgetActions['readDraft']>()
      .mockRejectedValueOnce(new AppError('storage-failed'))
      .mockResolvedValue({ ...emptyDraft(), name: 'Half typed' });
    open({ readDraft });
    await userEvent.click(await screen.findByText('New tracker'));
    await screen.findByText('The browser could not keep the data.');
    expect(screen.queryByLabelText('Name')).toBeNull();
    await userEvent.click(screen.getByText('Try again'));
    expect(await screen.findByDisplayValue('Half typed')).toBeTruthy();
  });

  it('says so where what is typed is not kept, until it is', async () => {
    let full = true;
    const keepDraft = async () => {
      if (full) throw new AppError('storage-failed');
    };
    open({ keepDraft });
    await userEvent.click(await screen.findByText('New tracker'));
    const name = await screen.findByLabelText('Name');
    await userEvent.type(name, 'A');
    await screen.findByText('The browser could not keep the data.');
    full = false;
    await userEvent.type(name, 'B');
    await vi.waitFor(() => expect(screen.queryByText(/could not keep/)).toBeNull());
  });
});
