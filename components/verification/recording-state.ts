import { batch, computed, signal } from '@preact/signals';

import { createAttempt } from '@/components/stores/attempt';
import { toStorageFailure } from '@/lib/core/base/errors';
import type { PixelRequest } from '@/lib/core/recording/pixel-request';
import { followKey } from '@/lib/core/recording/follow-key';
import { createJoining } from '@/lib/core/recording/join-observations';
import { createChecking } from '@/lib/core/verification/checking';
import { timesOf } from '@/lib/core/verification/expectation';
import { conclude } from '@/lib/core/verification/judge-recording';
import type { PageView } from '@/lib/core/recording/page-views';
import { VERDICTS } from '@/lib/core/verification/verdict';
import { unheardIn } from '@/lib/core/verification/unheard';
import type { Verification } from '@/lib/core/verification/verification';
import { verificationText as text } from '@/lib/text/verification/verification';

import { NOTHING_KNOWN } from '@/lib/core/verification/learn';

import { type OnlyOf, onlyThese } from './only-of';
import { createFocusWays } from './requests/focus-ways';
import { createFrames } from './requests/frames';
import { createListState } from './requests/list-state';
import { createSinceBaseline } from './since-baseline-state';

export type RecordingState = ReturnType<typeof createRecordingState>;

/** What the panel shows: what was read, what was chosen, and what follows from both. */
export function createRecordingState(tabId: number | null) {
  const attempt = createAttempt(toStorageFailure);
  /** What is `said` is announced to a person who does not see the screen. */
  const { phase, failure, said } = attempt;
  const saved = signal<readonly Verification[]>([]);
  /** What is there and cannot be read: whole recordings, and of the one that is shown. */
  const unreadable = signal({ recordings: 0, requests: 0 });
  const verification = signal<Verification | null>(null);
  const pageViews = signal<readonly PageView[]>([]);
  const known = signal(NOTHING_KNOWN);
  /** The page views verdicts are about: `latest`, `all`, or the id of one. */
  const scopeChoice = signal('latest');
  /** The expected trackers are shown on each page, and not as a list. */
  const byPage = signal(false);
  /** The one tracker on one page view whose requests are listed; `null` for all. */
  const only = signal<OnlyOf | null>(null);
  const selectedKey = signal<string | null>(null);
  const checking = signal(false);
  const lookingUp = signal(false);

  const currentId = computed(() =>
    tabId === null ? null : (saved.value.find((item) => item.tabId === tabId)?.id ?? null),
  );
  const live = computed(
    () =>
      currentId.value !== null &&
      verification.value?.id === currentId.value &&
      verification.value.stoppedAt === undefined,
  );
  const frames = createFrames();
  let joining = createJoining();
  let judging = createChecking();
  /** How often requests were taken: they are too many to be listed anew each time. */
  const taken = signal(0);
  /** Takes requests that are new, or of which more is known. */
  const take = (requests: readonly PixelRequest[]) => {
    const change = joining.take(requests);
    judging.change(change);
    frames.note(requests);
    batch(() => {
      selectedKey.value = followKey(selectedKey.value, change);
      taken.value += 1;
    });
  };
  /** Begins anew with these requests. */
  const beginWith = (requests: readonly PixelRequest[]) => {
    joining = createJoining();
    judging = createChecking();
    frames.clear();
    take(requests);
    list.renew();
  };
  const requestNotes = computed(
    () => new Map((verification.value?.notedRequests ?? []).map(({ key, note }) => [key, note])),
  );
  const times = computed(() => timesOf(verification.value ?? { expectedIds: [] }));
  const unheard = computed(() => unheardIn(verification.value ?? {}));
  const checked = computed(() => {
    void taken.value;
    judging.view(pageViews.value);
    judging.know(known.value);
    judging.expect(times.value);
    judging.unheard(unheard.value);
    return judging.checked();
  });
  /** `null` while there is no verification. */
  const judged = computed(
    () =>
      verification.value &&
      conclude(
        {
          verification: verification.value,
          pageViews: pageViews.value,
          unreadable: unreadable.value.requests,
        },
        checked.value,
        known.value.trackers,
        scopeChoice.value,
      ),
  );
  const expectedIds = computed(() => verification.value?.expectedIds ?? []);
  /** In the order of their verdicts, else in that in which they were expected. */
  const verdicts = computed(() =>
    (judged.value?.verdicts ?? []).toSorted(
      (a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict),
    ),
  );
  const sinceBaseline = createSinceBaseline(judged);
  const list = createListState(
    checked,
    computed(() => onlyThese(sinceBaseline.changedIds.value, only.value)),
  );
  // Where it was found last: it is asked for again with each request that comes.
  let selectedAt = -1;
  const selected = computed(() => {
    const key = selectedKey.value;
    const { rows } = checked.value;
    if (key === null) return null;
    if (rows[selectedAt]?.request.key !== key) {
      selectedAt = rows.findIndex((row) => row.request.key === key);
    }
    return rows[selectedAt] ?? null;
  });
  const seenIds = computed(() => judged.value?.unexpectedIds ?? []);

  /** The trackers seen or expected that are neither known here nor known to be absent. */
  const unknownIds = computed(() => {
    const { byId, absent } = known.value.trackers;
    const all = new Set([...expectedIds.value, ...checked.value.seenIds()]);
    return [...all].filter((id) => !byId.has(id) && absent?.has(id) !== true);
  });

  const showAll = () => {
    list.showAll();
    sinceBaseline.showsEverything.value = true;
    only.value = null;
  };

  return {
    attempt,
    phase,
    failure,
    saved,
    unreadable,
    verification,
    pageViews,
    take,
    beginWith,
    /** All requests, as they were told. */
    requests: () => judging.requests(),
    known,
    judged,
    scopeChoice,
    ...list,
    only,
    showAll,
    /** The frames that asked for something, as they are chosen. */
    frames: frames.all,
    ...createFocusWays(selectedKey),
    byPage,
    selectedKey,
    checking,
    lookingUp,
    unknownIds,
    said,
    currentId,
    live,
    checked,
    requestNotes,
    sinceBaseline,
    expectedIds,
    verdicts,
    selected,
    seenIds,
    nameOf: (id: number) => known.value.trackers.byId.get(id)?.name ?? text.trackerId(id),
  };
}
