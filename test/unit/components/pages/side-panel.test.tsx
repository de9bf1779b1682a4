// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { act, cleanup, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';

import type { Whose } from '@/components/account/WhoseLine';
import type { SidePanelActions, WatchedTab } from '@/components/pages/sidepanel/side-panel-actions';
import { createSidePanelModel } from '@/components/pages/sidepanel/side-panel-model';
import { SidePanelPage } from '@/components/pages/sidepanel/SidePanelPage';
import { createVerificationModel } from '@/components/verification/verification-model';
import type { SessionInfo } from '@/lib/core/account/session';
import type { AccessAnswer } from '@/lib/core/recording/access-answer';
import { accessText } from '@/lib/text/verification/access';
import { signInsText, whoseText } from '@/lib/text/account/sign-ins';
import { sidePanelText as text } from '@/lib/text/pages/side-panel';

import { infoOf } from '../account/sign-in-sample';
import { later, recordingActions } from '../verification/recording-sample';

afterEach(cleanup);

const NEWS: WatchedTab = { id: 7, site: 'https://news.example' };
const SHOP: WatchedTab = { id: 8, site: 'https://shop.example' };

/** The side panel beside a tab; whoever is asked answers so. */
async function setUp(
  answer: AccessAnswer['answer'] = 'allowed',
  tab: WatchedTab | null = NEWS,
  changes: Partial<SidePanelActions> = {},
  kept: Parameters<typeof recordingActions>[0] = { requests: [later(1), later(2, 6000)] },
  whose?: Whose,
) {
  const calls: unknown[][] = [];
  const sites = new Map<string, 'yes' | 'later'>();
  let shown = tab;
  let changed = () => {};
  const { actions } = recordingActions(kept);
  const model = createSidePanelModel({
    tab: async () => shown,
    onChange: (listener) => void (changed = listener),
    isRecorded: async (site) => sites.get(site) ?? 'no',
    isBeingRecorded: async () => false,
    turnOn: async (site, withFrames) => {
      calls.push(['turnOn', site, withFrames]);
      if (answer === 'allowed') sites.set(site, 'yes');
      if (answer === 'allowed-later') sites.set(site, 'later');
      return { answer, detail: answer === 'forbidden' ? 'Blocked by policy' : null };
    },
    turnOff: async (site) => void sites.delete(site),
    openTab(id) {
      calls.push(['openTab', id]);
      const opened = createVerificationModel(actions, 'none');
      void opened.start();
      return { model: opened, close: () => calls.push(['close', id]) };
    },
    ...changes,
  });
  render(<SidePanelPage model={model} {...(whose && { whose })} />);
  await model.start();
  return {
    calls,
    user: userEvent.setup(),
    /** Another tab is shown, or what is recorded changed elsewhere. */
    turnTo(next: WatchedTab | null) {
      shown = next;
      changed();
    },
    browserBegan(site: string) {
      sites.set(site, 'yes');
      changed();
    },
  };
}
const record = (host = 'news.example') => screen.findByRole('button', { name: text.turnOn(host) });
const seen = (words: string) => screen.queryByText(words) !== null;

