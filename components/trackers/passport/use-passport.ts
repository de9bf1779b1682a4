import { useEffect, useState } from 'preact/hooks';

import type { Failure } from '@/lib/core/base/errors';
import type { Tracker } from '@/lib/core/tracker/tracker';
import type { PassportEvent } from '@/lib/core/verification/passport/event';
import type { Reported } from '@/lib/core/verification/passport/reported';
import type { SeenFiring } from '@/lib/core/verification/passport/seen';

import type { PassportActions } from './passport-actions';

/** What is read of a passport. */
interface Read {
  readonly tracker: Tracker | null;
  readonly events: readonly PassportEvent[];
  readonly unreadable: number;
  /** Each with its verdict once it is judged. */
  readonly seen: readonly SeenFiring[];
  /** What kept reports counted of it; `null` until they are read, `failed` where they could not be. */
  readonly reported: readonly Reported[] | 'failed' | null;
  /** Recordings are still being judged. */
  readonly isJudging: boolean;
}

/** Reads a passport, and anew as something of it changes. Recordings are judged one after the other. */
export function usePassport(
  trackerId: number,
  actions: PassportActions,
  fail: (error: unknown) => Failure,
) {
  const [read, setRead] = useState<Read | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      const [tracker, events, found] = await Promise.all([
        actions.findTracker(trackerId),
        actions.readEvents(trackerId),
        actions.seenIn(trackerId),
      ]);
      if (!isCurrent) return;
      const { rows, unreadable } = events;
      setFailure(null);
      setRead((before) => {
        // What was judged before stays until it is judged anew: nothing flickers.
        const known = new Map(before?.seen.map((one) => [one.verificationId, one.verdict]));
        const seen = found.map((one) => ({
          ...one,
          verdict: known.get(one.verificationId) ?? null,
        }));
        const reported = before?.reported ?? null;
        return { tracker, events: rows, unreadable, seen, reported, isJudging: found.length > 0 };
      });
      void actions
        .reportedIn(trackerId)
        .catch(() => 'failed' as const)
        .then((reported) => isCurrent && setRead((now) => now && { ...now, reported }));
      for (const { verificationId } of found) {
        const verdict = await actions.judge(trackerId, verificationId).catch(() => null);
        if (!isCurrent) return;
        setRead(
          (now) =>
            now && {
              ...now,
              seen: now.seen.map((one) =>
                one.verificationId === verificationId ? { ...one, verdict } : one,
              ),
            },
        );
      }
      setRead((now) => now && { ...now, isJudging: false });
    };
    load().catch((error: unknown) => isCurrent && setFailure(fail(error)));
    const stop = actions.onChange(trackerId, () => setTurn((times) => times + 1));
    return () => {
      isCurrent = false;
      stop();
    };
  }, [trackerId, actions, turn]);
  return { read, failure };
}
