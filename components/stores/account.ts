import { batch, computed, signal } from '@preact/signals';

import type { SessionInfo } from '@/lib/core/account/session';
import { type Failure, toFailure } from '@/lib/core/base/errors';
import type { RequestOf } from '@/lib/messaging/contract';

export type Account = ReturnType<typeof createAccount>;

export interface AccountActions {
  signIn(input: RequestOf<'session.signIn'>): Promise<SessionInfo>;
  /** How many requests are recorded that are this account's own. */
  countRecorded(): Promise<number>;
  /** How much is noted of its trackers, in their passports. */
  countNoted(): Promise<number>;
  /** In how many forms something is typed and not saved. */
  countForms(): Promise<number>;
  /** How many trackers of runs are still to be made or changed. */
  countLeftOfRuns(): Promise<number>;
  signOut(recordings: 'keep' | 'delete'): Promise<void>;
}

/** What a page knows of the account as it opens. */
export interface AccountStart {
  readonly session: SessionInfo | null;
  readonly lastUser: { readonly username: string; readonly baseUrl: string } | null;
  /** Match patterns of every console that is known. */
  readonly consoles: readonly string[];
}

/** Who is signed in, and what that person may do. */
export function createAccount(actions: AccountActions) {
  const phase = signal<'loading' | 'signed-out' | 'signed-in'>('loading');
  const sessionEnded = signal(false);
  const session = signal<SessionInfo | null>(null);
  const lastUser = signal<AccountStart['lastUser']>(null);
  const consoles = signal<readonly string[]>([]);
  /** How many requests are recorded, while it is asked at sign-out what becomes of them. */
  const leaving = signal<number | null>(null);
  /** How much is noted in passports, while that is asked. */
  const noted = signal(0);
  /** In how many forms something would be lost, while that is asked. */
  const unsaved = signal(0);
  /** How many trackers of runs would not be made or changed, while that is asked. */
  const leftOfRuns = signal(0);
  const canWrite = computed(() => session.value?.readOnly === false);
  const canCreate = computed(() => canWrite.value && session.value?.trackersEnabled === true);

  function take(started: AccountStart): void {
    batch(() => {
      session.value = started.session;
      lastUser.value = started.lastUser;
      consoles.value = started.consoles;
      phase.value = started.session ? 'signed-in' : 'signed-out';
    });
  }

  function end(): void {
    batch(() => {
      sessionEnded.value = true;
      session.value = null;
      phase.value = 'signed-out';
    });
  }

  return {
    phase,
    sessionEnded,
    session,
    lastUser,
    consoles,
    leaving,
    noted,
    unsaved,
    leftOfRuns,
    canWrite,
    canCreate,
    take,
    /** Every failure comes through here: a dead token leads to sign-in. */
    fail(error: unknown): Failure {
      const found = toFailure(error);
      if (found.code === 'session-expired' || found.code === 'address-changed') end();
      return found;
    },
    async signIn(input: RequestOf<'session.signIn'>): Promise<void> {
      await actions.signIn(input);
      sessionEnded.value = false;
    },
    /** Asks what becomes of what is recorded, and before what was typed is lost; says whether it asks. */
    async asksBeforeLeaving(): Promise<boolean> {
      const [recorded, notes, typed, left] = await Promise.all([
        actions.countRecorded(),
        actions.countNoted(),
        actions.countForms(),
        actions.countLeftOfRuns(),
      ]);
      const asks = recorded + notes + typed + left > 0;
      batch(() => {
        noted.value = notes;
        unsaved.value = typed;
        leftOfRuns.value = left;
        if (asks) leaving.value = recorded;
      });
      return asks;
    },
    async signOut(recordings: 'keep' | 'delete'): Promise<void> {
      leaving.value = null;
      // Out of `signed-in` first, so that the session's end is not taken for a dead token.
      phase.value = 'loading';
      await actions.signOut(recordings);
      sessionEnded.value = false;
    },
    /** Somebody signed out elsewhere, or the token died while another view used it. */
    sessionChanged(info: SessionInfo | null): void {
      if (info === null && phase.value === 'signed-in') end();
    },
  };
}
