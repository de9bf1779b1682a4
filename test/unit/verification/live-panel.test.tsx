// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';

import { verificationText as text } from '@/lib/text/verification';

import { pageView, START, verification } from './build';
import { later, setUp } from './panel-setup';

afterEach(cleanup);

const expectedList = () => screen.getByRole('list', { name: text.expected });

describe('live', () => {
  it('takes in what the recorder tells and announces changed verdicts', async () => {
    const { model } = setUp();
    await model.start();
    await screen.findByText(text.empty);
    model.hear({ kind: 'requests-added', verificationId: 'v1', requests: [later(1)] });
    await screen.findByRole('grid');
    const announced = () =>
      screen
        .getAllByRole('status')
        .map((status) => status.textContent)
        .join(' ');
    expect(announced()).toContain('Leaderboard: Pass. Fired once.');
    model.hear({ kind: 'requests-added', verificationId: 'v1', requests: [later(2)] });
    await waitFor(() =>
      expect(announced()).toContain('Leaderboard: Fail. Tracker 531 fired again'),
    );
    model.hear({ kind: 'requests-added', verificationId: 'other', requests: [later(3)] });
    expect(model.checked.value).toHaveLength(2);
  });

  it('judges the latest page view, and all of them when asked', async () => {
    const { model, user } = setUp({ requests: [later(1)] });
    await model.start();
    await screen.findByRole('grid');
    model.hear({
      kind: 'page-viewed',
      verificationId: 'v1',
      pageView: pageView('b', START + 60_000),
    });
    await waitFor(() => expect(expectedList().textContent).not.toContain('Pass'));
    await user.selectOptions(screen.getByRole('combobox', { name: text.judgedOn }), 'all');
    expect(expectedList().textContent).toContain('Pass');
  });

  it('offers to reload a page that was loaded before DevTools opened', async () => {
    const { model, calls, user } = setUp({ verification: verification({ openedAfterLoad: true }) });
    await model.start();
    await user.click(await screen.findByRole('button', { name: text.reload }));
    expect(calls).toEqual([['reloadPage']]);
    model.hear({ kind: 'page-viewed', verificationId: 'v1', pageView: pageView('b', START + 2) });
    await waitFor(() => expect(screen.queryByText(text.openedAfterLoad)).toBeNull());
  });

  it('says when the recorder could not keep what it saw', async () => {
    const { model } = setUp();
    await model.start();
    model.hear({ kind: 'write-failed', verificationId: 'v1', detail: 'disk full' });
    expect((await screen.findByRole('alert')).textContent).toContain('disk full');
  });

  it('shows the recording that was chosen last, whichever is read last', async () => {
    const all = [verification(), verification({ id: 'v0' }), verification({ id: 'v2' })];
    const arrive = new Map<string, () => void>();
    const { model } = setUp(
      {},
      {
        listVerifications: async () => all,
        load: async ({ id }) => {
          if (id !== 'v1') await new Promise<void>((resolve) => arrive.set(id, resolve));
          const requests = id === 'v0' ? [later(1)] : [];
          return { verification: verification({ id }), pageViews: [], requests };
        },
      },
    );
    await model.start();
    const first = model.choose('v0');
    await waitFor(() => expect(arrive.has('v0')).toBe(true));
    const second = model.choose('v2');
    await waitFor(() => expect(arrive.has('v2')).toBe(true));
    arrive.get('v2')?.();
    await second;
    arrive.get('v0')?.();
    await first;
    expect(model.verification.value?.id).toBe('v2');
    expect(model.requests.value).toEqual([]);
  });

  it('shows the recording that was chosen last, whichever list is read last', async () => {
    const late = Promise.withResolvers<void>();
    const all = [verification(), verification({ id: 'v2' })];
    let asked = 0;
    const { model } = setUp(
      {},
      {
        listVerifications: async () => {
          asked += 1;
          if (asked === 2) await late.promise;
          return all;
        },
        load: async ({ id }) => ({
          verification: verification({ id }),
          pageViews: [],
          requests: [],
        }),
      },
    );
    await model.start();
    const first = model.choose('v1');
    await model.choose('v2');
    late.resolve();
    await first;
    expect(model.verification.value?.id).toBe('v2');
    expect(model.phase.value).toBe('ready');
  });

  it('offers saved recordings, the current one first', async () => {
    const older = verification({ id: 'v0', startedAt: START - 1000, tabId: 3 });
    const newer = verification({ id: 'v2', startedAt: START + 1000, tabId: 9 });
    const { model, user } = setUp(
      {},
      {
        listVerifications: async () => [newer, verification(), older],
        load: async ({ id }) => ({
          verification: [newer, verification(), older].find((item) => item.id === id) ?? null,
          pageViews: [],
          requests: [],
        }),
      },
    );
    await model.start();
    const select = await screen.findByRole('combobox', { name: text.recording });
    const values = within(select)
      .getAllByRole<HTMLOptionElement>('option')
      .map((option) => option.value);
    expect(values).toEqual(['v1', 'v2', 'v0']);
    await user.selectOptions(select, 'v0');
    await waitFor(() => expect(model.verification.value?.id).toBe('v0'));
    expect(model.live.value).toBe(false);
  });
});
