import { browser } from 'wxt/browser';

import type { AdServer } from '../../core/ad-server/ad-server';
import { AD_SERVERS } from '../../core/ad-server/catalogue';
import {
  mergeProfiles,
  type ProfileRow,
  ProfileRowSchema,
  type Profiles,
} from '../../core/ad-server/profiles';
import { readManagedProfiles } from '../../core/ad-server/profiles-file';

const KEY = 'adServers';

/**
 * The ad servers a person added or changed, and the administrator's. What cannot be read counts as
 * not there: a broken policy must not take the builder away.
 */
export async function readProfiles(): Promise<Profiles> {
  const [managed, own] = await Promise.all([readManaged(), readOwn()]);
  return { managed, own };
}

/** Every ad server to choose from: new ones, then the catalogue with what was overridden. */
export async function readAdServers(): Promise<readonly AdServer[]> {
  const { managed, own } = await readProfiles();
  return mergeProfiles(AD_SERVERS, managed, own);
}

export async function writeOwnProfiles(rows: readonly ProfileRow[]): Promise<void> {
  await browser.storage.local.set({ [KEY]: rows });
}

/** Calls back when a person or an administrator changes an ad server; returns how to stop. */
export function onProfilesChange(listener: () => void): () => void {
  const heard = (changes: object, area: string) => {
    if ((area === 'local' || area === 'managed') && KEY in changes) listener();
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}

async function readOwn(): Promise<readonly ProfileRow[]> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((value) => {
    const parsed = ProfileRowSchema.safeParse(value);
    return parsed.success ? [parsed.data] : [];
  });
}

// Firefox rejects where there is no managed manifest, Chrome answers with nothing.
async function readManaged(): Promise<readonly ProfileRow[]> {
  try {
    const { [KEY]: policy } = await browser.storage.managed.get(KEY);
    return policy === undefined ? [] : readManagedProfiles(policy, AD_SERVERS);
  } catch {
    return [];
  }
}
