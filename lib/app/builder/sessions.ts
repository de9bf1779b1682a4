import type { HandlerContext } from '../../messaging/answer';
import { type BuilderSession, claimed, withBuilder } from './session';

interface SessionStore {
  read(): Promise<readonly BuilderSession[]>;
  write(sessions: readonly BuilderSession[]): Promise<void>;
}

/** The opened builders as they are kept; one change after the other, since each writes the whole list. */
export function createSessions(store: SessionStore) {
  let changing: Promise<unknown> = Promise.resolve();

  function change<T>(
    make: (all: readonly BuilderSession[]) => readonly [readonly BuilderSession[], T],
  ): Promise<T> {
    const step = async () => {
      const before = await store.read();
      const [after, result] = make(before);
      if (after !== before) await store.write(after);
      return result;
    };
    const done = changing.then(step, step);
    changing = done.catch(() => {});
    return done;
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