describe('a site that is not recorded', () => {
  it('is asked for by name, is recorded from then on, and no more once that is stopped', async () => {
    const { calls, user } = await setUp();
    expect(seen(text.notRecorded('news.example'))).toBe(true);
    expect(screen.queryByRole('grid')).toBeNull();
    await user.click(await record());
    expect(await screen.findByText(text.recorded('news.example'))).toBeTruthy();
    expect(calls).toContainEqual(['turnOn', NEWS.site, false]);
    expect(await screen.findByRole('grid')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: text.turnOff }));
    expect(await record()).toBeTruthy();
    expect(screen.queryByRole('grid')).toBeNull();
  });

  it('is asked for with its frames where that is ticked', async () => {
    const { calls, user } = await setUp();
    await user.click(await screen.findByRole('checkbox', { name: text.frames }));
    await user.click(await record());
    await waitFor(() => expect(calls).toContainEqual(['turnOn', NEWS.site, true]));
  });

  it.each(['refused', 'forbidden', 'failed'] as const)(
    '%s: says so and what to do, and may be asked for again',
    async (answer) => {
      const { user } = await setUp(answer);
      await user.click(await record());
      expect(await screen.findByText(accessText.answers[answer].sentence)).toBeTruthy();
      expect(seen(text.next[answer])).toBe(true);
      expect(seen(accessText.detail('Blocked by policy'))).toBe(answer === 'forbidden');
      expect(await record()).toBeTruthy();
      expect(screen.queryByRole('grid')).toBeNull();
    },
  );

  it('is not said to be refused beside another', async () => {
    const { user, turnTo } = await setUp('refused');
    await user.click(await record());
    await screen.findByText(accessText.answers.refused.sentence);
    turnTo(SHOP);
    await record('shop.example');
    expect(seen(accessText.answers.refused.sentence)).toBe(false);
    turnTo(NEWS);
    await record();
    expect(seen(accessText.answers.refused.sentence)).toBe(false);
  });

  it('without https cannot be asked for, and nothing is', async () => {
    await setUp('allowed', { id: 7, site: 'http://staging.example' });
    expect(seen(text.notRecorded('staging.example'))).toBe(true);
    expect(screen.getByText(/https only/).textContent).toContain(text.cannotAskNext);
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('a site that the browser tells of from its next start', () => {
  it('is not said to be recorded before, and is once it tells', async () => {
    const { user, browserBegan } = await setUp('allowed-later');
    await user.click(await record());
    expect(await screen.findByText(text.recordedLater('news.example'))).toBeTruthy();
    expect(seen(accessText.answers['allowed-later'].next)).toBe(true);
    expect(seen(text.recorded('news.example'))).toBe(false);
    expect(screen.queryByRole('grid')).toBeNull();
    browserBegan('https://news.example');
    expect(await screen.findByText(text.recorded('news.example'))).toBeTruthy();
    expect(seen(accessText.answers['allowed-later'].next)).toBe(false);
    expect(await screen.findByRole('grid')).toBeTruthy();
  });

  it('is shown all the same where DevTools record it', async () => {
    const { user } = await setUp('allowed-later', NEWS, { isBeingRecorded: async () => true });
    await user.click(await record());
    await screen.findByText(text.recordedLater('news.example'));
    expect(await screen.findByRole('grid')).toBeTruthy();
  });
});

describe('a site of which nothing was recorded yet', () => {
  it('says how that begins, and sends nobody to DevTools', async () => {
    const { user } = await setUp('allowed', NEWS, {}, { verification: null });
    await user.click(await record());
    expect(await screen.findByText(text.noRecording)).toBeTruthy();
    expect(screen.queryByText(/Open DevTools/)).toBeNull();
  });
});

describe('a private window', () => {
  it('has nothing recorded, says so, and asks for nothing, also of a site that is recorded', async () => {
    const { calls, turnTo, user } = await setUp();
    await user.click(await record());
    await screen.findByRole('grid');
    turnTo({ ...NEWS, id: 9, isPrivate: true });
    expect(await screen.findByText(text.inPrivate)).toBeTruthy();
    expect(seen(text.inPrivateNext)).toBe(true);
    expect(seen(text.recorded('news.example'))).toBe(false);
    expect(screen.queryByRole('grid')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
    turnTo(NEWS);
    expect(await screen.findByText(text.recorded('news.example'))).toBeTruthy();
    expect(calls.filter(([what]) => what === 'turnOn')).toHaveLength(1);
  });
});

describe('whose recordings are shown', () => {
  it('is said as it changes, also that they are nobody’s', async () => {
    const whose = signal<SessionInfo | null | undefined>(undefined);
    await setUp('allowed', NEWS, {}, {}, whose);
    const shown = () => document.querySelector('footer')?.textContent;
    expect(shown()).toBe('');
    act(() => void (whose.value = infoOf()));
    expect(shown()).toBe(signInsText.recordings(whoseText(infoOf())));
    act(() => void (whose.value = null));
    expect(shown()).toBe(signInsText.recordingsOfNobody);
  });
});

describe('a page', () => {
  it.each<[string, WatchedTab | null]>([
    ['that is closed to extensions', { id: 7, site: null }],
    ['that is not there', null],
  ])('%s is said to be, and what to do', async (_, tab) => {
    await setUp('allowed', tab);
    expect(seen(text.closed)).toBe(true);
    expect(seen(text.closedNext)).toBe(true);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('of another tab is followed, and the one before let go of', async () => {
    const { calls, turnTo } = await setUp();
    turnTo(SHOP);
    await record('shop.example');
    expect(calls).toEqual([
      ['openTab', 7],
      ['close', 7],
      ['openTab', 8],
    ]);
  });

  it('that cannot be looked at is said to be', async () => {
    await setUp('allowed', NEWS, { tab: () => Promise.reject(new Error('no window')) });
    expect(screen.getByRole('alert').textContent).toContain('no window');
  });
});
