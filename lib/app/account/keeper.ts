import { accountOf, SessionInfoSchema } from '../../core/account/session';
import type { AddressProblem } from '../../core/account/api-address';
import { createInTurn } from '../../core/base/in-turn';
import { z } from '../../core/base/schema';

const SessionSchema = z.object({
  token: z.string(),
  info: SessionInfoSchema,
  /** When the token was given, in milliseconds since 1970; of one from before that was kept, nobody knows. */
  issuedAt: z.exactOptional(z.number()),
  /** The key by which another token is taken once this one has died. */
  keyId: z.exactOptional(z.string()),
});
export type Session = Readonly<z.infer<typeof SessionSchema>>;

/** Where sessions live: memory of the browser, never the disk. */
export interface SessionArea {
  read(): Promise<Readonly<Record<string, unknown>>>;
  /** Sets these values, and then takes those names away. */
  write(values: Readonly<Record<string, unknown>>, gone: readonly string[]): Promise<void>;
}

/** The sessions of all who are signed in. One of them is chosen: whose data is shown. */
export interface SessionKeeper {
  read(): Promise<Session | null>;
  /** Has this one chosen, or none. The one before ends, unless it is to stay beside. */
  write(session: Session | null, beside?: boolean): Promise<void>;
  /** The session of an account, chosen or not. */
  readOf(account: string): Promise<Session | null>;
  /** Puts another in the place of an account's session, where it still has one; `null` ends it. */
  writeOf(account: string, session: Session | null): Promise<void>;
  /** Has another account's session chosen, and keeps the one before; gives it, where there is one. */
  choose(account: string): Promise<Session | null>;
  /** Who has a session. */
  accounts(): Promise<readonly string[]>;
  /** Notes that the service has answered to an account's token just now. */
  used(account: string, at: number): Promise<void>;
  /** When that was last, as far as it was noted; `null` where it was not. */
  usedAt(account: string): Promise<number | null>;
  /** Why no password and no token may go to this address; `null` where they may. */
  problemWith(baseUrl: string): Promise<AddressProblem | 'access-refused' | null>;
}

/** All that is held, read. */
export interface HeldSessions {
  readonly session: Session | null;
  /** Those that are not chosen, by account. */
  readonly sessions: Readonly<Record<string, Session>>;
  /** When each was last used, by account, in milliseconds since 1970. */
  readonly lastCalls: Readonly<Record<string, number>>;
}

const OthersSchema = z.record(z.string(), SessionSchema);
const CallsSchema = z.record(z.string(), z.number());
/** How exactly it is noted when a token was used: each note wakes all open pages. */
const NOTED_EACH_MS = 30_000;

/** Reads what is held; what cannot be read is as if it were not there. */
export function readHeld(stored: Readonly<Record<string, unknown>>): HeldSessions {
  return {
    session: SessionSchema.safeParse(stored['session']).data ?? null,
    sessions: OthersSchema.safeParse(stored['sessions']).data ?? {},
    lastCalls: CallsSchema.safeParse(stored['lastCalls']).data ?? {},
  };
}

/** A keeper of sessions in such an area; one change after the other. */
export function createKeeper(
  area: SessionArea,
  problemWith: SessionKeeper['problemWith'],
): SessionKeeper {
  const inTurn = createInTurn();
  const held = async () => readHeld(await area.read());

  function change(act: (before: HeldSessions) => HeldSessions): Promise<HeldSessions> {
    return inTurn(async () => {
      const before = await held();
      const after = act(before);
      if (after !== before) await keep(before, after);
      return after;
    });
  }

  // Of what is as it was, no page is told: not every browser looks whether a value is another.
  async function keep(before: HeldSessions, after: HeldSessions): Promise<void> {
    const { session, sessions } = after;
    const there = new Set(Object.keys(sessions));
    if (session) there.add(accountOf(session.info));
    const calls = Object.entries(after.lastCalls).filter(([account]) => there.has(account));
    const now = {
      session,
      sessions: Object.keys(sessions).length > 0 ? sessions : null,
      lastCalls: calls.length > 0 ? Object.fromEntries(calls) : null,
    };
    const isSame = { session: session === before.session, sessions: sessions === before.sessions };
    const changed = Object.entries(now).filter(([name]) => !Reflect.get(isSame, name));
    await area.write(
      Object.fromEntries(changed.filter(([, value]) => value !== null)),
      changed.flatMap(([name, value]) => (value === null ? [name] : [])),
    );
  }

  return {
    problemWith,
    read: async () => (await held()).session,
    async write(session, beside = false) {
      await change((before) => {
        const sessions = { ...before.sessions };
        if (beside && before.session) sessions[accountOf(before.session.info)] = before.session;
        if (session) delete sessions[accountOf(session.info)];
        return { ...before, session, sessions };
      });
    },
    async readOf(account) {
      const { session, sessions } = await held();
      return isOf(session, account) ? session : (sessions[account] ?? null);
    },
    async writeOf(account, session) {
      await change((before) => {
        if (isOf(before.session, account)) return { ...before, session };
        if (!Object.hasOwn(before.sessions, account)) return before;
        const { [account]: _, ...others } = before.sessions;
        return { ...before, sessions: session ? { ...others, [account]: session } : others };
      });
    },
    async choose(account) {
      const { session } = await change((before) => {
        if (isOf(before.session, account)) return before;
        const { [account]: chosen = null, ...others } = before.sessions;
        const left = before.session && { [accountOf(before.session.info)]: before.session };
        return { ...before, session: chosen, sessions: { ...others, ...left } };
      });
      return session;
    },
    async accounts() {
      const { session, sessions } = await held();
      return [...(session ? [accountOf(session.info)] : []), ...Object.keys(sessions)];
    },
    async used(account, at) {
      await change((before) => {
        const noted = before.lastCalls[account];
        const isNew = noted === undefined || Math.abs(at - noted) >= NOTED_EACH_MS;
        return isNew ? { ...before, lastCalls: { ...before.lastCalls, [account]: at } } : before;
      });
    },
    usedAt: async (account) => (await held()).lastCalls[account] ?? null,
  };
}

function isOf(session: Session | null, account: string): boolean {
  return session !== null && accountOf(session.info) === account;
}
