import { createJoining, type JoinChange } from '../../core/recording/join-observations';
import type { Observation } from '../../core/recording/observation';
import { LEAST_REQUESTS } from '../../core/verification/keeping';
import { MOST_COUNTED, type NotKept } from '../../core/verification/not-kept';

/** How large a recording may become, and how it is kept that one is full. */
export interface RoomParts {
  /** The most requests of one recording. */
  readonly most: () => Promise<number>;
  /** How many a recording has. */
  readonly kept: (verificationId: string) => Promise<number>;
  readonly tell: (verificationId: string, notKept: NotKept) => Promise<void>;
}

export type Room = ReturnType<typeof createRoom>;

/**
 * The room of one recording. Once it has as many requests as are kept, what begins later is counted and not kept; what
 * began before may still be answered, and is told late by some sources: it is kept as ever.
 */
export function createRoom(parts: RoomParts | undefined) {
  /** Of what is kept since this recorder began, and how many there were before at most. */
  let keys = new Set<string>();
  let before = 0;
  let since = Infinity;
  let beyond = createJoining();
  let beyondKeys = new Set<string>();
  let countedBefore = 0;
  /** What began earlier has been counted by the recorder before. */
  let countsFrom = -Infinity;
  let isUntold = false;
  /** Which time it began: what was waited for since the time before says nothing of this one. */
  let time = 0;

  const count = () => countedBefore + beyondKeys.size;

  function begin(): void {
    time += 1;
    keys = new Set();
    before = 0;
    since = Infinity;
    beyond = createJoining();
    beyondKeys = new Set();
    countedBefore = 0;
    countsFrom = -Infinity;
    isUntold = false;
  }

  function notice(observations: readonly Observation[]): void {
    const fresh = observations.filter(({ startedAt }) => startedAt >= countsFrom);
    if (fresh.length === 0 || count() >= MOST_COUNTED) return;
    const counted = count();
    const { changed, gone } = beyond.observe(fresh);
    for (const { key } of changed) beyondKeys.add(key);
    for (const key of gone) beyondKeys.delete(key);
    if (count() === counted) return;
    isUntold = true;
    // They are remembered to be told from what comes; nothing more is counted.
    if (count() >= MOST_COUNTED) beyond = createJoining();
  }

  return {
    begin,

    /** Goes on with a recording that is there; `now` in milliseconds since 1970. */
    async goOn(id: string, notKept: NotKept | undefined, now: number): Promise<void> {
      begin();
      const mine = time;
      const kept = (await parts?.kept(id)) ?? 0;
      if (mine !== time) return;
      before = kept;
      if (notKept === undefined) return;
      since = notKept.since;
      countedBefore = notKept.count;
      countsFrom = now;
    },

    /** What of this is to be kept; the rest is counted. */
    within(observations: readonly Observation[]): readonly Observation[] {
      if (since === Infinity) return observations;
      notice(observations.filter(({ startedAt }) => startedAt > since));
      return observations.filter(({ startedAt }) => startedAt <= since);
    },

    /** Takes in what was kept; where that fills it, nothing that begins after `now` is kept. Says whether it is full from now on. */
    async wrote(id: string, { changed, gone }: JoinChange, now: () => number): Promise<boolean> {
      if (!parts) return false;
      for (const key of gone) keys.delete(key);
      for (const { key } of changed) keys.add(key);
      if (since < Infinity || before + keys.size < LEAST_REQUESTS) return false;
      const mine = time;
      const most = await parts.most();
      if (mine !== time || before + keys.size < most) return false;
      // What was kept before and told again was counted twice.
      const kept = await parts.kept(id);
      // It was cleared as it was counted.
      if (mine !== time) return false;
      before = kept - keys.size;
      if (kept < most) return false;
      since = now();
      isUntold = true;
      return true;
    },

    /** Whether there is something to be told that was not. */
    isUntold: () => isUntold,

    /** Keeps what is not kept, where that is not known. */
    async tell(id: string): Promise<void> {
      if (!isUntold || !parts) return;
      isUntold = false;
      const mine = time;
      await parts.tell(id, { since, count: Math.min(count(), MOST_COUNTED) }).catch((error) => {
        if (mine === time) isUntold = true;
        throw error;
      });
    },
  };
}
