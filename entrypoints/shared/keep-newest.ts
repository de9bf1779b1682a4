import { keepWithin } from '@/lib/app/recording/keep-within';
import { readKeeping } from '@/lib/platform/storage/keeping';
import type { Connection } from '@/lib/store/database';

/** Deletes the recordings that are beyond what a person keeps, never this one. */
export async function keepNewest(database: Connection, besides: string): Promise<void> {
  await keepWithin(await database(), await readKeeping(), Date.now(), besides);
}
