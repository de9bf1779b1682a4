import { keepWithin } from '@/lib/app/recording/keep-within';
import { recordedTabs } from '@/lib/platform/channels/recorder-lock';
import { readKeeping } from '@/lib/platform/storage/keeping';
import type { Connection } from '@/lib/store/database';

/** Deletes the recordings that are beyond what a person keeps, never this one nor what is being recorded. */
export async function keepNewest(database: Connection, besides: string): Promise<void> {
  const recording = { id: besides, tabIds: await recordedTabs() };
  await keepWithin(await database(), await readKeeping(), Date.now(), recording);
}
