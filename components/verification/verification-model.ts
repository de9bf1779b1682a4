import { batch } from '@preact/signals';

import { createTurns } from '@/components/stores/turns';
import { AppError } from '@/lib/core/base/errors';
import type { PixelRequest } from '@/lib/core/recording/pixel-request';
import { exportCsv } from '@/lib/core/verification/export-csv';
import { exportJson } from '@/lib/core/verification/export-json';
import { mergeRequests } from '@/lib/core/recording/merge-requests';
import { type PageView, sortPageViews } from '@/lib/core/recording/page-views';
import type { RecorderMessage } from '@/lib/core/recording/recorder-message';
import type { Verification } from '@/lib/core/verification/verification';
import { findingSentence } from '@/lib/text/findings';
import { verificationText as text } from '@/lib/text/verification';

import { announceVerdicts } from './announce-verdicts';
import { learn } from './learn';
import { createRecordingState } from './recording-state';
import type { VerificationActions } from './verification-actions';

export type VerificationModel = ReturnType<typeof createVerificationModel>;

/** The panel's state and what changes it. Views read the signals; nothing here draws. */
export function createVerificationModel(actions: VerificationActions) {
  const state = createRecordingState(actions.tabId);
  const { attempt, phase, failure, saved, verification, pageViews, requests, trackers } = state;
  announceVerdicts(state);

  const takeTurn = createTurns();

  type Saved = readonly Verification[];
  /** Opens one of all that are saved, or none; what was asked for before is then forgotten. */
  const openOf = (choose: (all: Saved) => Verification | undefined) => {
    const isLast = takeTurn();
    return attempt.run(async () => {
      const all = await actions.listVerifications();
      if (!isLast()) return;
      saved.value = all;
      await open(choose(all) ?? null, isLast);
    }, isLast);
  };
  const start = () =>
    openOf((all) => {
      const wanted = actions.firstId ?? state.currentId.value;
      return all.find((item) => item.id === wanted) ?? all[0];
    });
  const choose = (id: string) => openOf((all) => all.find((item) => item.id === id));

  async function open(chosen: Verification | null, isLast: () => boolean): Promise<void> {
    // What the recorder tells from now on is merged with what is read from disk.
    inbox = [];
    batch(() => {
      phase.value = 'loading';
      verification.value = chosen;
      pageViews.value = [];
    });
    const kept = chosen ? await actions.load(chosen) : null;
    if (!isLast()) return;
    const added = inbox;
    inbox = [];
    batch(() => {
      verification.value = kept?.verification ?? chosen;
      pageViews.value = withPageViews(pageViews.value, kept?.pageViews ?? []);
      requests.value = mergeRequests(kept?.requests ?? [], added);
      state.selectedKey.value = null;
      state.scopeChoice.value = 'latest';
      failure.value = null;
    });
    await learnTrackers();
    if (!isLast()) return;
    phase.value = 'ready';
    takeInbox();
  }

  /** Looks up what is known: of the trackers seen and expected, the popup may have loaded more. */
  async function learnTrackers(): Promise<void> {
    const known = await learn(actions, state.expectedIds.value, requests.value);
    batch(() => {
      trackers.value = known.trackers.byId;
      state.trackersLoaded.value = known.trackers.loaded;
      state.servers.value = known.servers;
    });
  }

  // A burst of requests is judged together: the longer judging takes, the longer the next gathers.
  let inbox: PixelRequest[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  let pause = 0;
  function takeInbox(): void {
    timer = null;
    if (phase.value === 'loading' || inbox.length === 0) return;
    const startedAt = actions.now();
    const added = inbox;
    inbox = [];
    const known = new Set(requests.value.map(({ url }) => url.id));
    requests.value = mergeRequests(requests.value, added);
    pause = Math.min(1000, (actions.now() - startedAt) * 4);
    if (added.some(({ url }) => !known.has(url.id))) void attempt.run(learnTrackers);
  }

  /** Takes in what the recorder tells. */
  function hear(message: RecorderMessage): void {
    if (message.kind === 'started') {
      if (message.tabId === actions.tabId) void start();
      return;
    }
    if (message.verificationId !== verification.value?.id) return;
    if (message.kind === 'requests-added') {
      inbox.push(...message.requests);
      timer ??= setTimeout(takeInbox, pause);
    } else if (message.kind === 'page-viewed') {
      pageViews.value = withPageViews(pageViews.value, [message.pageView]);
    } else if (message.kind === 'write-failed') {
      attempt.fail(new AppError('storage-failed', { detail: message.detail }));
    }
  }

  const expect = (ids: readonly number[]) =>
    attempt.run(async () => {
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
    await attempt.run(async () => {
      if (state.live.value) await actions.checkAgain(current.id);
      takeInbox();
      await learnTrackers();
    });
    state.checking.value = false;
  }

  const clear = () =>
    attempt.run(async () => {
      const current = verification.value;
      if (!current) return;
      await actions.clear(current.id);
      inbox = [];
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
