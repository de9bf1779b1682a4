import { batch } from '@preact/signals';

import { AppError, toStorageFailure } from '@/lib/core/base/errors';
import type { PixelRequest } from '@/lib/core/recording/pixel-request';
import { readTrackerId } from '@/lib/core/pixel/tracker-id';
import { exportCsv } from '@/lib/core/verification/export-csv';
import { exportJson } from '@/lib/core/verification/export-json';
import { createJoining } from '@/lib/core/recording/join-observations';
import { type PageView, sortPageViews } from '@/lib/core/recording/page-views';
import type { RecorderMessage } from '@/lib/core/recording/recorder-message';
import type { Verification } from '@/lib/core/verification/verification';
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
      saved.value = await actions.listVerifications();
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

  const expect = (ids: readonly number[]) =>
    attempt(async () => {
      const current = verification.value;
      if (!current) return;
      verification.value = { ...current, expectedIds: [...ids] };
      await actions.saveExpected(current.id, ids);
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

  return { actions, ...state, start, choose, hear, expect, checkAgain, clear, exportAs };
}

function withPageViews(
  before: readonly PageView[],
  added: readonly PageView[],
): readonly PageView[] {
  const byId = new Map([...before, ...added].map((pageView) => [pageView.id, pageView]));
  return sortPageViews([...byId.values()]);
}
