import type { HandlerContext } from '../../messaging/wire/answer';
import { type BuilderSession, claimed, withBuilder } from './session';

interface SessionStore {
  read(): Promise<readonly BuilderSession[]>;
  write(sessions: readonly BuilderSession[]): Promise<void>;
}

type Sessions = readonly BuilderSession[];

export type BuilderSessions = ReturnType<typeof createSessions>;

/**
 * The opened builders. Nobody else writes them, so a worker reads them once; each change is on its
 * way to the store when it is answered, for the worker that comes after this one.
 */
export function createSessions(store: SessionStore) {
  let known: Sessions | null = null;
  let reading: Promise<void> | null = null;
  let writing: Promise<unknown> = Promise.resolve();

  function read(): Promise<void> {
    reading ??= store.read().then(
      (kept) => {
        known = kept;
      },
      (error: unknown) => {
        reading = null;
        throw error;
      },
    );
    return reading;
  }

  async function change<T>(make: (all: Sessions) => readonly [Sessions, T]): Promise<T> {
    if (!known) await read();
    const before = known ?? [];
    const [after, result] = make(before);
    if (after !== before) {
      known = after;
      const write = () => store.write(after);
      // What cannot be kept is gone with this worker, and its page is then told that it is closed.
      writing = writing.then(write).catch(() => {});
    }
    return result;
  }

  return {
    all: () => change((all) => [all, all]),
    find: (token: string) => change((all) => [all, all.find((one) => one.token === token) ?? null]),
    /** Those of the fields of a tab, newest first. */
    ofTab: (tabId: number) => change((all) => [all, all.filter((one) => one.tabId === tabId)]),
    keep: (session: BuilderSession) => change((all) => [withBuilder(all, session), session]),
    /** Changes a part of one that is still there. */
    patch: (token: string, part: Partial<BuilderSession>) =>
      change((all) => {
        const session = all.find((one) => one.token === token);
        const now = session ? { ...session, ...part } : null;
        return [now ? withBuilder(all, now) : all, now];
      }),
    forget: (token: string) =>
      change((all) => [all.filter((one) => one.token !== token), undefined]),
    /** The session of a token for the page that speaks for it; `null` for any other. */
    claim: (token: string, sender: HandlerContext) =>
      change((all) => {
        const session = all.find((one) => one.token === token);
        const now = session ? claimed(session, sender) : null;
        return [now && now !== session ? withBuilder(all, now) : all, now];
      }),
  };
}
