import { batch } from '@preact/signals';

import type { Change } from '@/lib/core/base/change';
import { AppError, toStorageFailure } from '@/lib/core/base/errors';
import type { PixelRequest } from '@/lib/core/recording/pixel-request';
import { readTrackerId } from '@/lib/core/pixel/tracker-id';
import { exportCsv } from '@/lib/core/verification/export-csv';
import { exportJson } from '@/lib/core/verification/export-json';
import { createJoining } from '@/lib/core/recording/join-observations';
import { type PageView, sortPageViews } from '@/lib/core/recording/page-views';
import type { RecorderMessage } from '@/lib/core/recording/recorder-message';
import type { Verification } from '@/lib/core/verification/verification';
import type { Notice } from '@/lib/messaging/notices';
import { findingSentence } from '@/lib/text/findings';
import { verificationText as text } from '@/lib/text/verification';

import { announceVerdicts } from './announce-verdicts';
import { createRecordingState } from './recording-state';
import type { VerificationActions } from './verification-actions';

export type VerificationModel = ReturnType<typeof createVerificationModel>;

/** The panel's state and what changes it. Views read the signals; nothing here draws. */
export function createVerificationModel(actions: VerificationActions) {
  const state = createRecordingState(actions.tabId);
  const { phase, failure, saved, verification, pageViews, requests, trackers } = state;
  announceVerdicts(state);

  function fail(error: unknown): void {
    failure.value = toStorageFailure(error);
  }

  /** Does something that may fail; the failure is shown. */
  async function attempt(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      fail(error);
      if (phase.value === 'loading') phase.value = 'failed';
    }
  }

  const start = () =>
    attempt(async () => {
      const list = await actions.listVerifications();
      saved.value = list.rows;
      state.unreadable.value = { ...state.unreadable.value, recordings: list.unreadable };
      const wanted = actions.firstId ?? state.currentId.value;
      await open(saved.value.find((item) => item.id === wanted) ?? saved.value[0] ?? null);
    });

  const choose = (id: string) =>
    attempt(() => open(saved.value.find((item) => item.id === id) ?? null));

  async function open(chosen: Verification | null): Promise<void> {
    // What the recorder tells from now on is joined with what is read from disk.
    inbox = [];
    batch(() => {
      phase.value = 'loading';
      verification.value = chosen;
      pageViews.value = [];
    });
    const kept = chosen ? await actions.load(chosen) : null;
    if (verification.value?.id !== chosen?.id) return;
    joining = createJoining();
    joining.take([...(kept?.requests ?? []), ...inbox]);
    inbox = [];
    batch(() => {
      verification.value = kept?.verification ?? chosen;
      pageViews.value = withPageViews(pageViews.value, kept?.pageViews ?? []);
      requests.value = joining.requests();
      state.unreadable.value = {
        ...state.unreadable.value,
        requests: kept?.unreadable ?? 0,
      };
      state.selectedKey.value = null;
      state.scopeChoice.value = 'latest';
      failure.value = null;
    });
    await learnTrackers();
    phase.value = 'ready';
    takeInbox();
  }

  /** Looks up what is known: trackers seen and expected, of which the popup may have loaded more, and ad servers. */
  async function learnTrackers(): Promise<void> {
    const seen = requests.value.flatMap(({ url }) => readTrackerId(url.id) ?? []);
    const ids = new Set([...state.expectedIds.value, ...seen]);
    const [found, loaded, servers] = await Promise.all([
      actions.findTrackers([...ids]),
      actions.hasTrackers(),
      actions.adServers(),
    ]);
    batch(() => {
      trackers.value = new Map(found.map((tracker) => [tracker.id, tracker]));
      state.trackersLoaded.value = loaded;
      state.servers.value = servers;
    });
  }

  // A burst of requests is judged together: the longer judging takes, the longer the next gathers.
  let inbox: PixelRequest[] = [];
  let joining = createJoining();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let pause = 0;
  function takeInbox(): void {
    timer = null;
    if (phase.value === 'loading' || inbox.length === 0) return;
    const startedAt = actions.now();
    const added = inbox;
    inbox = [];
    const known = new Set(requests.value.map(({ url }) => url.id));
    joining.take(added);
    requests.value = joining.requests();
    pause = Math.min(1000, (actions.now() - startedAt) * 4);
    if (added.some(({ url }) => !known.has(url.id))) void attempt(learnTrackers);
  }

  /** Takes in what the recorder tells. */
  function hear(message: RecorderMessage): void {
    if (message.kind === 'started') {
      if (message.tabId === actions.tabId) void start();
      return;
    }
    if (message.verificationId !== verification.value?.id) return;
    if (message.kind === 'requests-changed') {
      inbox.push(...message.requests);
      timer ??= setTimeout(takeInbox, pause);
    } else if (message.kind === 'page-viewed') {
      pageViews.value = withPageViews(pageViews.value, [message.pageView]);
    } else if (message.kind === 'write-failed') {
      fail(new AppError('storage-failed', { detail: message.detail }));
    }
  }

  /** Patches what was changed in another window or by the background. */
  function hearNotice(notice: Notice): void {
    if (notice.kind === 'changed' && phase.value !== 'failed') {
      void attempt(() => hearChange(notice.change));
    }
  }

  async function hearChange(change: Change): Promise<void> {
    if (change.what === 'verifications') await verificationsChanged(change.ids);
    else if (change.what === 'account') {
      // Each sees their own, and what is nobody's.
      await verificationsChanged(null);
      await learnTrackers();
    } else if (change.what === 'trackers') {
      const shown = new Set([...state.expectedIds.value, ...state.seenIds.value]);
      const isShown = change.ids?.some((id) => shown.has(id)) ?? true;
      if (isShown || !state.trackersLoaded.value) await learnTrackers();
    }
  }

  async function verificationsChanged(ids: readonly string[] | null): Promise<void> {
    const found =
      ids === null
        ? (await actions.listVerifications()).rows
        : await actions.findVerifications(ids);
    const isChanged = (id: string) => ids?.includes(id) ?? true;
    const others = saved.value.filter(({ id }) => !isChanged(id));
    saved.value = [...others, ...found].toSorted((a, b) => b.startedAt - a.startedAt);
    const shown = verification.value;
    if (phase.value === 'loading' || saving > 0 || !shown || !isChanged(shown.id)) return;
    const now = found.find(({ id }) => id === shown.id);
    if (!now) return open(saved.value[0] ?? null);
    const isOther = String(now.expectedIds) !== String(shown.expectedIds);
    const clearedAt = now.clearedAt ?? -Infinity;
    batch(() => {
      verification.value = now;
      if (clearedAt > (shown.clearedAt ?? -Infinity)) {
        requests.value = requests.value.filter(({ startedAt }) => startedAt >= clearedAt);
      }
    });
    if (isOther) await learnTrackers();
  }

  /** What is being written here is newer than what is read meanwhile. */
  let saving = 0;
  const expect = (ids: readonly number[]) =>
    attempt(async () => {
      const current = verification.value;
      if (!current) return;
      verification.value = { ...current, expectedIds: [...ids] };
      saving += 1;
      await actions.saveExpected(current.id, ids).finally(() => (saving -= 1));
      await learnTrackers();
    });

  async function checkAgain(): Promise<void> {
    const current = verification.value;
    if (!current) return;
    state.checking.value = true;
    await attempt(async () => {
      if (state.live.value) await actions.checkAgain(current.id);
      takeInbox();
      await learnTrackers();
    });
    state.checking.value = false;
  }

  const clear = () =>
    attempt(async () => {
      const current = verification.value;
      if (!current) return;
      await actions.clear(current.id);
      inbox = [];
      joining = createJoining();
      batch(() => {
        requests.value = [];
        state.selectedKey.value = null;
      });
    });

  async function exportAs(kind: 'json' | 'csv'): Promise<void> {
    await checkAgain();
    const recording = state.judged.value;
    if (!recording) return;
    const content =
      kind === 'json'
        ? exportJson(recording, findingSentence, actions.now())
        : exportCsv(recording, findingSentence);
    const name = actions.saveFile(kind, content, recording.verification.startedAt);
    state.said.value = text.exported(name);
  }

  return {
    actions,
    ...state,
    start,
    choose,
    hear,
    hearNotice,
    expect,
    checkAgain,
    clear,
    exportAs,
  };
}

function withPageViews(
  before: readonly PageView[],
  added: readonly PageView[],
): readonly PageView[] {
  const byId = new Map([...before, ...added].map((pageView) => [pageView.id, pageView]));
  return sortPageViews([...byId.values()]);
}
