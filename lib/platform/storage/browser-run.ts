import { browser } from 'wxt/browser';

import { z } from '../../core/base/schema';

const RunSchema = z.object({ browserRun: z.string() });

/**
 * A name for this run of the browser, made when it is first asked for: `storage.session` is gone with the
 * browser. `null` where the browser has none.
 */
export async function browserRun(): Promise<string | null> {
  const { session } = browser.storage;
  if (!session) return null;
  const known = RunSchema.safeParse(await session.get('browserRun')).data;
  if (known) return known.browserRun;
  const made = crypto.randomUUID();
  await session.set({ browserRun: made });
  // Another window may have been asked at the same moment; what is kept is the name.
  return RunSchema.safeParse(await session.get('browserRun')).data?.browserRun ?? made;
}
