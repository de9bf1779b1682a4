import { batch, signal } from '@preact/signals';

import { createAttempt } from '@/components/stores/attempt';
import { createTurns } from '@/components/stores/turns';
import { toStorageFailure } from '@/lib/core/base/errors';
import { readTrackerId } from '@/lib/core/pixel/tracker-id';
import { joinRequests } from '@/lib/core/recording/join-observations';
import type { PageView } from '@/lib/core/recording/page-views';
import type { RecorderMessage } from '@/lib/core/recording/recorder-message';
import { judgeRecording } from '@/lib/core/verification/judge-recording';
import type { Keeping } from '@/lib/core/verification/keeping';
import { verdictsToCount } from '@/lib/core/verification/matrix';
import type { TrackerVerdict } from '@/lib/core/verification/verdict';
import type { Verification } from '@/lib/core/verification/verification';
import type { Notice } from '@/lib/messaging/notices';

import { learn, NOTHING_KNOWN } from '@/lib/core/verification/learn';
import type { VerificationActions } from './verification-actions';
import { createVerificationModel } from './verification-model';

/** What a recording adds up to, in a line of the list. */
export interface RecordingSummary {
  /** The page that was visited last; `null` where none was. */
  readonly page: PageView | null;
  readonly pages: number;
  readonly requests: number;
  readonly verdicts: readonly TrackerVerdict[];
}

export type RecordingsModel = ReturnType<typeof createRecordingsModel>;

/** Milliseconds in which what the recorder tells is gathered before a line is judged anew. */
const GATHER_MS = 400;

/** Everything that was recorded, as a list, and the one that is open. */
export function createRecordingsModel(actions: VerificationActions) {
  const attempt = createAttempt(toStorageFailure);
  const { phase, failure } = attempt;
  const all = signal<readonly Verification[]>([]);
  /** By the verification's id; `unreadable` where it could not be read. */
  const summaries = signal<ReadonlyMap<string, RecordingSummary | 'unreadable'>>(new Map());
  /** How many more were recorded that cannot be read. */
  const unreadable = signal(0);
  const keeping = signal<Keeping | null>(null);
  const open = createVerificationModel(actions, 'none');
  const takeTurn = createTurns();
  /** The last reading of the list; what is judged anew meanwhile waits for it. */
  let reading: Promise<unknown> = Promise.resolve();

  /** Reads the list, then judges one recording after the other. */
  function load(): Promise<void> {
    const isLast = takeTurn();
    return attempt.run(async () => {
      const listing = actions.listVerifications();
      reading = listing.catch(() => {});
      const [found, limits] = await Promise.all([listing, actions.keeping()]);
      if (!isLast()) return;
      batch(() => {
        all.value = found.rows;
        keeping.value = limits;
        unreadable.value = found.unreadable;
        failure.value = null;
        phase.value = 'ready';
      });
      for (const verification of found.rows) {
        await summarize(verification);
        if (!isLast()) return;
      }
    }, isLast);
  }

  async function summarize(verification: Verification): Promise<void> {
    const summary = await readSummary(verification).catch(() => 'unreadable' as const);
    summaries.value = new Map(summaries.value).set(verification.id, summary);
  }

  async function readSummary(listed: Verification): Promise<RecordingSummary> {
    const { verification, pageViews, ...kept } = await actions.load(listed);
    const requests = joinRequests(kept.requests);
    const recording = { verification: verification ?? listed, pageViews, requests };
    const seen = requests.flatMap(({ url }) => readTrackerId(url.id) ?? []);
    const learnt = await learn(actions, [...recording.verification.expectedIds, ...seen]);
    const verdicts = verdictsToCount(judgeRecording(recording, learnt(NOTHING_KNOWN)));
    const page = pageViews.at(-1) ?? null;
    return { page, pages: pageViews.length, requests: requests.length, verdicts };
  }

  const changed = new Set<string>();
  /** Takes in what a recorder tells, here and in the recording that is open. */
  function hear(message: RecorderMessage): void {
    open.hear(message);
    judgeAnew([message.verificationId]);
  }

  /** Takes in what was changed in another window or by the background, here and in the one that is open. */
  function hearNotice(notice: Notice): void {
    open.hearNotice(notice);
    if (notice.kind !== 'changed' || phase.value !== 'ready') return;
    const { change } = notice;
    if (change.what === 'verifications' && change.ids !== null) judgeAnew(change.ids);
    else if (change.what === 'verifications' || change.what === 'account') void load();
    else if (change.what === 'trackers') {
      const isChanged = (id: number) => change.ids?.includes(id) ?? true;
      judgeAnew(
        all.value.filter(({ expectedIds }) => expectedIds.some(isChanged)).map(({ id }) => id),
      );
    }
  }

  function judgeAnew(ids: readonly string[]): void {
    if (ids.length === 0) return;
    if (changed.size === 0) setTimeout(() => void attempt.run(judgeChanged), GATHER_MS);
    for (const id of ids) changed.add(id);
  }

  async function judgeChanged(): Promise<void> {
    await reading;
    const ids = [...changed];
    changed.clear();
    const found = await actions.findVerifications(ids);
    const others = all.value.filter(({ id }) => !ids.includes(id));
    all.value = [...others, ...found].toSorted((a, b) => b.startedAt - a.startedAt);
    for (const verification of found) await summarize(verification);
  }

  /** Deletes a recording for good; gives whether it is gone. */
  async function remove(id: string): Promise<boolean> {
    attempt.begin();
    await attempt.run(async () => {
      await actions.remove(id);
      all.value = all.value.filter((verification) => verification.id !== id);
    });
    return failure.value === null;
  }

  const acts = { open, load, remove, hear, hearNotice };
  return { phase, failure, all, unreadable, keeping, summaries, ...acts };
}
