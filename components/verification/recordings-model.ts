import { batch, signal } from '@preact/signals';

import { createAttempt } from '@/components/stores/attempt';
import { createTurns } from '@/components/stores/turns';
import { toStorageFailure } from '@/lib/core/base/errors';
import type { RecorderMessage } from '@/lib/core/recording/recorder-message';
import { judgeRecording } from '@/lib/core/verification/judge-recording';
import type { TrackerVerdict } from '@/lib/core/verification/verdict';
import type { Verification } from '@/lib/core/verification/verification';

import { learn } from './learn';
import type { VerificationActions } from './verification-actions';
import { createVerificationModel } from './verification-model';

/** What a recording adds up to, in a line of the list. */
export interface RecordingSummary {
  /** The page that was visited last; `null` where none was. */
  readonly url: string | null;
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
  const open = createVerificationModel(actions);
  const takeTurn = createTurns();

  /** Reads the list, then judges one recording after the other. */
  function load(): Promise<void> {
    const isLast = takeTurn();
    return attempt.run(async () => {
      const found = await actions.listVerifications();
      if (!isLast()) return;
      batch(() => {
        all.value = found;
        failure.value = null;
        phase.value = 'ready';
      });
      for (const verification of found) {
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
    const { verification, pageViews, requests } = await actions.load(listed);
    const recording = { verification: verification ?? listed, pageViews, requests };
    const known = await learn(actions, recording.verification.expectedIds, requests);
    const { verdicts } = judgeRecording(recording, known);
    const url = pageViews.at(-1)?.url ?? null;
    return { url, pages: pageViews.length, requests: requests.length, verdicts };
  }

  const changed = new Set<string>();
  /** Takes in what a recorder tells, here and in the recording that is open. */
  function hear(message: RecorderMessage): void {
    open.hear(message);
    if (message.kind === 'started') return void load();
    if (changed.size === 0) setTimeout(() => void judgeChanged(), GATHER_MS);
    changed.add(message.verificationId);
  }

  async function judgeChanged(): Promise<void> {
    const ids = [...changed];
    changed.clear();
    for (const verification of all.value) {
      if (ids.includes(verification.id)) await summarize(verification);
    }
  }

  return { phase, failure, all, summaries, open, load, hear };
}
