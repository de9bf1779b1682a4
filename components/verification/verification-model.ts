import { batch, signal } from '@preact/signals';

import { createTurns } from '@/components/stores/turns';
import { appendAll } from '@/lib/core/base/long-lists';
import type { Change } from '@/lib/core/base/change';
import { AppError } from '@/lib/core/base/errors';
import type { PixelRequest } from '@/lib/core/recording/pixel-request';
import { exportHar } from '@/lib/core/verification/export-har';
import { exportJson } from '@/lib/core/verification/export-json';
import { readTrackerId } from '@/lib/core/pixel/tracker-id';
import { type PageView, sortPageViews } from '@/lib/core/recording/page-views';
import type { RecorderMessage } from '@/lib/core/recording/recorder-message';
import { expectingAlso } from '@/lib/core/verification/described';
import type { Verification } from '@/lib/core/verification/verification';
import type { Notice } from '@/lib/messaging/notices';
import { say } from '@/lib/text/findings';
import { verificationText as text } from '@/lib/text/verification/verification';

import { announceVerdicts } from './announce-verdicts';
import { learn as findKnown, withAbsent, withoutAbsent } from '@/lib/core/verification/learn';
import { createAddModel } from './add-model';
import { type ExportKind, exportRecording } from './export-recording';
import { createPageModel } from './page-model';
import { createPicturesModel } from './pictures-model';
import { createRecordingState } from './recording-state';
import { createRehearsalModel } from './rehearsal-model';
import { announceFindings } from './requests/announce-findings';
import { createLayoutChanger } from '@/components/stores/keep-layout';
import { createRunModel } from './run-model';
import type { SavedProof, VerificationActions } from './verification-actions';

export type VerificationModel = ReturnType<typeof createVerificationModel>;

/**
 * The state of one recording and what changes it. Views read the signals; nothing here draws. Once the
 * recording that is shown is gone, the newest is shown, or none.
 */
