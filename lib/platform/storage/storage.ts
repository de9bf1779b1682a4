import { browser } from 'wxt/browser';

import { NO_ACCOUNT } from '../../core/base/account';
import { z } from '../../core/base/schema';
import { accountOf, type LastUser } from '../../core/account/session';
import { accountOfSettings, switchSettings } from '../../core/account/settings-of-accounts';
import type { TagChoices } from '../../core/tag/write/build-tag';
import { TagChoicesSchema } from '../../core/tag/tag-choices-schema';
import { type Ref, RefSchema } from '../../core/tracker/tracker';
import { sessionKeeper } from './sessions';

export { sessionKeeper };

/** Calls back when somebody signs in or out, or the token dies. */
export function onSessionChange(listener: () => void): void {
  browser.storage.session.onChanged.addListener((changes) => {
    if ('session' in changes) listener();
  });
}

const SettingsSchema = z.object({
  advertiser: z.nullable(RefSchema),
  choices: z.nullable(TagChoicesSchema),
  lastUser: z.nullable(z.object({ username: z.string(), baseUrl: z.string() })),
});
export interface Settings {
  readonly advertiser: Ref | null;
  readonly choices: TagChoices | null;
  readonly lastUser: { readonly username: string; readonly baseUrl: string } | null;
  /** Whose they are; `null` where that was never written down. */
  readonly account: string | null;
}

/** What is remembered of a person's choices; a field that cannot be read is as if never set. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(['advertiser', 'choices', 'lastUser', 'account']);
  const { shape } = SettingsSchema;
  return {
    advertiser: readOr(shape.advertiser, stored.advertiser),
    choices: readOr(shape.choices, stored.choices),
    lastUser: readOr(shape.lastUser, stored.lastUser),
    account: readOr(z.nullable(z.string()), stored.account ?? null),
  };
}

export async function writeSettings(settings: Partial<Settings>): Promise<void> {
  await browser.storage.local.set(settings);
}

/** Calls back with the names of the settings that were changed: `advertiser`, `choices`. */
export function onSettingsChange(listener: (names: readonly string[]) => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    const names = ['advertiser', 'choices', 'account'].filter((name) => name in changes);
    if (names.length > 0) listener(names);
  });
}

/** What is remembered of one person's choices. */
const OF_A_PERSON = [
  'advertiser',
  'choices',
  'consoleMemory',
  'recentTrackers',
  'sheetColumns',
  'trackerColumns',
  'reportColumns',
  'reportMatches',
  'reportSheets',
];

const OthersSchema = z.record(z.string(), z.record(z.string(), z.unknown()));

/**
 * Whose the stored rows are that belong here: of who is signed in, or was until the token died. Nobody's
 * after a sign-out.
 */
export async function readAccount(): Promise<string> {
  const session = await sessionKeeper.read();
  if (session) return accountOf(session.info);
  const { account } = await browser.storage.local.get('account');
  return typeof account === 'string' ? account : NO_ACCOUNT;
}

/** The account, known at once: what is typed as a page closes has no time to ask for it. */
export interface KnownAccount {
  (): Promise<string>;
  /** Reads it anew, where it may have changed just now. */
  again(): Promise<string>;
}

/** Follows whose the stored rows are that belong here. */
export function watchAccount(): KnownAccount {
  let known = readAccount();
  const again = () => (known = readAccount());
  browser.storage.local.onChanged.addListener((changes) => {
    if ('account' in changes) void again();
  });
  onSessionChange(() => void again());
  return Object.assign(() => known, { again });
}

/**
 * Takes up the settings of the person who signs in, and keeps those of the one before for them. Gives the
 * account of the one before.
 */
export async function switchAccount(account: string, user: LastUser): Promise<string> {
  const stored = await browser.storage.local.get([...OF_A_PERSON, 'account', 'others', 'lastUser']);
  const before = accountOfSettings(
    readOr(z.nullable(z.string()), stored['account'] ?? null),
    readOr(SettingsSchema.shape.lastUser, stored['lastUser']),
  );
  const inUse = Object.fromEntries(
    OF_A_PERSON.filter((name) => name in stored).map((name) => [name, stored[name]]),
  );
  const others = readOr(z.nullable(OthersSchema), stored['others'] ?? null) ?? {};
  const now = switchSettings({ account: before, inUse, others }, account, user);
  const { others: waiting } = now;
  const isAlone = Object.keys(waiting).length === 0;
  const gone = OF_A_PERSON.filter((name) => !(name in now.inUse));
  if (isAlone) gone.push('others');
  const { baseUrl, username } = user;
  const lastUser = { baseUrl, username };
  // In one step, before anything is taken away: on a full disk everything is as it was.
  await browser.storage.local.set({
    ...Object.fromEntries(gone.map((name) => [name, null])),
    ...now.inUse,
    account,
    lastUser,
    ...(!isAlone && { others: waiting }),
  });
  if (gone.length > 0) await browser.storage.local.remove(gone);
  return before;
}

/** Forgets what belongs to the person who signs out. */
export async function clearSettings(): Promise<void> {
  await browser.storage.local.remove([...OF_A_PERSON, 'account', 'lastUser']);
}

/** Forgets what one who is not there just now has chosen. */
export async function forgetSettings(account: string): Promise<void> {
  const { others } = await browser.storage.local.get('others');
  const { [account]: _, ...left } = OthersSchema.safeParse(others).data ?? {};
  if (Object.keys(left).length > 0) await browser.storage.local.set({ others: left });
  else await browser.storage.local.remove('others');
}

function readOr<T>(schema: z.ZodMiniType<T | null>, value: unknown): T | null {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : null;
}
