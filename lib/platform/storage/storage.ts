import { browser } from 'wxt/browser';

import type { Session, SessionKeeper } from '../../app/account/session';
import { judgeAddress } from '../../core/account/api-address';
import { z } from '../../core/base/schema';
import { SessionInfoSchema } from '../../core/account/session';
import type { TagChoices } from '../../core/tag/write/build-tag';
import { TagChoicesSchema } from '../../core/tag/tag-choices-schema';
import { type Ref, RefSchema } from '../../core/tracker/tracker';
import { isAddressGranted, readConsoleOrigins } from '../background/consoles';

const SessionSchema = z.object({ token: z.string(), info: SessionInfoSchema });

/**
 * The session, in `storage.session`: memory only, gone with the browser, and closed to content
 * scripts (its default access level, stated again so that no one opens it by accident).
 */
export const sessionKeeper: SessionKeeper = {
  async read() {
    const { session } = await browser.storage.session.get('session');
    const parsed = SessionSchema.safeParse(session);
    return parsed.success ? parsed.data : null;
  },
  async write(session: Session | null) {
    await browser.storage.session.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
    if (session) await browser.storage.session.set({ session });
    else await browser.storage.session.remove('session');
  },
  // What the browser itself has granted, in the person's own click, nobody can write into a storage.
  async problemWith(baseUrl: string) {
    const judged = judgeAddress(baseUrl, await readConsoleOrigins());
    if (judged.kind === 'refused') return judged.problem;
    const isGranted = judged.kind === 'production' || (await isAddressGranted(judged.baseUrl));
    return isGranted ? null : 'access-refused';
  },
};

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
}

/** What is remembered of a person's choices; a field that cannot be read is as if never set. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(['advertiser', 'choices', 'lastUser']);
  const { shape } = SettingsSchema;
  return {
    advertiser: readOr(shape.advertiser, stored.advertiser),
    choices: readOr(shape.choices, stored.choices),
    lastUser: readOr(shape.lastUser, stored.lastUser),
  };
}

export async function writeSettings(settings: Partial<Settings>): Promise<void> {
  await browser.storage.local.set(settings);
}

/** Calls back with the names of the settings that were changed: `advertiser`, `choices`. */
export function onSettingsChange(listener: (names: readonly string[]) => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    const names = ['advertiser', 'choices'].filter((name) => name in changes);
    if (names.length > 0) listener(names);
  });
}

/** Forgets what belongs to a person. */
export async function clearSettings(): Promise<void> {
  await browser.storage.local.remove([
    'advertiser',
    'choices',
    'lastUser',
    'consoleMemory',
    'recentTrackers',
  ]);
}

function readOr<T>(schema: z.ZodMiniType<T | null>, value: unknown): T | null {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : null;
}