export function createVerificationModel(
  actions: VerificationActions,
  whenGone: 'newest' | 'none' = 'newest',
) {
  const state = createRecordingState(actions.tabId);
  const { attempt, phase, failure, saved, verification, pageViews, known } = state;
  announceVerdicts(state);
  announceFindings(state);
  const changeLayout = createLayoutChanger(state.layout, actions.list);

  /** The last proof that was exported, until it is put away. */
  const proof = signal<SavedProof | null>(null);
  /** Whether a proof takes in what kept reports counted. */
  const withCounted = signal(true);

  const takeTurn = createTurns();
  /** The last opening of a recording; what is changed meanwhile waits for it. */
  let opening: Promise<void> = Promise.resolve();

  type Saved = readonly Verification[];
  /** Opens one of all that are saved, or none; what was asked for before is then forgotten. */
  const openOf = (choose: (all: Saved) => Verification | undefined) => {
    const isLast = takeTurn();
    opening = attempt.run(async () => {
      const all = await actions.listVerifications();
      if (!isLast()) return;
      saved.value = all.rows;
      state.unreadable.value = { ...state.unreadable.value, recordings: all.unreadable };
      await open(choose(all.rows) ?? null, isLast);
    }, isLast);
    return opening;
  };
  const start = () =>
    openOf((all) => {
      const wanted = actions.firstId ?? state.currentId.value;
      const first = whenGone === 'newest' ? all[0] : undefined;
      return all.find((item) => item.id === wanted) ?? first;
    });
  const choose = (id: string) => openOf((all) => all.find((item) => item.id === id));

  async function open(chosen: Verification | null, isLast: () => boolean): Promise<void> {
    // What the recorder tells from now on is joined with what is read from disk.
    inbox = [];
    const isOther = chosen?.id !== verification.value?.id;
    if (isOther) add.leave();
    batch(() => {
      phase.value = 'loading';
      verification.value = chosen;
      pageViews.value = [];
    });
    const kept = chosen ? await actions.load(chosen) : null;
    if (!isLast()) return;
    batch(() => {
      state.beginWith([...(kept?.requests ?? []), ...inbox]);
      inbox = [];
      verification.value = kept?.verification ?? chosen;
      pageViews.value = withPageViews(pageViews.value, kept?.pageViews ?? []);
      state.unreadable.value = {
        ...state.unreadable.value,
        requests: kept?.unreadable ?? 0,
      };
      state.selectedKey.value = null;
      state.goOn();
      state.only.value = null;
      // Its pages are its own.
      if (isOther) state.filters.value = { ...state.filters.value, viewId: null };
      state.scopeChoice.value = verification.value?.visited ? 'all' : 'latest';
      state.sinceBaseline.showsEverything.value = false;
      failure.value = null;
    });
    await learnTrackers();
    if (!isLast()) return;
    phase.value = 'ready';
    takeInbox();
  }

  /** Which trackers were looked up. */
  const learnt = new Set<number>();
  /** Looks up what is known: of the trackers seen and expected, the popup may have loaded more. */
  async function learnTrackers(
    ids: Iterable<number> = [...state.expectedIds.value, ...state.checked.value.seenIds()],
  ): Promise<void> {
    const asked = [...ids];
    for (const id of asked) learnt.add(id);
    const learn = await findKnown(actions, asked);
    known.value = learn(known.value);
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
    state.take(added);
    pause = Math.min(1000, (actions.now() - startedAt) * 4);
    const ids = added.flatMap(({ url }) => readTrackerId(url.id) ?? []);
    const unlearnt = ids.filter((id) => !learnt.has(id));
    if (unlearnt.length > 0) void attempt.run(() => learnTrackers(unlearnt));
  }

  /** Takes in what the recorder tells. */
  function hear(message: RecorderMessage): void {
    if (message.kind === 'started') {
      if (message.tabId === actions.tabId) void start();
      return;
    }
    if (message.verificationId !== verification.value?.id) return;
    if (message.kind === 'requests-changed') {
      appendAll(inbox, message.requests);
      timer ??= setTimeout(takeInbox, pause);
    } else if (message.kind === 'page-viewed') {
      pageViews.value = withPageViews(pageViews.value, [message.pageView]);
    } else if (message.kind === 'write-failed') {
      attempt.fail(new AppError('storage-failed', { detail: message.detail }));
    }
  }

  /** Patches what was changed in another window or by the background. */
  function hearNotice(notice: Notice): void {
    if (notice.kind === 'changed' && phase.value !== 'failed') {
      void attempt.run(() => hearChange(notice.change));
    }
  }

  async function hearChange(change: Change): Promise<void> {
    if (change.what === 'verifications') await verificationsChanged(change.ids);
    else if (change.what === 'account') {
      // Each sees their own, and what is nobody's.
      known.value = withoutAbsent(known.value);
      await verificationsChanged(null);
      await learnTrackers();
    } else if (change.what === 'trackers') {
      const shown = new Set([...state.expectedIds.value, ...state.seenIds.value]);
      const isShown = change.ids?.some((id) => shown.has(id)) ?? true;
      if (isShown || !known.value.trackers.loaded) await learnTrackers();
    }
  }

  async function verificationsChanged(ids: readonly string[] | null): Promise<void> {
    await opening;
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
    if (!now) {
      const next = whenGone === 'newest' ? saved.value[0] : null;
      const isLast = takeTurn();
      opening = attempt.run(() => open(next ?? null, isLast), isLast);
      return opening;
    }
    const isOther = String(now.expectedIds) !== String(shown.expectedIds);
    const clearedAt = now.clearedAt ?? -Infinity;
    batch(() => {
      verification.value = now;
      if (clearedAt > (shown.clearedAt ?? -Infinity)) {
        state.beginWith(state.requests().filter(({ startedAt }) => startedAt >= clearedAt));
      }
    });
    if (isOther) await learnTrackers();
  }

  /** What is being written here is newer than what is read meanwhile. */
  let saving = 0;
  const expect = (ids: readonly number[]) =>
    attempt.run(async () => {
      const current = verification.value;
      if (!current) return;
      verification.value = { ...current, expectedIds: [...ids] };
      saving += 1;
      await actions.saveExpected(current.id, ids).finally(() => (saving -= 1));
      await learnTrackers();
    });

  const change = (make: (verification: Verification) => Verification) =>
    attempt.run(async () => {
      const current = verification.value;
      if (!current) return;
      verification.value = make(current);
      saving += 1;
      await actions.change(current.id, make).finally(() => (saving -= 1));
    });
  /** Expects more trackers; gives how many of them were not expected before. */
  async function expectAlso(ids: readonly number[]): Promise<number> {
    const before = state.expectedIds.value.length;
    await change((one) => expectingAlso(one, ids));
    const added = state.expectedIds.value.length - before;
    await attempt.run(() => learnTrackers());
    return added;
  }
  const run = createRunModel(state, actions, { change });
  const add = createAddModel(actions, expectAlso);

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

  const pictures = createPicturesModel(state, actions.pictures);
  const page = createPageModel(state, actions, { checkAgain, learn: learnTrackers });

  const clear = () =>
    attempt.run(async () => {
      const current = verification.value;
      if (!current) return;
      await actions.clear(current.id);
      inbox = [];
      batch(() => {
        state.beginWith([]);
        state.selectedKey.value = null;
      });
    });

  /** Asks Monetize for the trackers of which nothing is known here. */
  async function lookUp(): Promise<void> {
    const ids = state.unknownIds.value;
    failure.value = null;
    await attempt.run(async () => {
      state.lookingUp.value = true;
      const { found, absent } = await actions.lookUpTrackers(ids);
      known.value = withAbsent(known.value, absent);
      await learnTrackers(ids);
      state.said.value = text.lookedUp(found, absent.length);
    });
    state.lookingUp.value = false;
  }

  async function exportAs(kind: ExportKind): Promise<void> {
    await checkAgain();
    const recording = state.judged.value;
    if (!recording) return;
    await attempt.run(async () => {
      const name = await exportRecording(kind, recording, page.judged.value, actions);
      state.said.value = text.exported(name);
    });
  }

  async function exportProof(): Promise<void> {
    await checkAgain();
    const recording = state.judged.value;
    if (!recording) return;
    await attempt.run(async () => {
      const { told, images } = await pictures.forProof(recording);
      const results = exportJson(recording, say, actions.now(), page.judged.value, told);
      const counted = withCounted.value ? ((await actions.countedFor?.(recording)) ?? null) : null;
      const har = exportHar(recording);
      const parts = { results, har, pictures: images, ...(counted && { counted: counted.text }) };
      const { startedAt, name } = recording.verification;
      proof.value = { ...(await actions.saveProof(parts, startedAt, name)), counted };
      state.said.value = text.exported(proof.value.name);
    });
  }

  return {
    actions,
    ...state,
    changeLayout,
    proof,
    withCounted,
    page,
    pictures,
    run,
    add,
    rehearsal: createRehearsalModel(actions.rehearsal ?? null, state),
    start,
    choose,
    hear,
    hearNotice,
    expect,
    checkAgain,
    clear,
    lookUp,
    exportAs,
    exportProof,
  };
}

function withPageViews(
  before: readonly PageView[],
  added: readonly PageView[],
): readonly PageView[] {
  const byId = new Map([...before, ...added].map((pageView) => [pageView.id, pageView]));
  return sortPageViews([...byId.values()]);
}
